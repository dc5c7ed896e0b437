// The exercises: how far somebody is with each, and what was found.
import { Refusal, get, repeat } from "./api.js";
import { answerBlock } from "./answer.js";
import { byId, el } from "./dom.js";
import { time } from "./format.js";
import { over } from "./trialcounts.js";

const STATE = { "not run": "not run yet", running: "running", stopped: "stopped", answered: "answered", unanswered: "finished, no answer" };
const opened = new Set();

const title = (exercise) => {
  const words = exercise.name.replace(/^\d+-/, "").replaceAll("-", " ");
  return `${exercise.number}. ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

function command(text) {
  return el("p", { class: "command" }, el("code", {}, text), " ", el("button", { type: "button", class: "quiet copy", dataset: { copy: text }, "aria-label": `Copy ${text}` }, "Copy"));
}

function standing(exercise) {
  const { sweep } = exercise;
  if (!sweep) return null;
  const link = el("a", { href: `/sweeps/${sweep.id}` }, sweep.name);
  const done = over(sweep.trials, sweep.stopped);
  const progress = exercise.state === "running" ? el("progress", { max: sweep.planned, value: done, "aria-label": "Trials that are over" }) : null;
  return el("p", { class: "facts" }, "your sweep ", link, `: ${done} of ${sweep.planned} trials are over `, progress);
}

/** A person's own answer; before there is one, what was found with this project. */
function found(exercise) {
  const { answer, recorded, state } = exercise;
  const parts = [];
  if (answer) parts.push(details(exercise, "yours", answer, "What your runs say"));
  if (exercise.trouble) parts.push(el("p", { class: "faint" }, exercise.trouble));
  if (recorded) {
    const at = time(recorded.ended).slice(0, 10);
    const heading = `${answer ? "What was found with this project" : "Found with this project"} on ${at}, with ${recorded.dataset}`;
    parts.push(answer ? folded(exercise, "before", heading, details(exercise, "recorded", recorded.answer)) : details(exercise, "recorded", recorded.answer, heading));
  } else if (!answer && state !== "running") parts.push(el("p", { class: "faint" }, "Nothing was recorded of it yet."));
  return parts;
}

/** What opens with a click, and stays so when the page is drawn anew. */
function folded(exercise, what, summary, ...content) {
  const key = `${exercise.number}-${what}`;
  const more = el("details", { open: opened.has(key), toggle: () => (more.open ? opened.add(key) : opened.delete(key)) }, el("summary", {}, summary), content.flat());
  return more;
}

function details(exercise, whose, answer, heading = null) {
  const [first, ...rest] = answerBlock(answer);
  return el("div", { class: `found ${whose}` }, heading ? el("h3", {}, heading) : null, first, folded(exercise, `${whose}-numbers`, "The numbers", rest));
}

function card(exercise) {
  return el("article", { class: "exercise", id: exercise.name, dataset: { state: exercise.state } },
    el("h2", {}, title(exercise), " ", el("span", { class: "state", dataset: { state: exercise.state } }, STATE[exercise.state] ?? exercise.state)),
    el("p", { class: "question" }, exercise.question),
    el("p", { class: "faint" }, `${exercise.description}: ${exercise.trials} trials.`),
    exercise.state === "stopped" ? command(`./run resume ${exercise.sweep.id}`) : command(`./run ${exercise.spec}`),
    standing(exercise),
    ...found(exercise),
    exercise.why ? folded(exercise, "why", "What to expect, and why", el("p", {}, exercise.why)) : null);
}

let shown = "";

async function load() {
  let exercises;
  try {
    exercises = await get("/exercises.json");
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    byId("problem").hidden = false;
    byId("problem").textContent = refusal.message;
    return;
  }
  byId("problem").hidden = true;
  const now = JSON.stringify(exercises);
  if (now === shown) return;
  shown = now;
  const of = (state) => exercises.filter((exercise) => exercise.state === state).length;
  byId("standing").textContent = `${of("answered")} of ${exercises.length} answered by you${of("running") ? `, ${of("running")} running` : ""}`;
  byId("exercises").replaceChildren(...exercises.map(card));
}

await load();
if (location.hash) byId(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
document.documentElement.dataset.ready = "yes";
repeat(5000, load);
