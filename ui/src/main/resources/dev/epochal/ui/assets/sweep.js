// One sweep: its answer, what it rests on, and its trials, live while they train.
import { Refusal, address, get, repeat } from "./api.js";
import { answerBlock, term } from "./answer.js";
import { byId, el } from "./dom.js";
import { duration, pText } from "./format.js";
import { CurvePlot, StripPlot } from "./levels.js";
import { ParallelPlot, brushOf, brushText } from "./parallel.js";
import { box, choice } from "./fields.js";
import { ScatterPlot } from "./scatter.js";
import { isOver, over } from "./trialcounts.js";
import { TrialTable, columnsOf, keysOf, trialsOf } from "./trials.js";

const id = byId("sweep").dataset.id;
const query = new URLSearchParams(location.search);
const state = {
  axis: query.get("axis") ?? "epoch", logCurve: query.get("logcurve") === "1",
  scatter: { x: query.get("x") ?? "", y: query.get("y") ?? "", logX: query.get("logx") === "1", logY: query.get("logy") === "1" },
  brush: brushOf(query.get("brush")),
  table: { sort: query.get("sort") ?? "", more: (query.get("columns") ?? "").split(",").filter(Boolean) },
};
let sweep = null; // what /sweeps/<id>.json said last
let analysis = null; // what its trials say
let trials = [];
let within = null;
const plots = {};

/** Takes a chart away that has nothing to show any more. */
function drop(name) {
  plots[name]?.plot.remove();
  delete plots[name];
}

function write() {
  const { scatter, table } = state;
  history.replaceState(history.state, "", address(location.pathname, {
    axis: state.axis === "epoch" ? "" : state.axis, logcurve: state.logCurve ? "1" : "",
    x: scatter.x, y: scatter.y, logx: scatter.logX ? "1" : "", logy: scatter.logY ? "1" : "",
    brush: brushText(state.brush), sort: table.sort, columns: table.more,
  }) + location.hash);
}

const open = (run) => { location.href = `/runs/${encodeURIComponent(run)}`; };
const faint = (text) => el("p", { class: "faint nothing" }, text);

// Progress

const WORD = { SCHEDULED: "scheduled", RUNNING: "training", FINISHED: "finished", FAILED: "failed", KILLED: "killed", CRASHED: "crashed" };

function drawProgress() {
  const { sweep: one } = sweep;
  const status = byId("status");
  status.textContent = one.status;
  status.dataset.status = one.status;
  const done = over(one.counts, one.stopped);
  byId("bar").value = done;
  byId("bar").hidden = isOver(sweep.sweep.status);
  const parts = Object.entries(one.counts).map(([key, n]) => `${n} ${WORD[key]}`);
  const waiting = one.planned - Object.values(one.counts).reduce((sum, n) => sum + n, 0);
  if (waiting > 0) parts.push(`${waiting} ${isOver(sweep.sweep.status) ? "without a run" : "to come"}`);
  if (one.stopped > 0) parts.push(`${one.stopped} of them stopped early by the sweep`);
  if (one.reused > 0) parts.push(`${one.reused} reused`);
  byId("counts").textContent = `${done} of ${one.planned} trials are over: ${parts.join(", ")}`;
  const took = byId("took");
  took.textContent = one.ended ? `took ${duration((new Date(one.ended) - new Date(one.started)) / 1000)}` : isOver(sweep.sweep.status) ? "nobody knows when it ended" : `for ${duration((Date.now() - new Date(one.started)) / 1000)}`;
}

// Answer

function drawAnswer() {
  const { answer, trouble } = analysis;
  const notice = Object.values(analysis.figures)[0]?.subject?.notice ?? "";
  byId("data-notice").hidden = notice === "";
  byId("data-notice").textContent = notice;
  if (answer) {
    byId("answered").replaceChildren(...answerBlock(answer, analysis.said));
    return;
  }
  const finished = sweep.sweep.counts.FINISHED ?? 0;
  const why = finished === 0
    ? isOver(sweep.sweep.status) ? "No trial finished, so there is nothing to answer from." : "No trial has finished yet: the answer comes with the first ones."
    : "There is no answer.";
  byId("answered").replaceChildren(el("p", { class: "answer" }, why), el("p", { class: "faint" }, `${trouble}.`));
}

// Figures

const CURVES = { epoch: "level-curves", update: "level-curves-update", second: "level-curves-second" };

function drawCurves() {
  const there = Object.keys(CURVES).filter((axis) => analysis.figures[CURVES[axis]]);
  if (there.length === 0) {
    byId("curve-controls").replaceChildren();
    drop("curves");
    byId("curve-chart").replaceChildren(faint("There are no curves to average: they take an answer by levels, and runs with a history."));
    return;
  }
  const axis = there.includes(state.axis) ? state.axis : there[0];
  if (!byId("curve-controls").contains(document.activeElement)) byId("curve-controls").replaceChildren(
    choice("along", there.map((key) => [key, key === "second" ? "second of training" : key]), axis, (value) => { state.axis = value; write(); drawCurves(); }),
    box("log", state.logCurve, (checked) => { state.logCurve = checked; write(); drawCurves(); }));
  plots.curves ??= new CurvePlot(byId("curve-chart"));
  plots.curves.draw(analysis.figures[CURVES[axis]], state.logCurve);
}

function drawLevels() {
  const figure = analysis.figures["level-strips"] ?? analysis.figures["seed-spread"];
  if (!figure) {
    drop("levels");
    byId("level-chart").replaceChildren(faint("There are no levels to show, as long as the question has no answer by levels."));
    return;
  }
  plots.levels ??= new StripPlot(byId("level-chart"), open);
  plots.levels.draw(figure);
}

function drawParallel() {
  const figure = analysis.figures["parallel-coordinates"];
  if (!figure) {
    drop("parallel");
    byId("parallel-chart").replaceChildren(faint("It takes two trials that came to an end, have what is asked on, and differ in something that was set."));
    return;
  }
  plots.parallel ??= new ParallelPlot(byId("parallel-chart"), state.brush, (_, runs) => {
    within = runs;
    write();
    drawTrials();
  });
  plots.parallel.draw(figure);
}

function drawImportance() {
  const { importance } = analysis;
  const about = el("p", { class: "chart-note" }, "The share of the variance of ", el("b", {}, importance.response), " that goes with each param looked at alone, less what chance would explain (", term("importance", "importance"),
    "): ω² of a one-way analysis of variance where each value was tried at least twice; else, of numbers, the squared rank correlation (Spearman), adjusted. What params do together, and chance, is in no share, so they need not sum to 100 %. p is not corrected for their number.");
  if (importance.why) {
    byId("shares").replaceChildren(faint(`It cannot be had: ${importance.why}.`), about);
    return;
  }
  const rows = importance.params.map((one) => {
    const share = one.explained ? Math.max(0, Math.min(1, one.explained.share)) : null;
    const meter = share === null ? null : el("meter", { min: "0", max: "1", value: share, "aria-label": `share of ${one.param}` });
    return el("tr", {},
      el("th", { scope: "row" }, el("bdi", {}, one.param)),
      el("td", { class: "meter" }, meter ?? el("span", { class: "faint" }, `cannot be had: ${one.why}`)),
      el("td", { class: "number" }, share === null ? "" : `${(100 * share).toFixed(1)} %`),
      el("td", { class: "number" }, one.explained ? pText(one.explained.p) : ""),
      el("td", {}, one.explained ? (one.explained.method === "omega squared" ? `ω², ${one.explained.values} values` : "rank²") : "", one.with.length ? el("small", {}, ` changes together with ${one.with.join(", ")}`) : null));
  });
  byId("shares").replaceChildren(el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Importance of params" }, el("table", { class: "plain shares" },
    el("thead", {}, el("tr", {}, ["param", "share", "", "p", "by"].map((head, i) => el("th", { scope: "col", class: i === 2 || i === 3 ? "number" : null }, head)))), el("tbody", {}, rows))),
  el("p", { class: "chart-note" }, `Of ${importance.n} runs${importance.lacking ? `; ${importance.lacking} without a finite value are left out` : ""}.`), about);
}

// Trials

/** What colours the trials: what is asked about, where that was set; else what was set, chance last. */
function factor() {
  const keys = keysOf(trials);
  const chance = (key) => key === "seed" || key.startsWith("seeds.");
  return [analysis?.answer?.factor, byId("sweep").dataset.factor].find((key) => keys.includes(key)) ?? keys.find((key) => !chance(key)) ?? keys[0] ?? "";
}

function levels() {
  const named = analysis?.answer?.levels.map((level) => level.level) ?? [];
  const values = [...new Set(trials.map((trial) => trial.values[factor()]).filter((value) => value !== undefined))];
  return values.every((value) => named.includes(value)) ? named : values;
}

/** The metric that `epochsTo(metric, value)` goes by. */
const metricOf = (response) => /^\w+\(([^,]+),/.exec(response)?.[1] ?? response;

function drawTrials() {
  const response = analysis?.response ?? "validation.accuracy";
  const usual = [response, metricOf(response), sweep.sweep.metric, "test.accuracy", "time.train.wall"];
  plots.table ??= new TrialTable(byId("trial-table"), byId("trial-controls"), state.table, () => { write(); drawTrials(); });
  plots.table.draw(trials, sweep.metrics, [...new Set(usual)].filter((metric) => sweep.metrics.includes(metric)), within, () => plots.parallel?.clear());
  drawScatter();
}

function drawScatter() {
  if (!trials.some((trial) => trial.there)) {
    byId("scatter-controls").replaceChildren();
    drop("scatter");
    byId("scatter-chart").replaceChildren(faint("No trial has a run yet."));
    return;
  }
  state.scatter.response = analysis?.response;
  plots.scatter ??= new ScatterPlot(byId("scatter-chart"), byId("scatter-controls"), state.scatter, () => { write(); drawScatter(); }, open);
  plots.scatter.draw(trials.filter((trial) => trial.there), columnsOf(trials, sweep.metrics), factor(), levels(), within);
}

// All together

let seen = "";

/** Whether anything is other than it was. */
async function look() {
  sweep = await get(`/sweeps/${id}.json`);
  trials = trialsOf(sweep);
  drawProgress();
  const now = JSON.stringify([sweep.sweep.trials, sweep.runs]);
  const other = now !== seen;
  seen = now;
  return other;
}

/** What the trials say changes with those that came to an end. */
const said = () => JSON.stringify([sweep.sweep.status, sweep.sweep.counts]);
let saidOf = null;

async function ask() {
  saidOf = said();
  analysis = await get(`/sweeps/${id}/answer.json`);
  drawAnswer();
  drawCurves();
  drawLevels();
  drawImportance();
  drawParallel();
  if (!plots.parallel) drawTrials(); // else the brush has it drawn
}

async function load() {
  try {
    await look();
    await ask();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    byId("problem").hidden = false;
    byId("problem").textContent = refusal.message;
  }
}

await load();
document.documentElement.dataset.ready = "yes";
if (sweep && !isOver(sweep.sweep.status)) repeat(2000, async () => {
  const other = await look();
  if (said() !== saidOf) await ask();
  else if (other) drawTrials();
  if (!isOver(sweep.sweep.status)) return true;
  location.reload(); // what is known now for good
  return false;
});
