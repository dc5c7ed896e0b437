// The trials of a sweep as a table: sorted by a header's click, filtered by the brush.
import { el } from "./dom.js";
import { duration, metricText, number } from "./format.js";

/** What one row is made of: the trial as the sweep has it, with its run beside it. */
export function trialsOf(answer) {
  const { sweep, metrics, runs } = answer;
  return sweep.trials.map((trial) => {
    const run = runs[trial.run];
    return {
      ...trial, name: run?.name ?? trial.run, there: Boolean(run), seconds: run?.seconds ?? null, epoch: run?.epoch ?? null, epochs: run?.epochs ?? null,
      status: run?.status ?? trial.status, best: trial.run === sweep.best,
      metrics: Object.fromEntries(metrics.map((metric, i) => [metric, run?.values[i] ?? null])),
    };
  });
}

/** The keys that the sweep set, in the order in which they came. */
export const keysOf = (trials) => [...new Set(trials.flatMap((trial) => Object.keys(trial.values)))];

/** Everything that a scatter can show. */
export function columnsOf(trials, metrics) {
  return [
    { key: "trial", value: (trial) => trial.number },
    { key: "seconds", value: (trial) => trial.seconds },
    ...keysOf(trials).map((key) => ({ key, value: (trial) => trial.values[key] ?? null })),
    ...metrics.map((key) => ({ key, value: (trial) => trial.metrics[key] })),
  ];
}

function remarks(trial) {
  const marks = [];
  const mark = (text, kind, title = null) => marks.push(el("span", { class: "mark", dataset: { kind }, title }, text), " ");
  if (trial.selected) mark("selected", "good");
  if (trial.best) mark("best", "good");
  if (trial.reused) mark("reused", "plain", "the run was there before the sweep");
  if (trial.stopped) mark("stopped early", "warn", trial.stopped);
  if (/no longer a finite number/.test(trial.reason ?? "")) mark("diverged", "bad", trial.reason);
  const why = trial.stopped ?? trial.reason;
  if (why) marks.push(el("small", { title: why }, why.split("\n")[0]));
  return marks;
}

export class TrialTable {
  /** @param state {sort, more}: the column sorted by, with a - for the largest first, and further metrics */
  constructor(container, controls, state, changed) {
    Object.assign(this, { container, controls, state, changed });
  }

  draw(trials, metrics, shownMetrics, within, clear) {
    const chosen = [...new Set([...shownMetrics, ...this.state.more])].filter((metric) => metrics.includes(metric));
    const columns = [
      { key: "trial", value: (trial) => trial.number, cell: (trial) => String(trial.number), numeric: true },
      { key: "run", value: (trial) => trial.name, cell: (trial) => (trial.there ? el("a", { href: `/runs/${trial.run}` }, trial.name) : el("span", { class: "faint" }, trial.run)) },
      { key: "status", value: (trial) => trial.status ?? "", cell: (trial) => statusOf(trial) },
      ...keysOf(trials).map((key) => ({ key, value: (trial) => trial.values[key] ?? null, cell: (trial) => trial.values[key] ?? "", numeric: trials.every((trial) => trial.values[key] === undefined || number(trial.values[key]) !== null) })),
      ...chosen.map((metric) => ({ key: metric, value: (trial) => trial.metrics[metric], cell: (trial) => metricText(metric, trial.metrics[metric]), numeric: true, metric: true })),
      { key: "seconds", value: (trial) => trial.seconds, cell: (trial) => duration(trial.seconds), numeric: true },
      { key: "remarks", value: (trial) => `${trial.selected}${trial.stopped ?? ""}${trial.reason ?? ""}`, cell: remarks, wide: true },
    ];
    const shown = within === null ? trials : trials.filter((trial) => within.has(trial.run));
    const rows = sorted(shown, columns, this.state.sort);
    this.#controls(metrics.filter((metric) => !shownMetrics.includes(metric)), trials.length, shown.length, within, clear);
    const focused = this.container.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.container.replaceChildren(el("table", { class: "runs trials" },
      el("thead", {}, el("tr", {}, columns.map((column) => this.#head(column)))),
      el("tbody", {}, rows.map((trial) => el("tr", { dataset: { run: trial.run } }, columns.map((column) =>
        el("td", { class: classOf(column, trial), title: column.metric && goesOn(trial) ? SO_FAR : null }, column.cell(trial))))))));
    if (focused) this.container.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  #head(column) {
    const down = this.state.sort === `-${column.key}`;
    const up = this.state.sort === column.key;
    return el("th", { scope: "col", class: column.numeric ? "number" : null, "aria-sort": down ? "descending" : up ? "ascending" : null },
      el("button", { type: "button", class: "sort", dataset: { key: column.key }, title: column.key, click: () => { this.state.sort = up ? `-${column.key}` : down ? "" : column.key; this.changed(); } }, short(column.key), down ? " ▾" : up ? " ▴" : ""));
  }

  #controls(others, all, shown, within, clear) {
    const count = `${shown === all ? all : `${shown} of ${all}`} ${all === 1 ? "trial" : "trials"}`;
    const said = this.controls.querySelector("#trial-count");
    if (said && this.controls.contains(document.activeElement)) { said.textContent = count; return; }
    const add = el("select", { id: "add-column", "aria-label": "Add or remove a column", change: () => {
      const { more } = this.state;
      this.state.more = more.includes(add.value) ? more.filter((one) => one !== add.value) : [...more, add.value];
      add.blur();
      this.changed();
    } }, el("option", { value: "" }, "add or remove a column"), ...others.map((metric) => el("option", { value: metric }, this.state.more.includes(metric) ? `✓ ${metric}` : metric)));
    this.controls.replaceChildren(el("span", { id: "trial-count", class: "count", role: "status" }, count),
      ...(within === null ? [] : [el("button", { type: "button", id: "clear-brush", click: clear }, "Take the brush away")]),
      ...(others.length ? [add] : []));
  }
}

/** Values of a trial that still trains are not its final ones. */
export const goesOn = (trial) => trial.epoch !== null;
export const SO_FAR = "so far: the last epoch's; train.* with dropout on";

function classOf(column, trial) {
  if (column.wide) return "remarks";
  return [column.numeric ? "number" : "", column.metric && goesOn(trial) ? "so-far" : ""].join(" ").trim() || null;
}

const short = (key) => key.replace(/^(training|network|data)\./, "");

function statusOf(trial) {
  if (!trial.status) return el("span", { class: "faint" }, trial.reason ? "gone" : "waits");
  const far = trial.epoch !== null ? ` ${trial.epoch}${trial.epochs ? ` of ${trial.epochs}` : ""}` : "";
  return [el("span", { class: "status", dataset: { status: trial.status } }, trial.status), far ? el("small", { class: "so-far" }, ` epoch${far}`) : null];
}

/** Numbers by size, words by letters, what is not there last. */
function sorted(trials, columns, sort) {
  const column = columns.find((one) => one.key === sort.replace(/^-/, ""));
  if (!column) return trials;
  const sign = sort.startsWith("-") ? -1 : 1;
  const key = (trial) => { const value = column.value(trial); const n = column.numeric ? number(value) : null; return n !== null ? n : value; };
  const missing = (value) => value === null || value === undefined || value === "" || Number.isNaN(value);
  return [...trials].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (missing(one) || missing(other)) return missing(one) - missing(other);
    return sign * (typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other)));
  });
}
