// What a person sets: a choice, a box to tick.
import { el } from "./dom.js";

/** A choice in words; what is chosen is told. */
export function choice(label, options, value, changed) {
  const select = el("select", { change: () => changed(select.value) }, options.map(([key, text]) => el("option", { value: key }, text)));
  select.value = value;
  return el("label", { class: "field" }, `${label} `, select);
}

/** A box to tick; what it says is told. */
export function box(label, checked, changed) {
  const input = el("input", { type: "checkbox", change: () => changed(input.checked) });
  input.checked = checked;
  return el("label", { class: "check" }, input, ` ${label}`);
}
