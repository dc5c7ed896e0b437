// The table of runs. All that it shows is in the address.
import { Refusal, address, get, post, repeat } from "./api.js";
import { Chart, controls, stateOf, stateParameters } from "./charts.js";
import { choose, colourOf, isShown, show } from "./colours.js";
import { complete, everyName } from "./completion.js";
import { byId, debounced, el, memory, say } from "./dom.js";
import { cellText, columnTitle, isNumeric, metricText, number } from "./format.js";
import { LongTable } from "./table.js";

const USUAL = ["status", "started", "duration", "seed", "dataset", "params.training.batchSize",
  "metrics.validation.accuracy", "metrics.test.accuracy", "metrics.test.loss", "metrics.time.train.wall"];
const REFRESH = 2000;
const MOST_CURVES = 100;
const COMMA = /,(?![^(]*\))(?=(?:[^`]*`[^`]*`)*[^`]*$)/;

const several = (n) => (n === 1 ? "1 run" : `${n} runs`);

let state = read();
let baseline = null;
let baselineValues = null;
let deltasOf = null; // the run whose values those are
let chart = null;
const chosen = new Map();

function read() {
  const query = new URLSearchParams(location.search);
  const list = (name) => (query.get(name) ?? "").split(COMMA).map((s) => s.trim()).filter(Boolean);
  const columns = list("columns");
  return {
    filter: query.get("filter") ?? "",
    sort: query.get("sort") ?? "",
    columns: columns.length ? columns : memory.get("columns", USUAL),
    group: query.get("group") ?? "",
    hide: query.get("hide") === "failed",
    deleted: query.get("deleted") === "1",
    deltas: query.get("deltas") === "1",
    plot: query.get("plot") ?? "",
    chart: stateOf(query),
  };
}

/** What the server is asked, which is what the address says too. */
function question() {
  return {
    filter: state.filter, sort: state.sort, columns: state.columns, group: state.group,
    hide: state.hide ? "failed" : "", deleted: state.deleted ? "1" : "",
  };
}

function write(push = true) {
  const usual = state.columns.join() === USUAL.join();
  const url = address("/", {
    ...question(), columns: usual ? "" : state.columns, deltas: state.deltas ? "1" : "", plot: state.plot,
    ...(state.plot ? stateParameters(state.chart) : {}),
  });
  if (url !== location.pathname + location.search) history[push ? "pushState" : "replaceState"](null, "", url);
}

const table = new LongTable(
  byId("table"), (offset, limit) => get("/runs.json", { ...question(), offset, limit }), drawRow, told);

function told(answer) {
  baseline = answer.baseline;
  if (state.deltas && baseline !== deltasOf) changed(false); // pinned by now, here or elsewhere
  byId("notices").replaceChildren(...answer.notices.map((text) => el("p", { class: "notice" }, text)));
  const none = answer.total === 0;
  const all = !state.filter && !state.hide && !state.deleted;
  byId("empty").hidden = !(none && all);
  byId("count").textContent = none ? (all ? "" : "No run matches.") : several(answer.total);
}

function drawRow(tr, run) {
  const picked = el("input", {
    type: "checkbox", "aria-label": `choose ${run.name}`, "data-part": "choose",
    change: (event) => { event.target.checked ? chosen.set(run.id, run.name) : chosen.delete(run.id); bulk(); tr.classList.toggle("chosen", event.target.checked); },
  });
  picked.checked = chosen.has(run.id);
  tr.classList.toggle("chosen", picked.checked);
  tr.classList.toggle("live", Boolean(run.live));
  const shown = isShown(run.id);
  const colour = el("input", {
    type: "color", "aria-label": `colour of ${run.name}`, "data-part": "colour", class: "swatch",
    change: (event) => { choose(run.id, event.target.value); drawChart(); },
  });
  colour.value = colourOf(run.id);
  tr.append(
    el("td", { class: "tools" }, picked, colour,
      el("button", {
        type: "button", class: "quiet eye", "data-part": "eye", "aria-pressed": String(shown), "aria-label": `show the curves of ${run.name}`, title: shown ? "curves shown" : "curves hidden",
        click: () => { show(run.id, !isShown(run.id)); table.draw(); drawChart(); },
      }, shown ? "◉" : "○")),
    el("th", { scope: "row", class: "name" }, el("a", { href: `/runs/${run.id}`, "data-part": "name", title: run.name }, run.name),
      run.id === baseline ? el("span", { class: "badge", title: "the others are compared with it" }, "baseline") : null),
    ...state.columns.map((column, i) => cell(run, column, run.values[i], i)),
  );
}

function cell(run, column, value, i) {
  if (column === "status") {
    const live = run.live;
    const text = live ? `${run.status} ${live.epoch}${live.epochs ? `/${live.epochs}` : ""}` : run.status;
    return el("td", {}, el("span", { class: "status", dataset: { status: run.status } }, text));
  }
  const numeric = isNumeric(column) || typeof value === "number";
  const text = cellText(column, value);
  const td = el("td", { class: numeric ? "number" : "", title: value === null ? null : String(value) }, text);
  if (run.live && column.startsWith("metrics.") && text) td.classList.add("so-far");
  if (state.deltas && baselineValues && run.id !== baseline && /^(metrics\.|duration)/.test(column)) {
    const delta = number(value) - number(baselineValues[i]);
    if (number(value) !== null && number(baselineValues[i]) !== null && Number.isFinite(delta))
      td.append(el("small", { class: "delta" }, ` ${metricText(column === "duration" ? "seconds" : column.slice(8), delta, true)}`));
  }
  return td;
}

function head() {
  const parts = state.sort.split(COMMA)[0];
  const by = parts.replace(/^-/, "");
  const header = (column, title) => {
    const sorted = by === column ? (parts.startsWith("-") ? "descending" : "ascending") : null;
    return el("th", { scope: "col", "aria-sort": sorted, class: isNumeric(column) ? "number" : "", title: column },
      el("button", { type: "button", class: "sort", click: () => sortBy(column) }, title, sorted ? (sorted === "descending" ? " ↓" : " ↑") : ""));
  };
  const all = el("input", { type: "checkbox", "aria-label": "choose all that were loaded", change: (event) => {
    for (const run of table.known()) event.target.checked ? chosen.set(run.id, run.name) : chosen.delete(run.id);
    bulk(); table.draw();
  } });
  table.setHead([el("th", { scope: "col", class: "tools" }, all), header("name", "name"), ...state.columns.map((c) => header(c, columnTitle(c)))]);
}

/** First the way that is looked for: the newest, the best; then the other way; then as it was. */
function sortBy(column) {
  const downFirst = column === "started" || column === "ended" || (isNumeric(column) && !/loss|seconds|time\.|duration|seed|epochsTo/.test(column));
  const order = downFirst ? [`-${column}`, column, ""] : [column, `-${column}`, ""];
  state.sort = order[(order.indexOf(state.sort) + 1) % 3];
  changed();
}

async function changed(push = true) {
  write(push);
  controlsShown();
  head();
  const problem = byId("filter-problem");
  const grouped = state.group !== "";
  try {
    await (grouped ? drawGroups() : withBaseline(() => table.reset()));
    problem.hidden = true;
    byId("filter").removeAttribute("aria-invalid");
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    problem.hidden = false;
    problem.replaceChildren(...refused(refusal));
    byId("filter").setAttribute("aria-invalid", "true");
  }
  drawChart();
}

/** The mistake at its column, below the filter as it was written. */
function refused(refusal) {
  if (!refusal.column) return [refusal.message];
  const from = Math.max(0, refusal.column - 41);
  return [
    el("code", { class: "caret" }, `${state.filter.slice(from, refusal.column + 40)}\n${" ".repeat(refusal.column - 1 - from)}^`),
    refusal.message,
  ];
}

async function withBaseline(draw) {
  baselineValues = null;
  if (state.deltas) {
    const pinned = (await get("/runs.json", { limit: 1, columns: "status" })).baseline;
    deltasOf = pinned;
    if (pinned) {
      const found = await get("/runs.json", { filter: `id = "${pinned}"`, columns: state.columns, limit: 1 });
      baselineValues = found.runs[0]?.values ?? null;
    } else say("No run is pinned as the baseline: choose one and pin it.");
  }
  await draw();
}

async function drawGroups() {
  const groups = await get("/groups.json", question());
  const numbers = Object.keys(groups[0]?.means ?? {});
  const rows = groups.map((group) => el("tr", {},
    ...Object.values(group.group).map((value) => el("th", { scope: "row" }, value === null ? "—" : String(value))),
    el("td", { class: "number" }, String(group.n)), el("td", { class: "number" }, String(group.seeds)),
    el("td", {}, Object.entries(group.notFinished).map(([status, n]) => `${n} ${status}`).join(", ")),
    ...numbers.map((column) => {
      const mean = group.means[column];
      const metric = column === "duration" ? "seconds" : column.replace(/^metrics\./, "");
      const half = mean.ci ? ` ± ${metricText(metric, (mean.ci[1] - mean.ci[0]) / 2)}` : "";
      const few = mean.n < group.n ? ` (${mean.n} of ${group.n})` : "";
      return el("td", { class: "number", title: mean.n ? `n = ${mean.n}, sd = ${mean.sd}` : null }, mean.n ? metricText(metric, mean.mean) + half + few : "");
    })));
  table.replace([...state.group.split(COMMA).map((c) => el("th", { scope: "col" }, c)), el("th", { scope: "col" }, "n"), el("th", { scope: "col" }, "seeds"), el("th", { scope: "col" }, "not finished"),
    ...numbers.map((c) => el("th", { scope: "col", class: "number", title: c }, columnTitle(c)))], rows);
  byId("count").textContent = `${groups.length} groups; means of finished runs with 95 % intervals (Student's t)`;
}

// Bulk actions

function bulk() {
  byId("bulk").hidden = chosen.size === 0;
  byId("chosen").textContent = `${chosen.size} chosen`;
  const compared = chosen.size + (baseline && !chosen.has(baseline) ? 1 : 0); // which is always among them
  byId("compare").disabled = compared < 2 || compared > 50;
  byId("pin").disabled = chosen.size !== 1;
  byId("delete").hidden = state.deleted;
  byId("restore").hidden = !state.deleted;
}

async function edit(path, body, done) {
  const runs = [...chosen.keys()];
  try {
    const answer = await post(path, { runs, ...body });
    say(done(answer.changed.length));
    await (state.group ? drawGroups() : table.refresh());
    return true;
  } catch (refusal) {
    say(refusal.message, true);
    return false;
  }
}
function none() {
  chosen.clear();
  bulk();
  table.draw();
}
byId("none").addEventListener("click", none);
byId("compare").addEventListener("click", () => { location.href = address("/compare", { runs: [...chosen.keys()] }); });
byId("delete").addEventListener("click", async () => {
  if (!confirm(`Delete ${several(chosen.size)}? They can be restored until ./run gc removes them.`)) return;
  if (await edit("/edit/delete", {}, (n) => `deleted ${several(n)}; they are in the list of the deleted`)) none();
});
byId("restore").addEventListener("click", async () => { if (await edit("/edit/restore", {}, (n) => `restored ${several(n)}`)) none(); });
byId("pin").addEventListener("click", () => edit("/edit/baseline", {}, () => "pinned as the baseline"));
byId("tag-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [key, ...value] = byId("tag").value.split("=");
  if (await edit("/edit/tag", { key, value: value.join("=") }, (n) => `tagged ${several(n)}`)) byId("tag").value = "";
});

// The bar

function controlsShown() {
  byId("filter").value = state.filter;
  byId("hide-failed").checked = state.hide;
  byId("deleted").checked = state.deleted;
  byId("deltas").checked = state.deltas;
  byId("plot").setAttribute("aria-pressed", String(state.plot !== ""));
  const group = byId("group");
  if (![...group.options].some((o) => o.value === state.group)) group.append(el("option", { value: state.group }, state.group));
  group.value = state.group;
  byId("csv").href = address("/runs.csv", question());
  bulk();
}
byId("query").addEventListener("submit", (event) => { event.preventDefault(); state.filter = byId("filter").value.trim(); changed(); });
for (const [id, key] of [["hide-failed", "hide"], ["deleted", "deleted"], ["deltas", "deltas"]])
  byId(id).addEventListener("change", (event) => { state[key] = event.target.checked; if (key === "deleted") none(); changed(); });
byId("group").addEventListener("change", (event) => { state.group = event.target.value; changed(); });
byId("group").addEventListener("focus", async () => {
  const names = (await get("/names.json")).params;
  const known = new Set([...byId("group").options].map((o) => o.value));
  for (const name of ["experiment", "status", "dataset", "seed", ...names.map((n) => `params.${n}`)])
    if (!known.has(name)) byId("group").append(el("option", { value: name }, name));
}, { once: true });
complete(byId("filter"), byId("suggestions"), () => get("/names.json"));

// Columns

async function chooseColumns() {
  const names = await get("/names.json");
  const all = [...new Set([...state.columns, ...everyName(names).filter((n) => n !== "name")])];
  const list = byId("column-list");
  const fill = () => {
    const wanted = byId("column-search").value.toLowerCase();
    list.replaceChildren(...all.filter((name) => name.toLowerCase().includes(wanted)).slice(0, 500).map((name) => {
      const box = el("input", { type: "checkbox", change: () => {
        state.columns = box.checked ? [...state.columns, name] : state.columns.filter((c) => c !== name);
        memory.set("columns", state.columns);
        later();
      } });
      box.checked = state.columns.includes(name);
      return el("label", { class: "check" }, box, ` ${name}`);
    }));
  };
  byId("column-search").oninput = fill;
  byId("column-search").value = "";
  byId("columns-usual").onclick = () => { state.columns = [...USUAL]; memory.set("columns", USUAL); fill(); later(); };
  fill();
  byId("columns").showModal();
}
const later = debounced(150, () => changed());
byId("choose").addEventListener("click", chooseColumns);

// Curves of the runs that are seen, and of those around them

byId("plot").addEventListener("click", () => {
  state.plot = state.plot ? "" : "validation.loss";
  write();
  controlsShown();
  drawChart();
});

let controlled = null; // what the controls were made for

function chartControls(metrics) {
  const made = { state: state.chart, metrics: [state.plot, ...metrics].join() };
  if (controlled?.state === made.state && controlled.metrics === made.metrics) return;
  controlled = made;
  controls(byId("chart-controls"), state.chart, () => { write(false); chart.redraw(); });
  const metric = el("select", { "aria-label": "Metric", change: () => { state.plot = metric.value; write(); drawChart(); } },
    metrics.map((name) => el("option", { value: name }, name)));
  metric.value = state.plot;
  byId("chart-controls").prepend(el("label", { class: "field" }, "metric ", metric));
}

let asked = 0;

async function drawCurves() {
  const panel = byId("chart-panel");
  panel.hidden = state.plot === "" || state.group !== "";
  if (panel.hidden) return;
  const mine = ++asked;
  const all = [...new Set([...table.visible(), ...table.known()])];
  const runs = all.filter((run) => isShown(run.id)).slice(0, MOST_CURVES);
  if (runs.length === 0) return chart?.draw([], state.chart);
  const answer = await get("/curves.json", { runs: runs.map((run) => run.id), metrics: state.plot, points: 1000 });
  if (mine !== asked) return; // something else was chosen meanwhile
  if (chart?.metrics[0] !== state.plot) {
    chart?.remove();
    chart = new Chart(byId("chart"), state.plot, [state.plot], (run) => ({ key: run.id, name: run.name, colour: colourOf(run.id), shown: isShown(run.id) }));
  }
  chartControls([...new Set([...answer.metrics, state.plot])]);
  const drawn = answer.runs.filter((run) => run.series[state.plot]).length;
  const of = table.total > drawn ? `${drawn} of the ${several(table.total)} in the table` : "";
  chart.draw(answer.runs, state.chart, of);
}

const drawChart = debounced(80, async () => {
  try {
    await drawCurves();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    say(refusal.message, true);
  }
});
byId("table").addEventListener("scroll", debounced(300, () => state.plot && drawChart()));

addEventListener("popstate", () => { state = read(); changed(false); });
await changed(false);
repeat(REFRESH, async () => {
  if (byId("columns").open || !byId("filter-problem").hidden) return;
  if (state.group) return drawGroups();
  await table.refresh();
  if (state.plot && table.visible().some((run) => run.live)) drawChart();
});
document.documentElement.dataset.ready = "yes";
