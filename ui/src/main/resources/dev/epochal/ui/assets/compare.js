// Runs side by side: curves overlaid, metrics against the baseline, what differs.
import { Refusal, get, keepInAddress, repeat } from "./api.js";
import { Chart, controls, stateOf, stateParameters } from "./charts.js";
import { choose, colourOf, isShown, show } from "./colours.js";
import { byId, el, keepingFocus } from "./dom.js";
import { metricText } from "./format.js";
import { whenSeen } from "./plot.js";
import { recolour, versus } from "./versus.js";

const query = new URLSearchParams(location.search);
const NONE = "none"; // in the address: no curve at all, where nothing said means the usual ones
const state = {
  runs: (query.get("runs") ?? "").split(",").filter(Boolean),
  against: query.get("against") ?? "",
  all: query.get("all") === "1",
  metrics: metricsOf(query.get("metrics")),
  figure: query.get("figure") ?? "",
  chart: stateOf(query),
};
/** Null for the usual ones. */
function metricsOf(text) {
  return !text ? null : text === NONE ? [] : text.split(",").filter(Boolean);
}

const USUAL = ["validation.loss", "validation.accuracy", "train.loss", "iteration.loss"];
const charts = new Map();
let comparison = null;

function write() {
  keepInAddress({
    runs: state.runs, against: state.against, all: state.all ? "1" : "", metrics: state.metrics === null ? "" : state.metrics.join() || NONE, figure: state.figure, ...stateParameters(state.chart),
  });
}

const asked = () => get("/compare.json", { runs: state.runs, against: state.against, all: state.all ? "1" : "" });
const runOf = (id) => comparison.runs.find((run) => run.id === id);
const swatch = (id) => { const dot = el("span", { class: "swatch" }); dot.style.background = colourOf(id); return dot; };
const link = (run) => el("a", { href: `/runs/${run.id}` }, run.name);

function drawRuns() {
  keepingFocus(byId("runs"), () => byId("runs").replaceChildren(...comparison.runs.map((run) => {
    const colour = el("input", { type: "color", class: "swatch", dataset: { focus: `colour ${run.id}` }, "aria-label": `colour of ${run.name}`, change: () => { choose(run.id, colour.value); drawAll(); } });
    colour.value = colourOf(run.id);
    return el("span", { class: "chip" }, colour,
      el("button", { type: "button", class: "quiet eye", dataset: { focus: `eye ${run.id}` }, "aria-pressed": String(isShown(run.id)), "aria-label": `show the curves of ${run.name}`, click: () => { show(run.id, !isShown(run.id)); drawAll(); } }, isShown(run.id) ? "◉" : "○"),
      link(run), " ", el("span", { class: "status", dataset: { status: run.status } }, run.status),
      run.id === comparison.reference
        ? el("span", { class: "badge" }, run.baseline ? "baseline" : "reference")
        : el("button", { type: "button", class: "quiet", "aria-label": `compare with ${run.name}`, click: () => { state.against = run.id; write(); load(); } }, "compare with it"),
      comparison.runs.length > 2 && !(run.baseline && run.id === comparison.reference) ? el("button", { type: "button", class: "quiet", "aria-label": `leave ${run.name} out`, click: () => leaveOut(run.id) }, "×") : null,
    );
  })));
}

function leaveOut(id) {
  state.runs = comparison.runs.map((run) => run.id).filter((other) => other !== id);
  if (state.against === id) state.against = "";
  write();
  load();
}

function drawSentences() {
  const lines = [];
  for (const run of comparison.runs) for (const notice of run.notices) lines.push(el("p", { class: "notice" }, `${run.name} ${notice}`));
  for (const pair of comparison.pairs) {
    const run = runOf(pair.run);
    const test = pair.test;
    const p = (value) => (value < 0.0001 ? "< 0.0001" : `= ${value.toFixed(4)}`);
    const words = test
      ? `Test accuracy ${metricText("accuracy", test.difference, true)} points, 95 % interval ${metricText("accuracy", test.ci[0], true)} to ${metricText("accuracy", test.ci[1], true)}; on the same ${test.n} images the reference alone is right on ${test.onlyReference}, this run alone on ${test.onlyRun} (${test.name}: p ${p(test.p)}, with Holm's correction ${p(test.pAdjusted)}).`
      : `Not tested: ${pair.notTested}.`;
    lines.push(el("p", { class: "sentence" }, swatch(run.id), " ", link(run), ` ${pair.sentence}. `, el("span", { class: test && test.pAdjusted < 0.05 ? "clear" : "faint" }, words)));
  }
  byId("sentences").replaceChildren(...lines);
}

function headings(first, align = "") {
  return el("tr", {}, el("th", { scope: "col" }, first), ...comparison.runs.map((run) =>
    el("th", { scope: "col", class: align }, swatch(run.id), " ", link(run), run.id === comparison.reference ? el("span", { class: "badge" }, run.baseline ? "baseline" : "reference") : null)));
}

function drawMetrics() {
  const rows = comparison.metrics.map((row) => el("tr", {}, el("th", { scope: "row", title: row.goal ? `${row.goal === "min" ? "lower" : "higher"} is better` : null }, row.metric),
    ...comparison.runs.map((run) => {
      const best = row.best.includes(run.id);
      const delta = row.deltas[run.id];
      return el("td", { class: `number${best ? " best" : ""}`, title: String(row.values[run.id] ?? "") }, metricText(row.metric, row.values[run.id]),
        best ? el("span", { class: "hidden" }, " (best)") : null,
        delta === null || delta === undefined ? null : el("small", { class: "delta" }, ` ${metricText(row.metric, delta, true)}`));
    })));
  byId("metrics").replaceChildren(el("table", { class: "plain" }, el("thead", {}, headings("metric", "number")), el("tbody", {}, rows)));
}

function drawDifferences() {
  const bodies = [];
  for (const kind of [...new Set(comparison.differences.map((d) => d.kind))]) {
    bodies.push(el("tbody", {}, el("tr", {}, el("th", { scope: "rowgroup", colspan: String(comparison.runs.length + 1), class: "kind" }, kind)),
      ...comparison.differences.filter((d) => d.kind === kind).map((d) => {
        const reference = JSON.stringify(d.values[comparison.reference] ?? null);
        return el("tr", { class: d.matters ? "" : "faint" }, el("th", { scope: "row" }, d.key), ...comparison.runs.map((run) => {
          const value = d.values[run.id] ?? null;
          return el("td", { class: JSON.stringify(value) === reference ? "" : "differs" }, value === null ? "—" : String(value));
        }));
      })));
  }
  byId("differences").replaceChildren(bodies.length
    ? el("table", { class: "plain" }, el("thead", {}, headings("")), ...bodies)
    : el("p", {}, "Nothing differs that could change the numbers."));
}

function line(run) {
  return { key: run.id, name: run.name, colour: colourOf(run.id), shown: isShown(run.id), dashed: run.id === comparison.reference };
}

const askCurves = (runs) => get("/curves.json", { runs, metrics: state.metrics ?? USUAL, points: 1000 });
const compared = () => comparison.runs.map((run) => run.id);

async function drawCurves(asked = null) {
  const answer = (await asked) ?? (await askCurves(compared()));
  const metrics = state.metrics ?? USUAL.filter((m) => answer.metrics.includes(m));
  for (const [metric, chart] of charts) if (!metrics.includes(metric)) { chart.remove(); charts.delete(metric); }
  for (const metric of metrics) {
    if (!charts.has(metric)) charts.set(metric, new Chart(byId("charts"), metric, [metric], line));
    charts.get(metric).draw(answer.runs, state.chart);
  }
  metricControls(answer.metrics);
}

let offered = null;

/** The controls that all curves share; again when a metric is there that was not. */
function metricControls(metrics) {
  if (offered === metrics.join()) return;
  offered = metrics.join();
  controls(byId("chart-controls"), state.chart, () => { write(); for (const chart of charts.values()) chart.redraw(); });
  const add = el("select", { id: "add-metric", "aria-label": "Add a metric", change: () => {
    const shown = [...charts.keys()];
    state.metrics = shown.includes(add.value) ? shown.filter((m) => m !== add.value) : [...shown, add.value];
    add.value = "";
    write();
    drawCurves();
  } }, el("option", { value: "" }, "add or remove a curve"), ...metrics.map((m) => el("option", { value: m }, m)));
  byId("chart-controls").append(add);
}

let figuresSeen = false;

/** Asks for them when they are looked at, and not before. */
async function drawFigures() {
  figuresSeen = true;
  const kept = await get("/figures.json", { runs: compared() });
  const figures = new Map();
  for (const [id, files] of Object.entries(kept))
    for (const file of files) {
      const name = file.replace(/.*\//, "").replace(/\.png$/, "");
      figures.set(name, [...(figures.get(name) ?? []), [id, file]]);
    }
  const select = byId("figure");
  select.replaceChildren(el("option", { value: "" }, "none"), ...[...figures.keys()].sort().map((name) => el("option", { value: name }, `${name} (${figures.get(name).length})`)));
  select.value = figures.has(state.figure) ? state.figure : "";
  const drawChosen = () => byId("figures").replaceChildren(...(figures.get(select.value) ?? []).map(([id, name]) => {
    const path = `/runs/${id}/files/${name.split("/").map(encodeURIComponent).join("/")}`;
    return el("figure", {}, el("a", { href: path }, el("img", { src: path, alt: `${select.value} of ${runOf(id).name}`, loading: "lazy" })), el("figcaption", {}, swatch(id), " ", runOf(id).name));
  }));
  select.onchange = () => { state.figure = select.value; write(); drawChosen(); };
  drawChosen();
}

function drawAll() {
  drawRuns();
  drawSentences();
  drawMetrics();
  drawDifferences();
  for (const chart of charts.values()) chart.redraw();
  recolour();
}

/** Says what is to be done before runs can be compared: none was chosen, or one. */
async function chooseRuns() {
  const problem = byId("problem");
  problem.hidden = false;
  problem.classList.remove("problem");
  const table = el("a", { href: "/" }, "the table");
  if (state.runs.length === 0) {
    problem.replaceChildren("Choose runs in ", table, " and press Compare.");
    return;
  }
  const newest = (await get("/runs.json", { limit: 100, columns: "status" })).runs.filter((run) => run.id !== state.runs[0]);
  const other = el("select", { id: "other", "aria-label": "The run to compare with", change: () => {
    if (other.value === "") return;
    state.runs.push(other.value);
    write();
    location.reload();
  } }, el("option", { value: "" }, "choose a run"), ...newest.map((run) => el("option", { value: run.id }, `${run.name} (${run.id})`)));
  problem.replaceChildren("It takes another run to compare with: ", other, " or choose several in ", table, " and press Compare.");
}

async function load() {
  const problem = byId("problem");
  if (state.runs.length === 0) return chooseRuns();
  // Asked ahead: mostly the comparison will be of these runs, unless a baseline joins them.
  const curves = state.runs.length > 1 ? askCurves(state.runs).catch(() => null) : null;
  try {
    comparison = await asked();
    problem.hidden = true;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (state.runs.length === 1 && refusal.status === 400) return chooseRuns();
    problem.hidden = false;
    problem.textContent = refusal.message;
    return;
  }
  document.title = `${comparison.runs.map((run) => run.name).slice(0, 4).join(", ")} · Epochal`;
  drawAll();
  const same = compared().join() === state.runs.join();
  await drawCurves(same ? curves : null);
  if (state.figure || figuresSeen) await drawFigures();
  else whenSeen(byId("figure"), drawFigures);
  versus(comparison);
}

byId("only").checked = !state.all;
byId("only").addEventListener("change", async () => {
  state.all = !byId("only").checked;
  write();
  comparison = await asked();
  drawAll();
});
await load();
document.documentElement.dataset.ready = "yes";
repeat(3000, async () => {
  if (!comparison || !comparison.runs.some((run) => run.status === "RUNNING")) return;
  await drawCurves();
  const answer = await asked();
  const ended = answer.runs.some((run) => run.status !== runOf(run.id)?.status);
  comparison = answer;
  if (ended) {
    drawAll();
    if (figuresSeen) await drawFigures();
    versus(comparison);
  }
});
