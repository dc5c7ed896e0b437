// Runs against each other image by image: confusion matrices, ROC curves, and who is right where.
import { Refusal, get, keepInAddress } from "./api.js";
import { colourOf, isShown } from "./colours.js";
import { byId, el, keepingFocus } from "./dom.js";
import { choice } from "./fields.js";
import { card } from "./images.js";
import { confusion, difference } from "./matrix.js";
import { Plot, axis, plain, usual, whenSeen } from "./plot.js";

const PAGE = 24;
const SPLITS = ["validation", "test", "train"];
const query = new URLSearchParams(location.search);
const state = { split: query.get("split") ?? "", roc: query.get("roc") ?? "", other: query.get("with") ?? "", right: query.get("right") ?? "" };
let comparison = null;
let plot = null;
let seen = false;

const put = (changes) => {
  Object.assign(state, changes);
  keepInAddress({ split: state.split, roc: state.roc, with: state.other, right: state.right });
  return draw();
};

/** Draws the sections of runs that are over; asks nothing before they are looked at. */
export function versus(compared) {
  comparison = compared;
  if (seen) draw();
  else whenSeen(byId("versus"), () => { seen = true; draw(); });
}

/** Redraws what depends on colours and on which runs are shown. */
export const recolour = () => plot?.redraw();

/** A choice that is found again when its section was drawn anew. */
function chooser(id, ...what) {
  const label = choice(...what);
  label.querySelector("select").id = id;
  return label;
}

let round = 0;
async function draw() {
  const mine = ++round;
  const place = byId("versus");
  try {
    await drawSections(mine, place);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (mine !== round) return;
    plot?.remove();
    plot = null;
    place.replaceChildren(el("p", { class: "faint" }, refusal.message),
      state.split === "" ? "" : el("button", { type: "button", click: () => put({ split: "", roc: "" }) }, "The usual split"));
  }
  place.dataset.drawn = "yes";
}

async function drawSections(mine, place) {
  const ids = comparison.runs.map((run) => run.id);
  const [matrices, roc] = await Promise.all([get("/confusion.json", { runs: ids, split: state.split }), get("/roc.json", { runs: ids, split: state.split, class: state.roc })]);
  if (mine !== round) return;
  const have = matrices.runs.filter((run) => run.counts);
  const reasons = [...new Set([...matrices.runs, ...roc.runs].map((run) => run.lacking).filter(Boolean))];
  const lacking = reasons.length ? el("ul", { class: "faint" }, reasons.map((why) => el("li", {}, why))) : "";
  if (have.length === 0) {
    plot?.remove();
    plot = null;
    place.replaceChildren(el("p", {}, "None of these runs has predictions that can be laid side by side:"), lacking);
    return;
  }
  const all = SPLITS.filter((split) => have.some((run) => run.splits.includes(split)));
  const split = have[0].split;
  const rocPlace = el("div", { class: "chart-grid" });
  const matrixPlace = el("div", {});
  const imagePlace = el("div", { id: "disagreements" });
  plot?.remove();
  keepingFocus(place, () => place.replaceChildren(
    el("div", { class: "bar" },
      chooser("versus-split", "split", all.map((name) => [name, name]), split, (value) => put({ split: value })),
      chooser("versus-roc", "ROC of", [["", "the mean of all classes"], ...have[0].classNames.map((name, c) => [String(c), `${name} against the rest`])], state.roc, (value) => put({ roc: value }))),
    lacking,
    rocPlace, matrixPlace, imagePlace));
  plot = drawRoc(rocPlace, roc.runs.filter((run) => !run.lacking), split, state.roc === "" ? "mean of all classes" : `${have[0].classNames[Number(state.roc)]} against the rest`);
  await drawPair(have, matrixPlace, imagePlace);
}

const area = (run) => `AUC ${Number(run.area).toFixed(4)}${Number.isFinite(Number(run.low)) ? ` (95 % ${Number(run.low).toFixed(4)} to ${Number(run.high).toFixed(4)})` : ""}`;

function drawRoc(place, runs, split, what) {
  const made = new Plot(place, `ROC on ${split}: ${what}`);
  made.draw((theme) => ({
    ...usual(theme, (item) => `${plain(item.seriesName)}\n${(100 * item.value[1]).toFixed(1)} % found at ${(100 * item.value[0]).toFixed(2)} % false alarms`),
    xAxis: axis(theme, "false positive rate", { min: 0, max: 1 }),
    yAxis: axis(theme, "true positive rate", { min: 0, max: 1, nameGap: 34 }),
    series: [
      ...runs.filter((run) => isShown(run.id)).map((run) => ({
        type: "line", name: run.name, color: colourOf(run.id), showSymbol: false, symbolSize: 8, lineStyle: { width: 2, type: run.id === comparison.reference ? "dashed" : "solid" },
        data: run.x.map((x, i) => [x, run.y[i]]), emphasis: { focus: "series" }, triggerLineEvent: true,
      })),
      { type: "line", name: "chance", silent: true, showSymbol: false, color: theme.line, data: [[0, 0], [1, 1]], lineStyle: { type: "dotted", width: 1 } },
    ],
  }));
  place.append(el("ul", { class: "areas", "aria-label": "Areas under the curves" }, runs.toSorted((a, b) => Number(b.area) - Number(a.area)).map((run) => {
    const mark = el("span", { class: "swatch" });
    mark.style.background = colourOf(run.id);
    return el("li", {}, mark, " ", el("a", { href: `/runs/${run.id}` }, run.name), ` ${area(run)}`);
  })));
  return made;
}

async function drawPair(have, matrixPlace, imagePlace) {
  const reference = have.find((run) => run.id === comparison.reference);
  const others = have.filter((run) => run.id !== reference?.id);
  if (!reference || others.length === 0) {
    matrixPlace.replaceChildren(el("p", { class: "faint" }, "Image by image, two runs with predictions are compared; the reference must be one of them."));
    return;
  }
  const other = others.find((run) => run.id === state.other) ?? others[0];
  const heading = el("div", { class: "bar" },
    chooser("versus-with", `${reference.name} against`, others.map((run) => [run.id, run.name]), other.id, (value) => put({ other: value })));
  const sameClasses = reference.classNames.join() === other.classNames.join();
  const open = (run) => (truth, predicted) => location.assign(`/runs/${run.id}?split=${run.split}&true=${truth}&predicted=${predicted}#predictions`);
  matrixPlace.replaceChildren(heading, sameClasses
    ? el("div", { class: "matrices" },
        wide("difference", difference(other.counts, reference.counts, other.classNames, `${other.name} − ${reference.name}, images of ${other.split}`)),
        el("details", {}, el("summary", {}, "The two matrices themselves"), ...[reference, other].map((run) => wide(run.name, confusion(run.counts, run.classNames, run.name, null, open(run))))))
    : el("p", {}, "They have other classes."));
  if (reference.sha256 !== other.sha256) matrixPlace.append(el("p", { class: "notice" }, `Their ${other.split} images differ: the matrices are of different images.`));
  await drawImages(reference, other, imagePlace);
}

const wide = (label, ...children) => el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": `Confusion matrix: ${label}` }, ...children);

async function drawImages(reference, other, place) {
  const ask = (from) => get("/disagreements.json", { a: reference.id, b: other.id, split: reference.split, right: state.right, from: String(from), limit: String(PAGE) });
  let found;
  try {
    found = await ask(0);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    place.replaceChildren(el("p", { class: "faint" }, refusal.message));
    return;
  }
  const p = found.p < 0.0001 ? "p < 0.0001" : `p = ${found.p.toFixed(4)}`;
  const points = (share) => `${share >= 0 ? "+" : "−"}${Math.abs(100 * share).toFixed(2)}`;
  const cards = (of) => of.images.map((pair) => card(of, [{ who: reference.name, item: pair.a }, { who: other.name, item: pair.b }]));
  const list = el("div", { class: "images" }, cards(found));
  const more = el("button", { type: "button", id: "more-disagreements" }, "More images");
  more.hidden = found.images.length >= found.matching;
  more.addEventListener("click", async () => {
    const next = await ask(list.childElementCount);
    list.append(...cards(next));
    more.hidden = list.childElementCount >= next.matching;
  });
  place.replaceChildren(
    el("h3", {}, "Images that one got right and the other wrong"),
    el("p", { class: "sentence" }, `Of ${found.n.toLocaleString("en")} ${found.split} images ${reference.name} alone is right on ${found.onlyA}, ${other.name} alone on ${found.onlyB}: a difference of ${points(found.difference)} points (95 % interval ${points(found.ci[0])} to ${points(found.ci[1])}; McNemar's exact test: ${p}).`),
    el("div", { class: "bar", role: "group", "aria-label": "Who is right" },
      ...[["", `right: ${reference.name} (${found.onlyA})`], ["b", `right: ${other.name} (${found.onlyB})`]].map(([value, text]) =>
        el("button", { type: "button", "aria-pressed": String((state.right === "b") === (value === "b")), click: () => put({ right: value }) }, text))),
    list, more);
}
