// What every page has: theme, marked page, times of the reader's zone, buttons that copy.
import { byId, el, say } from "./dom.js";
import { bytes, duration, metricText, time } from "./format.js";

const dark = () =>
  document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;

byId("theme")?.addEventListener("click", () => {
  const theme = dark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("epochal.theme", theme);
  } catch {
    // It holds for this page.
  }
  document.dispatchEvent(new CustomEvent("theme"));
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
  document.dispatchEvent(new CustomEvent("theme")),
);

const page = document.querySelector("main")?.dataset.page;
const listed = { run: "runs", sweep: "sweeps" }[page] ?? page; // one of them belongs to the list
document.querySelector(`nav [data-page="${listed}"]`)?.setAttribute("aria-current", "page");

for (const at of document.querySelectorAll("main time[datetime]")) {
  at.textContent = time(at.dateTime);
  at.title = at.dateTime;
}
for (const cell of document.querySelectorAll("[data-metric]")) {
  if (cell.textContent.trim() === "") continue;
  cell.title = cell.textContent.trim();
  cell.textContent = metricText(cell.dataset.metric, cell.textContent.trim());
}
for (const cell of document.querySelectorAll("[data-bytes]")) {
  cell.title = `${cell.dataset.bytes} bytes`;
  cell.textContent = bytes(Number(cell.dataset.bytes));
}
for (const span of document.querySelectorAll("[data-seconds]")) {
  span.textContent = span.dataset.seconds === "" ? "goes on" : `took ${duration(span.dataset.seconds)}`;
}

/** The clipboard where the page may use it; else the old way. */
async function copy(text) {
  try {
    if (navigator.clipboard) return await navigator.clipboard.writeText(text);
  } catch {
    // A browser that asks first, and was told no.
  }
  const area = el("textarea", { class: "hidden" });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.(".copy");
  if (!button) return;
  await copy(button.dataset.copy);
  say(`copied: ${button.dataset.copy}`);
});

// "/" goes to the filter, as in many such pages.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey) return;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName)) return;
  const filter = byId("filter");
  if (filter) {
    event.preventDefault();
    filter.focus();
  }
});
