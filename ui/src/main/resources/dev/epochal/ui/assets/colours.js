// A run's colour and whether its curves are shown: the same on every page.
import { debounced, memory } from "./dom.js";

const MOST = 5000;

const chosen = memory.get("colours", {});
const seen = memory.get("seen", {});
let next = Math.max(-1, ...Object.values(seen)) + 1;
const remember = debounced(200, () => {
  const newest = Object.entries(seen).slice(-MOST);
  memory.set("seen", Object.fromEntries(newest));
});
const hidden = new Set(memory.get("hidden", []));

function hex(hue, saturation, lightness) {
  const a = saturation * Math.min(lightness, 1 - lightness);
  const part = (n) => {
    const k = (n + hue / 30) % 12;
    const value = lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * value).toString(16).padStart(2, "0");
  };
  return `#${part(0)}${part(8)}${part(4)}`;
}

/**
 * A run has the colour that a person chose, or keeps the one that it had when it was first seen here:
 * the golden angle keeps neighbours far apart.
 */
export function colourOf(id) {
  if (chosen[id]) return chosen[id];
  if (!(id in seen)) {
    seen[id] = next++;
    remember();
  }
  const n = seen[id];
  return hex((212 + n * 137.508) % 360, 0.68 - 0.12 * (Math.floor(n / 3) % 2), 0.46 - 0.08 * (n % 2));
}

export function choose(id, colour) {
  chosen[id] = colour;
  memory.set("colours", chosen);
}

export const isShown = (id) => !hidden.has(id);

export function show(id, shown) {
  if (shown) hidden.delete(id);
  else hidden.add(id);
  memory.set("hidden", [...hidden].slice(-MOST));
}
