// Elements made of data: text is always text, never HTML.

/** An element; attributes that are functions listen, null and false ones are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

let fading = null;

/** Says something for a few seconds. */
export function say(message, problem = false) {
  const toast = byId("toast");
  toast.textContent = message;
  toast.classList.toggle("problem", problem);
  toast.classList.add("shown");
  clearTimeout(fading);
  fading = setTimeout(() => toast.classList.remove("shown"), problem ? 8000 : 4000);
}

let freshAt = new Date();

/** What the page shows is of now. */
export function fresh() {
  freshAt = new Date();
  byId("stale")?.remove();
}

/** Says at the top that what the page shows is of some time ago, until it is `fresh` again. */
export function stale(why) {
  const says = `Not up to date: what is shown is of ${freshAt.toLocaleTimeString()}; ${why}`;
  const place = byId("stale") ?? el("p", { id: "stale", class: "problem", role: "alert" });
  if (place.textContent !== says) place.textContent = says;
  if (!place.isConnected) byId("main").prepend(place);
}

/**
 * Does what replaces elements of a place, and gives the keyboard's focus back to the one with the same
 * `data-focus` or id.
 */
export function keepingFocus(place, work) {
  const had = place.contains(document.activeElement) ? document.activeElement : null;
  const mark = had?.dataset.focus ? `[data-focus="${CSS.escape(had.dataset.focus)}"]` : had?.id ? `#${CSS.escape(had.id)}` : null;
  work();
  if (mark) place.querySelector(mark)?.focus({ preventScroll: true });
}

/** What this browser remembers; nothing where it may not. */
export const memory = {
  get(key, otherwise) {
    try {
      const text = localStorage.getItem(`epochal.${key}`);
      return text === null ? otherwise : JSON.parse(text);
    } catch {
      return otherwise;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`epochal.${key}`, JSON.stringify(value));
    } catch {
      // A browser that remembers nothing works too.
    }
  },
};

/** Waits until nothing more comes for a moment. */
export function debounced(milliseconds, work) {
  let timer = null;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), milliseconds);
  };
}
