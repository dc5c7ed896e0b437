#!/usr/bin/python3
"""Times a sweep: its trials side by side against the same trials one after another; and what a tiny trial costs.

Each round runs 8 trials of the tutorial's network in batches of 64 twice, in turn: as `./run` would by itself on
this machine (as many at once as it has cores, one thread each), and one at a time with every core. Printed: medians
of seconds, and the ratio side by side / one after another of each round (median, lowest, highest).

With --tiny N it times a sweep of N trials of one epoch of a small network instead, and says how long each took, and
how many CPU seconds, beside a run that stands alone (whose compiler threads have the other cores to themselves). On an otherwise idle machine:

    EPOCHAL_DATA=… benchmarks/sweep_throughput.py              about 15 minutes on two cores
    EPOCHAL_DATA=… benchmarks/sweep_throughput.py --tiny 1000
"""
import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
RUN = os.path.join(HERE, '..', 'run')
BASELINE = os.path.join(HERE, '..', 'experiments', 'baseline.yaml')
TINY = '''
name: tiny
data: {dataset: mnist, subset: {train: 200, validation: 100, test: 100}}
network:
  layers:
    - {name: hidden, type: dense, nOut: 16, activation: relu}
    - {name: out, type: output}
training: {batchSize: 50, epochs: 1, updater: {type: sgd, learningRate: 0.05}}
evaluate: {figures: none}
'''


def timed(*words):
    start = time.monotonic()
    done = subprocess.run([RUN, *words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f'{words} ended with {done.returncode}:\n{done.stderr}')
    return time.monotonic() - start, done.stdout


def throughput(rounds, epochs):
    spec = [BASELINE, 'training.batchSize=64', f'training.epochs={epochs}', 'seed=1..8', 'evaluate.figures=none', '--fresh']
    cores = os.cpu_count()
    besides, after, ratios = [], [], []
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as runs:
            together, _ = timed(*spec, '--runs', runs, '--jobs', str(cores), '--threads', '1')
            apart, _ = timed(*spec, '--runs', runs, '--jobs', '1', '--threads', str(cores))
        besides.append(together)
        after.append(apart)
        ratios.append(together / apart)
        print(f'round {number + 1}: side by side {together:.1f} s, one after another {apart:.1f} s, '
              f'ratio {ratios[-1]:.3f}', flush=True)
    print(f'median: side by side {statistics.median(besides):.1f} s, one after another {statistics.median(after):.1f} s, '
          f'ratio {statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})')


def cpu():
    """CPU seconds of every process that was waited for, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tiny(trials):
    with tempfile.TemporaryDirectory() as folder:
        spec = os.path.join(folder, 'tiny.yaml')
        with open(spec, 'w') as file:
            file.write(TINY)
        runs = os.path.join(folder, 'runs')
        alone = []
        before = cpu()
        for seed in range(5):
            seconds, out = timed(spec, f'seed={trials + seed + 1}', '--threads', '1', '--runs', runs, '--json')
            alone.append(seconds)
        between = cpu()
        cores = os.cpu_count()
        seconds, out = timed(spec, f'seed=1..{trials}', '--jobs', str(cores), '--threads', '1', '--runs', runs, '--json')
        after = cpu()
        answers = {words[0]: timed(*words, '--runs', runs)[0]
                   for words in (['list'], ['list', '--sweeps'], ['answer', 'tiny-sweep-1'], ['show', 'tiny-sweep-1'])}
        done = json.loads(out)['runs']
    count = len(done)
    own = statistics.median(run['metrics']['time.run.wall'] for run in done)
    print(f'{count} trials, {cores} at once: {seconds:.1f} s, {seconds * cores / count:.2f} s of a core each, of which the run '
          f'itself (data, training, evaluation, saving) is {own:.2f} s; '
          f'a run alone {statistics.median(alone):.2f} s (median of 5, with the launcher)')
    print(f'CPU seconds: {(after - between) / count:.2f} for each trial, the sweep itself included; '
          f'{(between - before) / len(alone):.2f} for a run alone')
    print('then: ' + ', '.join(f'{name} {value:.2f} s' for name, value in answers.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--epochs', type=int, default=5)
    parser.add_argument('--tiny', type=int, metavar='N')
    arguments = parser.parse_args()
    if arguments.tiny:
        tiny(arguments.tiny)
    else:
        throughput(arguments.rounds, arguments.epochs)


if __name__ == '__main__':
    main()
