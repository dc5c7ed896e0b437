// A run's predictions: the confusion matrix of a split, and the images behind each of its cells.
import { Refusal, get, keepInAddress } from "./api.js";
import { byId, debounced, el, keepingFocus } from "./dom.js";
import { card } from "./images.js";
import { confusion } from "./matrix.js";

const PAGE = 36;
const KEYS = ["split", "true", "predicted", "answer", "order", "low", "high"];
const SPLITS = ["train", "validation", "test"];

/** @param id of a run that is over */
export async function predictions(id) {
  const place = byId("predictions-body");
  const state = {};
  let counts = null;

  function read() {
    const query = new URLSearchParams(location.search);
    for (const key of KEYS) state[key] = query.get(key) ?? "";
  }

  function change(changes) {
    Object.assign(state, changes);
    keepInAddress(Object.fromEntries(KEYS.map((key) => [key, state[key]])), true);
    guarded();
  }

  const choice = (key, label, options) => {
    const select = el("select", { id: `predictions-${key}`, change: () => change({ [key]: select.value }) },
      options.map(([value, text]) => el("option", { value }, text)));
    select.value = state[key];
    return el("label", { class: "field" }, `${label} `, select);
  };
  const share = (key, label, usual) => {
    const input = el("input", { id: `predictions-${key}`, type: "number", min: "0", max: "1", step: "any", value: state[key], placeholder: usual, class: "share",
      input: debounced(400, () => input.validity.valid && change({ [key]: input.value === "" ? "" : String(Number(input.value)) })) });
    return el("label", { class: "field" }, `${label} `, input);
  };

  async function page(from) {
    const { split, order, answer, low, high } = state;
    return get(`/runs/${id}/predictions.json`, { split, true: state.true, predicted: state.predicted, answer, order, low, high, from: String(from), limit: String(PAGE) });
  }

  let round = 0;
  async function draw() {
    const mine = ++round;
    const [matrices, gallery] = await Promise.all([
      counts?.asked === state.split ? counts : get("/confusion.json", { runs: id, split: state.split }),
      page(0),
    ]);
    if (mine !== round) return; // something else was chosen meanwhile
    counts = Object.assign(matrices, { asked: state.split });
    const [run] = matrices.runs;
    const names = gallery.classNames;
    const chosen = state.true !== "" && state.predicted !== "" ? [Number(state.true), Number(state.predicted)] : null;
    const classes = [["", "any"], ...names.map((name, c) => [String(c), name])];
    const splits = SPLITS.filter((split) => gallery.splits.includes(split));
    const cards = el("div", { class: "images" }, gallery.images.map((item) => card(gallery, [{ item }])));
    const more = el("button", { type: "button", id: "more-images" }, "More images");
    const count = el("p", { class: "count", role: "status" });
    const say = () => {
      const shown = cards.childElementCount;
      count.textContent = `${gallery.matching.toLocaleString("en")} of ${gallery.n.toLocaleString("en")} ${gallery.split} images${shown < gallery.matching ? `; the first ${shown} are shown` : ""}${gallery.kept ? "" : "; their pixels were not kept"}`;
      more.hidden = shown >= gallery.matching;
    };
    more.addEventListener("click", async () => {
      try {
        const next = await page(cards.childElementCount);
        cards.append(...next.images.map((item) => card(next, [{ item }])));
        say();
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        count.textContent = refusal.message;
      }
    });
    say();
    keepingFocus(place, () => place.replaceChildren(
      el("div", { class: "bar" },
        choice("split", "split", splits.map((split) => [split === gallery.split && state.split === "" ? "" : split, split])),
        choice("true", "truly", classes), choice("predicted", "taken for", classes),
        choice("answer", "answers", [["", "all"], ["wrong", "wrong"], ["right", "right"]]),
        share("low", "probability from", "0"), share("high", "to", "1"),
        choice("order", "order", [["", "as in the split"], ["surest", "surest first"], ["least", "least sure first"]]),
        KEYS.some((key) => key !== "split" && state[key] !== "") ? el("button", { type: "button", id: "all-images", click: () => change({ true: "", predicted: "", answer: "", order: "", low: "", high: "" }) }, "All images") : null),
      el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Confusion matrix" },
        confusion(run.counts, names, `Images of ${gallery.split}: choose a cell to see them`, chosen,
          (truth, predicted) => change(chosen && chosen[0] === truth && chosen[1] === predicted ? { true: "", predicted: "" } : { true: String(truth), predicted: String(predicted) }))),
      count, cards, more));
    place.dataset.drawn = "yes";
  }

  async function guarded() {
    try {
      await draw();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      place.replaceChildren(el("p", {}, refusal.message));
    }
  }

  read();
  addEventListener("popstate", () => { read(); guarded(); });
  await guarded();
}
