// Confusion matrices as tables whose cells can be chosen.
import { el } from "./dom.js";

const sum = (row) => row.reduce((all, n) => all + n, 0);

/** How strong a cell's colour is: of 100 at most, and never nothing for something. */
const strength = (share) => (share === 0 ? 0 : Math.round(8 + 62 * Math.sqrt(Math.min(1, Math.abs(share)))));

function shaded(cell, colour, share) {
  if (share !== 0) cell.style.background = `color-mix(in srgb, var(${colour}) ${strength(share)}%, var(--back))`;
  return cell;
}

function table(counts, names, caption, cellOf) {
  return el("table", { class: "matrix" },
    el("caption", {}, caption),
    el("thead", {},
      el("tr", {}, el("th", { class: "corner" }, "true ↓ predicted →"), ...names.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, counts.map((row, truth) =>
      el("tr", {}, el("th", { scope: "row" }, names[truth]), ...row.map((n, predicted) => cellOf(n, truth, predicted, row))))));
}

/**
 * Counts of true against predicted classes; a cell is shaded by its share of the true class.
 *
 * @param chosen [truth, predicted], or null
 */
export function confusion(counts, names, caption, chosen, choose) {
  return table(counts, names, caption, (n, truth, predicted, row) => {
    const isChosen = chosen && chosen[0] === truth && chosen[1] === predicted;
    const share = sum(row) === 0 ? 0 : n / sum(row);
    const button = el("button", {
      type: "button", class: "cell", "aria-pressed": String(Boolean(isChosen)),
      "aria-label": `${n} images of ${names[truth]} taken for ${names[predicted]}`,
      title: `${n} of ${sum(row)} images of ${names[truth]} (${(100 * share).toFixed(1)} %) were taken for ${names[predicted]}`,
      click: () => choose(truth, predicted),
    }, n === 0 ? "·" : String(n));
    return shaded(el("td", {}, button), truth === predicted ? "--right" : "--wrong", share);
  });
}

/** How much more often (or, negative, less often) each thing happened; shaded by share of the true class. */
export function difference(counts, reference, names, caption) {
  const changes = counts.map((row, truth) => row.map((n, predicted) => n - reference[truth][predicted]));
  return table(changes, names, caption, (n, truth, predicted) => {
    const all = sum(reference[truth]) || 1;
    const good = truth === predicted ? n > 0 : n < 0;
    const cell = el("td", { class: "number", title: `${counts[truth][predicted]} instead of ${reference[truth][predicted]}` }, n === 0 ? "·" : n > 0 ? `+${n}` : `−${-n}`);
    return shaded(cell, good ? "--right" : "--wrong", n / all);
  });
}
