// Completes names in the filter box.
import { el } from "./dom.js";

const FIELDS = ["id", "name", "experiment", "status", "seed", "started", "ended", "duration", "dataset", "note"];
const WORDS = ["and", "or", "not", "in", "like", "ilike", "between", "is null", "is not null", "epochsTo(", "secondsTo("];
const STATUSES = ["FINISHED", "RUNNING", "FAILED", "KILLED", "CRASHED", "SCHEDULED"];
const MOST = 12;
const PLAIN = /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u;

/** A name as a filter takes it. */
export const written = (kind, name) => `${kind}.${PLAIN.test(name) ? name : `\`${name.replaceAll("`", "``")}\``}`;

/** Every value of a run that can be named. */
export function everyName(names) {
  return [
    ...FIELDS,
    ...names.params.map((name) => written("params", name)),
    ...names.metrics.map((name) => written("metrics", name)),
    ...names.tags.map((name) => written("tags", name)),
  ];
}

export function complete(input, list, loadNames) {
  let names = null;
  let chosen = -1;
  const word = () => {
    const before = input.value.slice(0, input.selectionStart ?? 0);
    return /[\p{L}\p{N}_.`()-]*$/u.exec(before)[0];
  };
  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function candidates(start) {
    const lower = start.toLowerCase();
    const before = input.value.slice(0, (input.selectionStart ?? 0) - start.length);
    const all = /status\s*(=|!=|in\s*\([^)]*)\s*$/i.test(before) ? STATUSES : [...names, ...WORDS];
    const begins = all.filter((name) => name.toLowerCase().startsWith(lower));
    const holds = all.filter((name) => !name.toLowerCase().startsWith(lower) && name.toLowerCase().includes(lower));
    return [...begins, ...holds].filter((name) => name !== start).slice(0, MOST);
  }
  async function open() {
    const start = word();
    if (start.length < 1) return close();
    names ??= everyName(await loadNames());
    const found = candidates(start);
    if (found.length === 0 || document.activeElement !== input) return close();
    list.replaceChildren(...found.map((name, i) =>
      el("li", { role: "option", id: `suggestion-${i}`, "aria-selected": "false", mousedown: (e) => { e.preventDefault(); take(name); } }, name)));
    chosen = -1;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }
  function take(name) {
    const at = input.selectionStart;
    const from = at - word().length;
    input.setRangeText(name + (name.endsWith("(") ? "" : " "), from, at, "end");
    close();
    input.focus();
  }
  function mark(step) {
    const items = [...list.children];
    chosen = (chosen + step + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
    input.setAttribute("aria-activedescendant", `suggestion-${chosen}`);
    items[chosen].scrollIntoView({ block: "nearest" });
  }
  input.addEventListener("input", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(1);
    else if (event.key === "ArrowUp") mark(-1);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) take(list.children[chosen].textContent);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
