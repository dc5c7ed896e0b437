// One run: its curves, live while it trains, its log, and what people add to it.
import { address, get, keepInAddress, post, repeat } from "./api.js";
import { Chart, controls, stateOf, stateParameters } from "./charts.js";
import { colourOf } from "./colours.js";
import { byId, el, fresh, say, stale } from "./dom.js";
import { interactive } from "./figures.js";
import { notes } from "./notes.js";
import { whenSeen } from "./plot.js";
import { predictions } from "./predictions.js";
import { grown, upTo } from "./reduce.js";
import { startsTraining } from "./training.js";

const run = byId("run");
const id = run.dataset.id;
const LIVE = 1000;

byId("swatch").style.background = colourOf(id);

// Curves

const chartState = stateOf(new URLSearchParams(location.search));
const SPLIT = { train: ["#2f6fdf", false], validation: ["#d9730d", false], test: ["#2a9d5c", false] };
const charts = new Map();
let curves = { id, name: byId("name").textContent, seconds: [], series: {} };

const RATIO = "iteration.updateRatio.";

/** Curves that belong together: the same metric of train and validation. */
function titleOf(metric) {
  const [, split, name] = /^(train|validation|test)\.(.*)$/.exec(metric) ?? [];
  if (metric.startsWith(RATIO)) return "update:parameter ratios";
  return split && !name.endsWith("seconds") ? name : metric;
}

/** Of the same chart, one layer's line from another's. */
const LAYERS = ["#2f6fdf", "#d9730d", "#2a9d5c", "#b5338a", "#7a5cd6", "#b08900", "#12888f", "#c2403a"];
function layerColour(metric) {
  const all = Object.keys(curves.series).filter((name) => name.startsWith(RATIO)).sort();
  return LAYERS[all.indexOf(metric) % LAYERS.length];
}

function line(_, metric) {
  if (metric.startsWith(RATIO)) {
    return { key: metric, name: metric.slice(RATIO.length), colour: layerColour(metric), shown: true };
  }
  const split = metric.split(".")[0];
  const [colour] = SPLIT[split] ?? [colourOf(id)];
  return { key: metric, name: metric, colour: metric.startsWith("iteration.") ? "#2f6fdf" : colour, shown: true };
}

const FIRST = ["loss", "accuracy", "iteration.loss"];
const rank = (title) => (FIRST.includes(title) ? FIRST.indexOf(title) : title.startsWith("system.") ? 200 : 100);

function drawCharts() {
  const groups = new Map();
  for (const metric of Object.keys(curves.series).sort()) {
    const title = titleOf(metric);
    groups.set(title, [...(groups.get(title) ?? []), metric]);
  }
  const titles = [...groups.keys()].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  for (const title of titles) {
    const metrics = groups.get(title);
    const known = charts.get(title);
    if (!known) charts.set(title, new Chart(place(title), title, metrics, line));
    else known.metrics = metrics;
    charts.get(title).draw([curves], chartState);
  }
  if (titles.length === 0) return;
}

function place(title) {
  if (FIRST.includes(title)) return byId("charts");
  let more = byId("more-charts");
  if (!more) {
    more = el("div", { id: "more-charts", class: "chart-grid" });
    byId("charts").after(el("details", { id: "more" }, el("summary", {}, "More curves: learning rate, update:parameter ratios, seconds, machine"), more));
  }
  return more;
}

controls(byId("chart-controls"), chartState, () => {
  keepInAddress(stateParameters(chartState));
  drawCharts();
});

async function load() {
  const known = await get("/curves.json", { runs: id });
  // A network of many layers has more curves than one answer holds.
  for (let at = 0; at === 0 || at < known.metrics.length; at += 40) {
    const answer = await get("/curves.json", { runs: id, metrics: known.metrics.slice(at, at + 40) });
    curves = { ...answer.runs[0], series: { ...curves.series, ...answer.runs[0].series } };
  }
  drawCharts();
  if (Object.keys(curves.series).length === 0) byId("charts").replaceChildren(el("p", {}, "This run recorded no curves."));
}

let from = 0;

/** Takes what the run's journal says from a byte to its end; returns whether more will come. */
function take(chunk) {
  from = chunk.to;
  if (chunk.resumed) cut(chunk.resumed);
  for (const [metric, more] of Object.entries(chunk.series)) {
    const known = curves.series[metric];
    curves.series[metric] = known ? grown(known, more) : more;
  }
  for (const seconds of chunk.seconds) curves.seconds.push((curves.seconds.at(-1) ?? 0) + Number(seconds));
  guessUpdates();
  drawCharts();
  progress(chunk);
  if (chunk.over) ended(chunk);
  return !chunk.over;
}

/** Curves from the run's journal as it grows, for a page that is not told of it. */
async function ask() {
  return take(await get(`/runs/${id}/live.json`, { from }));
}

function cut({ epochs, updates }) {
  for (const [metric, series] of Object.entries(curves.series)) {
    if (metric.startsWith("system.")) continue;
    const last = metric.startsWith("iteration.") ? updates : epochs;
    curves.series[metric] = upTo(series, last);
  }
  curves.seconds.length = Math.min(curves.seconds.length, epochs);
}

/** As long as nobody knows how many updates an epoch has: what was seen so far. */
function guessUpdates() {
  const epochs = curves.seconds.length;
  const updates = curves.series["iteration.loss"]?.points ?? [];
  if (curves.updatesPerEpoch || epochs === 0 || updates.length === 0) return;
  const whole = updates.at(-1)[0];
  curves.updatesPerEpoch = Math.max(1, Math.round(whole / (epochs + (whole % epochs ? 0.5 : 0))));
}

function progress(chunk) {
  const epochs = Number(run.dataset.epochs) || null;
  const done = curves.series["train.loss"]?.points.at(-1)?.[0] ?? 0;
  const line = byId("progress");
  line.hidden = false;
  const left = epochs && curves.seconds.length ? (curves.seconds.at(-1) / curves.seconds.length) * (epochs - done) : null;
  line.replaceChildren(
    `${chunk.status}: epoch ${done}${epochs ? ` of ${epochs}` : ""}${left !== null && left > 0 ? `, about ${Math.ceil(left)} s of training left` : ""} `,
    epochs ? el("progress", { max: String(epochs), value: String(done), "aria-label": "Epochs done" }) : "",
  );
  byId("status").textContent = chunk.status;
  byId("status").dataset.status = chunk.status;
}

// The end: the page loads anew for the final metrics, figures and artifacts, and it does so once.
// Where the registry cannot be written it goes on to say that the run goes on, and loading anew
// would come to the same end again and again.

const ENDED = `epochal.ended.${id}`;

/** Whether it was noted that this tab has loaded the run anew already; null where nothing is kept. */
function loadedAnew(note) {
  try {
    const before = sessionStorage.getItem(ENDED) !== null;
    if (note) sessionStorage.setItem(ENDED, "yes");
    else sessionStorage.removeItem(ENDED);
    return before;
  } catch {
    return null;
  }
}

function ended({ status }) {
  if (loadedAnew(true) === false) {
    location.reload();
    return;
  }
  byId("progress").replaceChildren(
    `${status}: the run is over, and the registry does not have its end yet, as where its file cannot be written. The curves are those of the run's journal. `,
    el("button", { type: "button", class: "quiet", click: () => location.reload() }, "Load again"),
  );
}
if (run.dataset.over === "true") loadedAnew(false);

// The log

const log = byId("log-text");
let logFrom = null;
let logTo = "";

function takeLog(chunk) {
  if (logFrom === null) {
    logFrom = chunk.from;
    byId("log-earlier").hidden = chunk.from === 0;
    if (chunk.size === 0 && run.dataset.over === "true") log.textContent = "There is no log.";
  }
  logTo = chunk.to;
  if (chunk.text) {
    log.append(chunk.text);
    if (byId("follow").checked) log.scrollTop = log.scrollHeight;
  }
}

async function readLog() {
  const before = logTo;
  const chunk = await get(`/runs/${id}/log.json`, { from: logTo });
  takeLog(chunk);
  return chunk.to < chunk.size && chunk.to !== before;
}
byId("log-earlier").addEventListener("click", async () => {
  const start = Math.max(0, logFrom - 200_000);
  let at = start;
  let text = "";
  while (at < logFrom) {
    const chunk = await get(`/runs/${id}/log.json`, { from: at });
    const keep = new TextEncoder().encode(chunk.text).slice(0, logFrom - at);
    text += new TextDecoder().decode(keep);
    if (chunk.to === at) break;
    at = chunk.to;
  }
  log.prepend(text);
  logFrom = start;
  byId("log-earlier").hidden = start === 0;
});

// What people add

/**
 * @param saying what is said once the page shows it
 * @param done is called when it was changed, before the page loads anew
 */
async function edit(path, body, saying, done = () => {}) {
  try {
    await post(path, { runs: [id], ...body });
    done();
    sessionStorage.setItem("epochal.said", saying);
    location.reload();
  } catch (refusal) {
    say(refusal.message, true);
  }
}
notes(id, edit);
byId("tag-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const [key, ...value] = byId("tag").value.split("=");
  edit("/edit/tag", { key, value: value.join("=") }, "tagged");
});
for (const button of document.querySelectorAll(".untag"))
  button.addEventListener("click", () => edit("/edit/untag", { key: button.dataset.key }, "the tag is gone"));
byId("pin").addEventListener("click", () => edit("/edit/baseline", {}, "pinned as the baseline"));
byId("rename").addEventListener("click", () => {
  const name = prompt("The new name:", byId("name").textContent);
  if (name) edit("/edit/rename", { name }, "renamed");
});
byId("delete")?.addEventListener("click", () => {
  if (confirm("Delete this run? It can be restored until ./run gc removes it.")) edit("/edit/delete", {}, "deleted");
});
byId("restore")?.addEventListener("click", () => edit("/edit/restore", {}, "restored"));
const said = sessionStorage.getItem("epochal.said");
if (said) {
  sessionStorage.removeItem("epochal.said");
  say(said);
}

const training = byId("to-training");
if (training) startsTraining(training, id, (message) => say(message, true));

/** A part of the page: one that fails says so in its place, and the others go on. */
async function part(place, work) {
  try {
    await work();
  } catch (problem) {
    place.append(el("p", { class: "problem", role: "alert" }, `This cannot be shown: ${problem.message}`));
  }
}

async function about() {
  const known = (await get("/curves.json", { runs: id })).runs[0];
  curves.images = known.images;
  curves.updatesPerEpoch = known.updatesPerEpoch;
}

async function readWholeLog() {
  while (await readLog());
}

if (run.dataset.over === "true") {
  const drawn = byId("predictions");
  if (byId("predictions-body")) whenSeen(drawn, () => part(drawn, () => predictions(id)));
  await Promise.all([
    part(byId("charts"), load),
    part(byId("figures"), () => interactive(id)),
    part(byId("log"), readWholeLog),
  ]);
} else {
  await part(byId("charts"), about);
  listen();
}

/** Is told of what the run records while the page is looked at; where that fails, asks. */
function listen() {
  let events = null;
  let failed = 0; // times in a row
  let over = false;
  const stop = () => { events?.close(); events = null; };
  const start = () => {
    if (document.hidden || events || over) return;
    events = new EventSource(address(`/runs/${id}/events`, { from: String(from), log: String(logTo) }));
    events.addEventListener("live", (event) => {
      if (take(JSON.parse(event.data))) return;
      over = true;
      stop();
    });
    events.addEventListener("log", (event) => takeLog(JSON.parse(event.data)));
    events.addEventListener("problem", (event) => {
      byId("progress").hidden = false;
      byId("progress").replaceChildren(JSON.parse(event.data).error);
    });
    let opened = false;
    events.addEventListener("open", () => {
      opened = true;
      failed = 0;
      run.dataset.told = "yes";
      fresh();
    });
    events.addEventListener("error", () => {
      const refused = events?.readyState === EventSource.CLOSED && !opened;
      stop();
      if (++failed > 1) stale("the server does not answer: is ./run ui still running?");
      if (refused) repeat(LIVE, async () => { await readWholeLog(); return ask(); });
      else setTimeout(start, LIVE); // from where it stands
    });
  };
  // A browser opens few connections to one server: a page that nobody looks at holds none.
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : start()));
  start();
}
document.documentElement.dataset.ready = "yes";
