#!/usr/bin/python3
"""How fast the pages of ./run ui are on a large registry, in Debian's chromium (package chromium-driver).

    java … benchmarks/RegistryScale.java FOLDER     makes the registry (its comment has the command)
    benchmarks/ui_scale.py FOLDER [--minutes 10]

Printed, each the median and the worst of 15 from the start of the server on, in milliseconds as the page itself measures them: first paint and first
rows of the table of runs; a sort and a filter, from the click to the new rows; 100 runs of 1,000 updates overlaid;
20 runs compared, with the bytes that it took. Then 20 clients ask for the table and a run once a second, and the
server's heap after a collection is printed at every minute.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
RUN = os.path.join(HERE, '..', 'run')
TIMES = 15
ROWS = "document.querySelectorAll('#table tbody tr[data-id]').length"


class Browser:
    def __init__(self):
        self.driver = subprocess.Popen(['/usr/bin/chromedriver', '--port=0'], stdout=subprocess.PIPE, text=True)
        for line in self.driver.stdout:
            found = re.search(r'successfully on port (\d+)', line)
            if found:
                self.root = f'http://127.0.0.1:{found.group(1)}'
                break
        options = {'binary': '/usr/bin/chromium', 'args': ['--headless=new', '--no-sandbox', '--disable-gpu', '--window-size=1280,900']}
        self.session = f'{self.root}/session/' + self.call(f'{self.root}/session', {'capabilities': {'alwaysMatch': {
            'goog:chromeOptions': options, 'timeouts': {'script': 60000}}}})['sessionId']

    def call(self, url, body):
        request = urllib.request.Request(url, data=json.dumps(body).encode(), headers={'Content-Type': 'application/json'})
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)['value']

    def open(self, url):
        self.call(f'{self.session}/url', {'url': url})

    def wait(self, script):
        """The result of a script that calls done."""
        return self.call(f'{self.session}/execute/async', {'script': 'const done = arguments[0];' + script, 'args': []})

    def close(self):
        urllib.request.urlopen(urllib.request.Request(self.session, method='DELETE'))
        self.driver.kill()


UNTIL = """
const until = (is, then) => { const look = () => (is() ? requestAnimationFrame(() => setTimeout(then)) : setTimeout(look, 2)); look(); };
"""


def serve(runs):
    process = subprocess.Popen([RUN, 'ui', '--no-open', '--port', '0', '--runs', runs], stdout=subprocess.PIPE, text=True)
    return process, process.stdout.readline().strip()


def report(what, values, unit='ms'):
    print(f'{what}: {statistics.median(values):.0f} {unit} (to {max(values):.0f})', flush=True)


def table(browser, url):
    paints, rows = [], []
    for _ in range(TIMES):
        browser.open(url)
        first, ready = browser.wait(UNTIL + f"""until(() => {ROWS} > 0, () =>
            done([performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, performance.now()]));""")
        paints.append(first)
        rows.append(ready)
    report('first paint of the table', paints)
    report('its first rows are there', rows)


def actions(browser, url):
    sorts, filters = [], []
    columns = ','.join(['status', 'metrics.test.accuracy', 'metrics.test.loss', 'params.training.batchSize']
                       + [f'metrics.test.f1.{i}' for i in range(30)])
    for i in range(TIMES):
        browser.open(f'{url}?columns={columns}')
        browser.wait(UNTIL + f"until(() => {ROWS} > 0, done);")
        sorts.append(browser.wait(UNTIL + f"""
            const first = () => document.querySelector('#table tbody th.name a')?.textContent;
            const before = first(); const start = performance.now();
            document.querySelector('#table thead th[title="metrics.test.f1.{i}"] button').click();
            until(() => first() !== before, () => done(performance.now() - start));"""))
        filters.append(browser.wait(UNTIL + f"""
            const count = () => document.getElementById('count').textContent;
            const before = count(); const start = performance.now();
            document.getElementById('filter').value = 'metrics.test.accuracy > 0.{60 + 2 * i} and params.training.batchSize = 64';
            document.getElementById('query').requestSubmit();
            until(() => count() !== before, () => done(performance.now() - start));"""))
    report('a sort', sorts)
    report('a filter', filters)


def overlay(browser, url):
    values = []
    for _ in range(TIMES):
        browser.open(url)
        browser.wait(UNTIL + f"until(() => {ROWS} > 0, done);")
        values.append(browser.wait(UNTIL + """
            const start = performance.now();
            history.replaceState(null, '', '/?plot=iteration.loss&x=update'); dispatchEvent(new PopStateEvent('popstate'));
            until(() => Number(document.querySelector('#chart .chart-box')?.dataset.points) >= 100000, () => done(performance.now() - start));"""))
    report('100 runs of 1,000 updates overlaid', values)


def compare(browser, url):
    runs = json.load(urllib.request.urlopen(f'{url}runs.json?limit=200'))['runs']
    finished = [run['id'] for run in runs if run['status'] == 'FINISHED']
    values, sizes = [], []
    for i in range(TIMES):
        ids = ','.join(finished[10 * i:10 * i + 20])
        browser.open(f'{url}compare?runs={ids}')
        ready, size = browser.wait(UNTIL + """
            until(() => document.documentElement.dataset.ready === 'yes', () => done([performance.now(),
              performance.getEntriesByType('resource').filter((r) => !r.name.includes('/assets/')).reduce((sum, r) => sum + r.transferSize, 0)]));""")
        values.append(ready)
        sizes.append(size / 1000)
    report('20 runs compared, from the address to the last curve', values)
    report('bytes beside scripts and styles', sizes, 'kB')


def heap(url, process, minutes):
    java = subprocess.run(['pgrep', '-P', str(process.pid), 'java'], capture_output=True, text=True).stdout.split()
    pid = java[0] if java else str(process.pid)
    run = json.load(urllib.request.urlopen(f'{url}runs.json?limit=1'))['runs'][0]['id']
    over = threading.Event()
    asked = [0]

    def client(number):
        while not over.wait(1):
            for path in (f'runs.json?offset={100 * number}', f'runs/{run}.json', f'curves.json?runs={run}&metrics=validation.loss'):
                with urllib.request.urlopen(url + path) as answer:
                    answer.read()
                asked[0] += 1

    clients = [threading.Thread(target=client, args=(i,), daemon=True) for i in range(20)]
    for thread in clients:
        thread.start()
    for minute in range(minutes + 1):
        subprocess.run(['jcmd', pid, 'GC.run'], capture_output=True)
        info = subprocess.run(['jcmd', pid, 'GC.heap_info'], capture_output=True, text=True).stdout
        used = sum(int(n) for n in re.findall(r'(?:generation|heap)[^\n]*?used (\d+)K', info))
        with open(f'/proc/{pid}/status') as status:
            memory = int(re.search(r'VmRSS:\s+(\d+)', status.read()).group(1))
        print(f'minute {minute}: {used / 1024:.0f} MiB of heap in use, {memory / 1024:.0f} MiB of the process; {asked[0]} requests', flush=True)
        if minute < minutes:
            time.sleep(60)
    over.set()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder')
    parser.add_argument('--minutes', type=int, default=10)
    arguments = parser.parse_args()
    browser = Browser()
    try:
        process, url = serve(os.path.join(arguments.folder, 'runs'))
        table(browser, url)
        actions(browser, url)
        compare(browser, url)
        heap(url, process, arguments.minutes)
        process.terminate()
        process, url = serve(os.path.join(arguments.folder, 'curves'))
        overlay(browser, url)
        process.terminate()
    finally:
        browser.close()


if __name__ == '__main__':
    main()
