// A run's colour and whether its curves are shown: the same on every page.
import { memory } from "./dom.js";

const chosen = memory.get("colours", {});
const hidden = new Set(memory.get("hidden", []));

function hash(text) {
  let h = 2166136261;
  for (const character of text) h = Math.imul(h ^ character.charCodeAt(0), 16777619);
  h = Math.imul(h ^ (h >>> 15), 2246822519);
  return (h ^ (h >>> 13)) >>> 0;
}

function hex(hue, saturation, lightness) {
  const a = saturation * Math.min(lightness, 1 - lightness);
  const part = (n) => {
    const k = (n + hue / 30) % 12;
    const value = lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * value).toString(16).padStart(2, "0");
  };
  return `#${part(0)}${part(8)}${part(4)}`;
}

/** Made of the run's id, unless a person chose another one; seen on light and on dark. */
export function colourOf(id) {
  if (chosen[id]) return chosen[id];
  const h = hash(id);
  return hex(h % 360, 0.55 + ((h >>> 9) % 3) * 0.13, 0.42 + ((h >>> 12) % 3) * 0.08);
}

export function choose(id, colour) {
  chosen[id] = colour;
  memory.set("colours", chosen);
}

export const isShown = (id) => !hidden.has(id);

export function show(id, shown) {
  if (shown) hidden.delete(id);
  else hidden.add(id);
  memory.set("hidden", [...hidden].slice(-5000));
}
