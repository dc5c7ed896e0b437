// The notes of a run: written, changed, taken away. What is half typed outlives a page that loads anew.
import { byId, el } from "./dom.js";

/** Texts that were not sent yet, as long as this tab is open; none where a browser keeps nothing. */
const drafts = {
  key: (id, note) => `epochal.draft.${id}.${note}`,
  get(id, note) {
    try {
      return sessionStorage.getItem(this.key(id, note));
    } catch {
      return null;
    }
  },
  /** @param text null forgets */
  set(id, note, text) {
    try {
      if (text === null) sessionStorage.removeItem(this.key(id, note));
      else sessionStorage.setItem(this.key(id, note), text);
    } catch {
      // It is lost when the page is.
    }
  },
};

const NEW = "new";

/**
 * @param id of the run
 * @param edit (path, body, said) changes the run; tells whether it was done
 */
export function notes(id, edit) {
  const area = byId("note");
  area.value = drafts.get(id, NEW) ?? area.value;
  area.addEventListener("input", () => drafts.set(id, NEW, area.value === "" ? null : area.value));
  byId("note-form").addEventListener("submit", (event) => {
    event.preventDefault();
    edit("/edit/note", { text: area.value }, "noted", () => drafts.set(id, NEW, null));
  });
  for (const note of document.querySelectorAll(".note[data-number]")) {
    const at = note.dataset.at;
    const body = { number: Number(note.dataset.number), at };
    const change = () => editor(id, note, body, edit);
    note.querySelector(".change-note").addEventListener("click", () => {
      if (!note.querySelector("form")) change().focus();
    });
    note.querySelector(".remove-note").addEventListener("click", () => {
      if (confirm("Remove this note? It cannot be brought back."))
        edit("/edit/note/remove", body, "the note is gone", () => drafts.set(id, at, null));
    });
    if (drafts.get(id, at) !== null) change();
  }
}

/** Puts a field in the place of a note's text, and gives it. */
function editor(id, note, body, edit) {
  const text = note.querySelector(".note-text");
  const field = el("textarea", { rows: "3", maxlength: "100000", "aria-label": `Note ${body.number}` });
  field.value = drafts.get(id, body.at) ?? text.textContent;
  field.addEventListener("input", () => drafts.set(id, body.at, field.value));
  const close = () => {
    drafts.set(id, body.at, null);
    form.remove();
    text.hidden = false;
  };
  const form = el("form", { class: "stack" }, field,
    el("p", { class: "bar" }, el("button", { type: "submit" }, "Save"), el("button", { type: "button", class: "quiet", click: close }, "Cancel")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    edit("/edit/note/change", { ...body, text: field.value }, "changed", () => drafts.set(id, body.at, null));
  });
  text.hidden = true;
  text.after(form);
  return field;
}
