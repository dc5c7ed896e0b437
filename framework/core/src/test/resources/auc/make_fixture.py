#!/usr/bin/python3
"""Areas under ROC curves by scikit-learn, for RocAucTest to repeat.

    make_fixture.py FOLDER

Writes, for each case, CASE-labels.npy (<i4 [n]), CASE-probabilities.npy (<f4 [n, classes]) and
CASE-auc.npy (<f4 [2 * (classes + 1)]: for each class against the rest, then their mean, the area as
a float32 and what it lacks to the float64 as another, NaN for a class that never occurs). The cases:

    plain     a softmax of noise around the truth
    ties      the same, rounded to one digit, so that most scores are tied
    perfect   every image of a class above every other one
    saturated probabilities of exactly 0 and 1, with mistakes
    absent    one class never occurs; the mean is of the others

Made with scikit-learn 1.2.1 (Debian's python3-sklearn).
"""
import os
import sys

import numpy
from sklearn.metrics import roc_auc_score

folder = sys.argv[1]
random = numpy.random.default_rng(1729)


def softmax(scores):
    e = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True)).astype("<f4")


def save(name, array):
    numpy.save(os.path.join(folder, name + ".npy"), array)


def case(name, labels, probabilities):
    classes = probabilities.shape[1]
    areas = numpy.full(classes + 1, numpy.nan)
    for c in range(classes):
        if (labels == c).any():
            areas[c] = roc_auc_score(labels == c, probabilities[:, c])
    areas[classes] = numpy.nanmean(areas[:classes])
    high = areas.astype("<f4")
    save(name + "-labels", labels.astype("<i4"))
    save(name + "-probabilities", probabilities)
    save(name + "-auc", numpy.stack([high, (areas - high).astype("<f4")], axis=1).reshape(-1))


n, classes = 240, 4
labels = random.integers(0, classes, n)
truth = numpy.eye(classes)[labels]
plain = softmax(truth + random.normal(0, 1.2, (n, classes)))
case("plain", labels, plain)
case("ties", labels, numpy.round(plain, 1).astype("<f4"))
case("perfect", labels, softmax(9 * truth + random.uniform(0, 1, (n, classes))))
wrong = numpy.where(random.uniform(size=n) < 0.2, random.integers(0, classes, n), labels)
case("saturated", labels, numpy.eye(classes, dtype="<f4")[wrong])
few = numpy.where(labels == 3, 0, labels)
case("absent", few, softmax(numpy.eye(classes)[few] + random.normal(0, 1, (n, classes))))
