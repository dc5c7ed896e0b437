// An answer as the registry's trials give it: its sentence, its levels, and what it rests on.
import { el } from "./dom.js";
import { metricText, number, pText } from "./format.js";

const isShare = (metric) => metric.endsWith("accuracy");

/** A word with a link to its meaning. */
export const term = (id, text) => el("a", { href: `/glossary#term-${id}`, class: "term-link" }, text);

const finite = (value) => { const n = number(value); return n !== null && Number.isFinite(n) ? n : null; };

/** A difference of a metric: points where it is a share. */
export function difference(metric, value) {
  const v = finite(value);
  if (v === null) return "";
  return isShare(metric) ? `${(100 * v).toFixed(2)} points` : metricText(metric, v);
}

const bare = (metric, value) => (isShare(metric) ? (100 * value).toFixed(2) : metricText(metric, value));

function interval(metric, ends) {
  if (!ends || finite(ends[0]) === null) return "";
  return `[${bare(metric, ends[0])}, ${bare(metric, ends[1])}]`;
}

/** A table of what only some rows have something to say in. */
function table(rows, columns, caption) {
  const shown = columns.filter((column) => column.always || rows.some((row) => column.cell(row) !== ""));
  return el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption },
    el("table", { class: "plain" },
      el("thead", {}, el("tr", {}, shown.map((column) => el("th", { scope: "col", class: column.text ? null : "number" }, column.head())))),
      el("tbody", {}, rows.map((row) => el("tr", {}, shown.map((column, i) => el(i === 0 ? "th" : "td", { scope: i === 0 ? "row" : null, class: column.text ? null : "number" }, column.cell(row))))))));
}

const count = (n) => (n > 0 ? String(n) : "");

/** Level by level: n, mean, sd, interval, and what must not be forgotten. */
export function levelTable(factor, metric, levels) {
  return table(levels, [
    { head: () => factor, cell: (level) => level.level, always: true, text: true },
    { head: () => "n", cell: (level) => String(level.n), always: true },
    { head: () => term("censored", "diverged"), cell: (level) => count(level.diverged) },
    { head: () => "never reached", cell: (level) => count(level.unreached) },
    { head: () => "stopped early", cell: (level) => count(level.stopped) },
    { head: () => "left out", cell: (level) => count(level.leftOut) },
    { head: () => `mean of ${metric}`, cell: (level) => (finite(level.mean) === null ? "–" : metricText(metric, level.mean)), always: true },
    { head: () => term("standard-deviation", "sd"), cell: (level) => difference(metric, level.sd) || "–", always: true },
    { head: () => term("confidence-interval", "95 % interval"), cell: (level) => interval(metric, level.ci) || "–", always: true },
    { head: () => "bootstrap", cell: (level) => interval(metric, level.bootstrap) },
    { head: () => "seconds of training", cell: (level) => (finite(level.seconds) === null ? "" : finite(level.seconds).toFixed(1)) },
  ], `Levels of ${factor}`);
}

function pairTable(metric, pairs) {
  return table(pairs, [
    { head: () => "difference", cell: (one) => `${one.b} − ${one.a}`, always: true, text: true },
    { head: () => "n", cell: (one) => String(one.n), always: true },
    { head: () => metric, cell: (one) => difference(metric, one.difference), always: true },
    { head: () => term("confidence-interval", "95 % interval"), cell: (one) => (finite(one.ci?.[0]) === null ? "" : interval(metric, one.ci)), always: true },
    { head: () => "test", cell: (one) => one.test, always: true, text: true },
    { head: () => term("p-value", "p"), cell: (one) => pText(one.p), always: true },
    { head: () => term("holm-s-correction", "p (Holm)"), cell: (one) => pText(one.pAdjusted), always: true },
    { head: () => "g", cell: (one) => (finite(one.effect) === null ? "" : finite(one.effect).toFixed(2)) },
  ], "Pairs of levels");
}

function streamTable(metric, streams) {
  const share = (one) => (finite(one.share) === null ? "" : `${(100 * one.share).toFixed(0)} %${one.shareCi && finite(one.shareCi[0]) !== null ? ` [${(100 * one.shareCi[0]).toFixed(0)}, ${(100 * one.shareCi[1]).toFixed(0)}]` : ""}`);
  return table(streams, [
    { head: () => "what varies", cell: (one) => (one.stream === "seed" ? "seed (all of them)" : `seeds.${one.stream}`), always: true, text: true },
    { head: () => "n", cell: (one) => String(one.n), always: true },
    { head: () => `mean of ${metric}`, cell: (one) => metricText(metric, one.mean), always: true },
    { head: () => term("standard-deviation", "sd"), cell: (one) => difference(metric, one.sd), always: true },
    { head: () => term("confidence-interval", "95 % of the sd"), cell: (one) => interval(metric, one.ci) },
    { head: () => "share of the variance", cell: share },
    { head: () => "different results", cell: (one) => String(one.differentBits ?? "") },
  ], "Streams of randomness");
}

/** What a sentence says, with links to the glossary where it came in pieces. */
export function sentence(text, pieces) {
  return el("p", { class: "answer" }, pieces
    ? pieces.map((piece) => (piece.kind === "LINK" ? el("a", { href: `/glossary#${piece.target}`, class: "term-link" }, piece.text) : piece.text))
    : text);
}

const VERDICT = { different: "a difference was found", same: "the same, within the margin", undecided: "undecided" };

/** Everything that an answer says. */
export function answerBlock(answer, pieces) {
  const metric = answer.response;
  const parts = [sentence(answer.sentence, pieces)];
  const verdict = String(answer.verdict ?? "").toLowerCase();
  const ofSeeds = answer.spread || (verdict !== "undecided" && answer.comparisons.length === 0);
  if (answer.streams.length === 0 && !ofSeeds && VERDICT[verdict]) parts.push(el("p", { class: "verdict", dataset: { verdict } }, VERDICT[verdict]));
  for (const warning of answer.warnings) parts.push(el("p", { class: "warning", role: "note" }, `Note: ${warning}.`));
  parts.push(answer.streams.length ? streamTable(metric, answer.streams) : levelTable(answer.factor, metric, answer.levels));
  parts.push(...remarks(answer, metric));
  if (answer.atBest) parts.push(el("p", {}, `Each level at its own best ${answer.atBest.key}: ${answer.atBest.chosen.map((one) => `${one.level} at ${one.value}`).join(", ")}.`));
  if (answer.comparisons.length) parts.push(el("details", { open: answer.comparisons.length <= 6 }, el("summary", {}, `Pairs of levels (${answer.comparisons.length})`), pairTable(metric, answer.comparisons)));
  for (const [title, others] of [["At the same value for all", answer.atBest?.at ?? []], ["At other budgets", answer.budgets], ["On other metrics", answer.also], ["Class by class", answer.classes]]) {
    if (others.length) parts.push(el("details", {}, el("summary", {}, `${title} (${others.length})`), others.map((part) => [el("p", {}, `${part.name}: ${part.sentence}`), levelTable(answer.factor, part.response, part.levels)])));
  }
  return parts;
}

function remarks(answer, metric) {
  const says = [];
  const trend = answer.trend;
  if (trend && finite(trend.slope) !== null) says.push(el("p", {}, `Over ${answer.factor} it goes by ${difference(metric, trend.slope)} per ${trend.log ? "doubling" : "unit"}; Spearman's correlation is ${finite(trend.rho)?.toFixed(2) ?? "unknown"}, p ${pText(trend.p)}.`));
  if (finite(answer.noiseSd) !== null && answer.streams.length === 0) says.push(el("p", {}, term("noise-floor", "Noise floor"), `: runs of one level that differ in seeds alone have a standard deviation of ${difference(metric, answer.noiseSd)}.`));
  if (answer.moreSeeds > 0) says.push(el("p", {}, `About ${answer.moreSeeds} more runs of each level would settle a difference of the `, term("equivalence-margin", "margin"), "."));
  return says;
}
