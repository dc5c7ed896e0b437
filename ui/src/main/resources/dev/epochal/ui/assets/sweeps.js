// The list of sweeps: the newest first, each with what it says.
import { address, get, repeat } from "./api.js";
import { byId, debounced, el, keepingFocus } from "./dom.js";
import { duration, metricText, time } from "./format.js";
import { isOver, over } from "./trialcounts.js";

const AT_ONCE = 4;
const said = new Map();
const search = byId("search");
search.value = new URLSearchParams(location.search).get("q") ?? "";
let sweeps = [];

/** As long as this is the same, so is what the sweep says. */
const standing = (sweep) => JSON.stringify([sweep.id, sweep.status, sweep.trials]);

function trialsCell(sweep) {
  const done = over(sweep.trials, sweep.stopped);
  const bad = Object.entries(sweep.trials).filter(([status]) => ["FAILED", "KILLED", "CRASHED"].includes(status)).map(([status, n]) => `${n} ${status.toLowerCase()}`);
  if (sweep.stopped > 0) bad.push(`${sweep.stopped} stopped early`);
  if (sweep.reused > 0) bad.push(`${sweep.reused} reused`);
  return [
    `${done} of ${sweep.planned}`,
    isOver(sweep.status) ? null : el("progress", { max: sweep.planned, value: done, "aria-label": `trials of ${sweep.name} that are over` }),
    bad.length ? el("small", {}, ` ${bad.join(", ")}`) : null,
  ];
}

function sentenceOf(sweep) {
  const answer = said.get(standing(sweep));
  if (!answer) return el("span", { class: "faint" }, "…");
  if (answer.sentence) return answer.sentence;
  const why = (sweep.trials.FINISHED ?? 0) === 0 ? (isOver(sweep.status) ? "no trial finished" : "no trial has finished yet") : `no answer: ${answer.trouble}`;
  return el("span", { class: "faint" }, why);
}

function draw() {
  const words = search.value.trim().toLowerCase();
  const shown = sweeps.filter((sweep) => `${sweep.name} ${sweep.experiment} ${sweep.id}`.toLowerCase().includes(words));
  byId("empty").hidden = sweeps.length > 0;
  byId("sweeps").hidden = sweeps.length === 0;
  byId("count").textContent = sweeps.length === 0 ? "" : `${shown.length === sweeps.length ? shown.length : `${shown.length} of ${sweeps.length}`} ${sweeps.length === 1 ? "sweep" : "sweeps"}`;
  keepingFocus(byId("sweeps"), () => byId("sweeps").replaceChildren(el("table", { class: "plain sweeps" },
    el("thead", {}, el("tr", {}, ["sweep", "state", "trials", "started", "what it says"].map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, shown.map((sweep) => el("tr", { dataset: { id: sweep.id } },
      el("th", { scope: "row" }, el("a", { href: `/sweeps/${sweep.id}`, dataset: { focus: sweep.id } }, sweep.name), el("small", {}, ` ${sweep.method.toLowerCase()}`)),
      el("td", {}, el("span", { class: "status", dataset: { status: sweep.status } }, sweep.status)),
      el("td", {}, trialsCell(sweep)),
      el("td", {}, el("time", { datetime: sweep.started, title: sweep.started }, time(sweep.started)), sweep.ended ? el("small", {}, ` ${duration((new Date(sweep.ended) - new Date(sweep.started)) / 1000)}`) : null),
      el("td", { class: "says" }, sentenceOf(sweep), sweep.bestValue === null ? null : el("small", {}, ` Best ${sweep.metric} ${metricText(sweep.metric, sweep.bestValue)}`))))))));
  return shown;
}

/** A few after the other, so that the first ones are there at once. */
async function ask(shown) {
  for (;;) {
    const next = shown.filter((sweep) => !said.has(standing(sweep))).slice(0, AT_ONCE);
    if (next.length === 0) return;
    const answers = await get("/sentences.json", { sweeps: next.map((sweep) => sweep.id) });
    for (const sweep of next) said.set(standing(sweep), answers[sweep.id]);
    draw();
  }
}

let standings = "";

async function load() {
  const now = await get("/sweeps.json");
  if (JSON.stringify(now) === standings) return; // what has the focus, or is marked, stays so
  standings = JSON.stringify(now);
  sweeps = now;
  await ask(draw());
}

search.addEventListener("input", debounced(150, () => {
  history.replaceState(null, "", address("/sweeps", { q: search.value.trim() }));
  ask(draw());
}));
await load();
document.documentElement.dataset.ready = "yes";
repeat(3000, load);
