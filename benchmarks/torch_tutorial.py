#!/usr/bin/python3
"""The tutorial's network and training loop in PyTorch: the peer that Epochal's speed is compared with.

Needs Debian's python3-torch and the four MNIST files in $EPOCHAL_DATA/mnist.
Prints one JSON object per epoch: train_s, eval_s, train_loss, val_loss, val_acc; then one for the test split.
"""
import argparse
import gzip
import json
import os
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument('--batch', type=int, default=5000)
parser.add_argument('--epochs', type=int, default=50)
parser.add_argument('--threads', type=int, default=2)
parser.add_argument('--seed', type=int, default=1729)
options = parser.parse_args()
if 'EPOCHAL_DATA' not in os.environ:
    sys.exit('EPOCHAL_DATA must name the folder that holds mnist/')
torch.set_num_threads(options.threads)
torch.manual_seed(options.seed)

TRAIN, VALIDATION, TEST = 5000, 5000, 5000


def read(name, header):
    """An IDX file's values, without its header."""
    path = os.path.join(os.environ['EPOCHAL_DATA'], 'mnist', name)
    for candidate, opened in ((path + '.gz', gzip.open), (path, open)):
        if os.path.exists(candidate):
            with opened(candidate, 'rb') as file:
                return np.frombuffer(file.read()[header:], dtype=np.uint8)
    sys.exit(f'{path} is missing')


images = read('train-images-idx3-ubyte', 16).reshape(-1, 1, 28, 28)
labels = read('train-labels-idx1-ubyte', 8)
order = torch.randperm(60000).numpy()


def part(start, size):
    rows = order[start:start + size]
    return torch.tensor(images[rows].astype(np.float32) / 255.), torch.tensor(labels[rows].astype(np.int64))


train, validation, test = part(0, TRAIN), part(48000, VALIDATION), part(54000, TEST)


class ConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, 1)
        self.conv2 = nn.Conv2d(32, 64, 3, 1)
        self.dropout1 = nn.Dropout(.25)
        self.dropout2 = nn.Dropout(.5)
        self.fc1 = nn.Linear(9216, 128)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv2(F.relu(self.conv1(x)))), 2)
        return self.fc2(self.dropout2(F.relu(self.fc1(torch.flatten(self.dropout1(x), 1)))))


model = ConvNet()
optimizer = torch.optim.SGD(model.parameters(), lr=.01, momentum=.9)
criterion = nn.CrossEntropyLoss()


def evaluate(split):
    model.eval()
    with torch.no_grad():
        out = torch.cat([model(split[0][i:i + options.batch]) for i in range(0, len(split[0]), options.batch)])
        return criterion(out, split[1]).item(), (out.argmax(1) == split[1]).float().mean().item()


for epoch in range(1, options.epochs + 1):
    start = time.time()
    model.train()
    total = 0.
    for i in range(0, TRAIN, options.batch):
        batch, truth = train[0][i:i + options.batch], train[1][i:i + options.batch]
        loss = criterion(model(batch), truth)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(truth)
    trained = time.time()
    loss, accuracy = evaluate(validation)
    print(json.dumps({'epoch': epoch, 'train_s': trained - start, 'eval_s': time.time() - trained,
                      'train_loss': total / TRAIN, 'val_loss': loss, 'val_acc': accuracy}), flush=True)
loss, accuracy = evaluate(test)
print(json.dumps({'split': 'test', 'loss': loss, 'accuracy': accuracy}))
