// Images as they were before any normalisation, with what a model said of them.
import { el } from "./dom.js";

/** Draws pixels: Base64 of unsigned bytes, `[channels, height, width]`. */
function picture(pixels, shape, label) {
  const { channels, height, width } = shape;
  const canvas = el("canvas", { class: "pixels", role: "img", "aria-label": label, width, height });
  const bytes = atob(pixels);
  const plane = width * height;
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let i = 0; i < plane; i++) {
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = bytes.charCodeAt((channels === 3 ? c : 0) * plane + i);
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

export const percent = (share) => (Number.isFinite(Number(share)) ? `${(100 * Number(share)).toFixed(1)} %` : "NaN");

const sentence = (item, names) => `${names[item.predicted]} with ${percent(item.confidence)}`;

/**
 * One image as a card.
 *
 * @param said what each model said of it: {who, item}; without who there is one
 */
export function card(gallery, said) {
  const { classNames: names, shape } = gallery;
  const first = said[0].item;
  const about = `image ${first.position} of the split, row ${first.row} of the dataset`;
  return el("figure", { class: "image-card", title: about, dataset: { position: String(first.position) } },
    first.pixels ? picture(first.pixels, shape, `${about}, truly ${names[first.label]}`) : el("span", { class: "no-image" }, "not kept"),
    el("figcaption", {}, el("span", {}, "truly ", el("b", {}, names[first.label])),
      ...said.map(({ who, item }) => el("span", { class: item.predicted === item.label ? "right" : "wrong", title: item.best.map((guess) => `${names[guess.ofClass]}: ${percent(guess.probability)}`).join("\n") },
        item.predicted === item.label ? "✓ " : "✗ ", who ? `${who}: ` : "", sentence(item, names)))));
}
