#!/usr/bin/python3
"""What scikit-learn says of four sets of predictions, for ScikitLearnParityTest to repeat.

    make_fixture.py FILE.json

Each case has labels [n], probabilities [n][classes] (float32, so their decimals are exact), and what
follows from them: the most probable classes, the confusion matrix, and for each class against the
rest precision, recall and F1, the ROC curve with its area, the precision-recall curve with its
average precision, and DeLong's variance of the area from its definition, pair by pair.

    ordinary  a model that is right more often than not
    ties      probabilities rounded to one decimal: most scores are tied
    absent    the last class never occurs
    perfect   every class is told apart without an error

Made with scikit-learn 1.2.1 (Debian's python3-sklearn), whose first ROC threshold is the highest
score + 1; it is written as Infinity, as later versions have it.
"""
import json
import sys

import numpy
from sklearn import metrics

N = 120
CLASSES = 4


def softmax(logits):
    powers = numpy.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def delong(scores, positive):
    """Variance of the area by DeLong, DeLong and Clarke-Pearson (1988), equation (5)."""
    x, y = scores[positive], scores[~positive]
    if len(x) < 2 or len(y) < 2:
        return None
    psi = (x[:, None] > y[None, :]) + 0.5 * (x[:, None] == y[None, :])
    return psi.mean(axis=1).var(ddof=1) / len(x) + psi.mean(axis=0).var(ddof=1) / len(y)


def numbers(values):
    return [float(v) for v in values]


def of_class(c, labels, predicted, probabilities):
    positive = labels == c
    scores = probabilities[:, c]
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(
        positive, predicted == c, average="binary", zero_division=0)
    result = {"precision": float(precision), "recall": float(recall), "f1": float(f1)}
    if positive.any() and not positive.all():
        fpr, tpr, thresholds = metrics.roc_curve(positive, scores)
        precisions, recalls, cuts = metrics.precision_recall_curve(positive, scores)
        result |= {
            "auc": float(metrics.roc_auc_score(positive, scores)),
            "variance": delong(scores, positive),
            "fpr": numbers(fpr),
            "tpr": numbers(tpr),
            "thresholds": ["Infinity"] + numbers(thresholds[1:]),
            "averagePrecision": float(metrics.average_precision_score(positive, scores)),
            "precisions": numbers(precisions),
            "recalls": numbers(recalls),
            "cuts": numbers(cuts),
        }
    return result


def case(labels, probabilities):
    probabilities = probabilities.astype(numpy.float32)
    predicted = probabilities.argmax(axis=1)
    return {
        "labels": labels.tolist(),
        "probabilities": [numbers(row) for row in probabilities],
        "predicted": predicted.tolist(),
        "accuracy": float(metrics.accuracy_score(labels, predicted)),
        "confusion": metrics.confusion_matrix(labels, predicted, labels=range(CLASSES)).tolist(),
        "classes": [of_class(c, labels, predicted, probabilities) for c in range(CLASSES)],
    }


def main(path):
    random = numpy.random.default_rng(7)
    labels = random.integers(0, CLASSES, N)
    logits = random.normal(size=(N, CLASSES))
    ordinary = softmax(logits + 1.2 * numpy.eye(CLASSES)[labels])
    cases = {
        "ordinary": case(labels, ordinary),
        "ties": case(labels, ordinary.round(1)),
        "absent": case(labels % (CLASSES - 1), ordinary),
        "perfect": case(labels, softmax(logits + 20 * numpy.eye(CLASSES)[labels])),
    }
    with open(path, "w") as file:
        json.dump(cases, file)
        file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
