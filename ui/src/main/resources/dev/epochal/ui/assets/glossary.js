// The glossary: what is typed leaves the terms that have it.
import { address } from "./api.js";
import { byId } from "./dom.js";

const search = byId("search");
const terms = [...document.querySelectorAll(".term")];
search.value = new URLSearchParams(location.search).get("q") ?? "";

function draw() {
  const words = search.value.trim().toLowerCase();
  for (const term of terms) term.hidden = words !== "" && !term.textContent.toLowerCase().includes(words);
  byId("found").textContent = `${terms.filter((term) => !term.hidden).length} terms`;
}

search.addEventListener("input", () => {
  history.replaceState(null, "", address("/glossary", { q: search.value.trim() }));
  draw();
});
// A link to a term that is filtered away shows it.
addEventListener("hashchange", () => {
  if (byId(location.hash.slice(1))?.hidden) {
    search.value = "";
    draw();
    byId(location.hash.slice(1)).scrollIntoView();
  }
});
draw();
document.documentElement.dataset.ready = "yes";
