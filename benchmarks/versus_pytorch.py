#!/usr/bin/python3
"""Times Epochal's baseline against the same training in PyTorch, in turn, in one session.

Each round trains a few epochs in one program and then in the other, each in a process of its own; the
first epoch of each process is warm-up and not counted. Printed: medians of seconds per epoch of 5,000
images, and the ratio ours / PyTorch of each round's medians (median, lowest, highest). Below 1, we are faster.

Needs Debian's python3-torch and the four MNIST files in $EPOCHAL_DATA/mnist. On an otherwise idle machine:

    EPOCHAL_DATA=… benchmarks/versus_pytorch.py                     about 20 minutes
    EPOCHAL_DATA=… benchmarks/versus_pytorch.py --case 64:1 --rounds 1
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
# batch size : threads
CASES = ['5000:2', '64:2', '64:1', '5000:1']
# So that both have them: what Epochal's launcher sets for its own JVM keeps freed memory in the process.
MALLOC = 'glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=8589934592:glibc.malloc.trim_threshold=17179869184'


def ours(batch, threads, epochs, environment):
    with tempfile.TemporaryDirectory() as runs:
        run = json.loads(finish(
            [os.path.join(HERE, '..', 'run'), os.path.join(HERE, '..', 'experiments', 'baseline.yaml'),
             '--runs', runs, '--threads', str(threads), '--json',
             f'training.batchSize={batch}', f'training.epochs={epochs}', 'evaluate.figures=none',
             'training.ui=off'],
            environment))
    history = run['history']
    return [value for _, value in history['train.seconds']], [value for _, value in history['validation.seconds']]


def theirs(batch, threads, epochs, environment):
    lines = finish(
        ['/usr/bin/python3', os.path.join(HERE, 'torch_tutorial.py'),
         '--batch', str(batch), '--threads', str(threads), '--epochs', str(epochs)],
        dict(environment, OMP_NUM_THREADS=str(threads))).splitlines()
    rows = [json.loads(line) for line in lines[:epochs]]
    return [row['train_s'] for row in rows], [row['eval_s'] for row in rows]


def finish(command, environment):
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f'{" ".join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}')
    return done.stdout


def spread(values):
    return f'{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--epochs', type=int, default=4, help='per process, the first one not counted')
    parser.add_argument('--case', action='append', help='batch:threads; all of %s by default' % ', '.join(CASES))
    parser.add_argument('--same-malloc', action='store_true', help="give PyTorch Epochal's malloc settings too")
    options = parser.parse_args()
    if options.epochs < 2:
        parser.error('--epochs must be at least 2: the first is not counted')
    environment = dict(os.environ)
    peer = dict(environment, GLIBC_TUNABLES=MALLOC) if options.same_malloc else environment
    print(f'{options.rounds} rounds of {options.epochs} epochs, the first of each process not counted; '
          f'{os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f} at the start')
    print('| batch | threads | what | ours (s) | PyTorch (s) | ratio |\n|---|---|---|---|---|---|')
    for case in options.case or CASES:
        batch, threads = (int(part) for part in case.split(':'))
        seconds = {'train': ([], []), 'evaluate': ([], [])}
        ratios = {'train': [], 'evaluate': []}
        for _ in range(options.rounds):
            pair = ours(batch, threads, options.epochs, environment), theirs(batch, threads, options.epochs, peer)
            for index, what in enumerate(('train', 'evaluate')):
                mine, other = pair[0][index][1:], pair[1][index][1:]
                seconds[what][0].extend(mine)
                seconds[what][1].extend(other)
                ratios[what].append(statistics.median(mine) / statistics.median(other))
        for what, (mine, other) in seconds.items():
            print(f'| {batch} | {threads} | {what} | {spread(mine)} | {spread(other)} | {spread(ratios[what])} |',
                  flush=True)


if __name__ == '__main__':
    main()
