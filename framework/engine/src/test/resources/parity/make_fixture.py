#!/usr/bin/python3
"""Five steps of PyTorch's SGD with momentum, for PyTorchParityTest to repeat.

    make_fixture.py FOLDER [--full]

Writes, in PyTorch's own layouts and order (conv [out, in, kh, kw], linear [out, in], weight before
bias, layer by layer):

    shape.npy    <i4 [5]: image height and width, channels of the two convolutions, hidden units, batch
    images.npy   <f4 [batch, 1, size, size]
    labels.npy   <i4 [batch]
    initial.npy  <f4 [parameters]
    losses.npy   <f4 [5]: each step's loss before its update
    final.npy    <f4 [parameters]: after the five steps

Without --full it is the tutorial's network made small, as committed here; with --full it is the
tutorial's own, 1,199,882 parameters on 64 images (run the test on it with -Dparity.fixture=FOLDER).
Made with PyTorch 1.13 (Debian's python3-torch); other versions round a little differently.
"""
import os
import sys

import numpy
import torch
from torch import nn

LEARNING_RATE = 0.01
MOMENTUM = 0.9
STEPS = 5

folder = sys.argv[1]
size, conv1, conv2, hidden, batch = (28, 32, 64, 128, 64) if "--full" in sys.argv else (12, 4, 6, 64, 16)

torch.manual_seed(1729)
torch.set_num_threads(1)
pooled = (size - 4) // 2
net = nn.Sequential(
    nn.Conv2d(1, conv1, 3),
    nn.ReLU(),
    nn.Conv2d(conv1, conv2, 3),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(conv2 * pooled * pooled, hidden),
    nn.ReLU(),
    nn.Linear(hidden, 10),
)
# Wider than pixels in [0, 1], so that five steps move the parameters well beyond the tolerance.
images = torch.randn(batch, 1, size, size)
labels = torch.randint(10, (batch,))


def parameters():
    return torch.cat([p.detach().flatten() for p in net.parameters()]).numpy()


def save(name, values, dtype):
    numpy.save(os.path.join(folder, name), numpy.ascontiguousarray(values, dtype=dtype))


os.makedirs(folder, exist_ok=True)
save("shape.npy", [size, conv1, conv2, hidden, batch], "<i4")
save("images.npy", images.numpy(), "<f4")
save("labels.npy", labels.numpy(), "<i4")
save("initial.npy", parameters(), "<f4")

optimizer = torch.optim.SGD(net.parameters(), lr=LEARNING_RATE, momentum=MOMENTUM)
losses = []
for _ in range(STEPS):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(net(images), labels)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

save("losses.npy", losses, "<f4")
save("final.npy", parameters(), "<f4")
print(torch.__version__, losses)
