// A long table of which only what is seen is fetched and drawn; a real table, so that it can be read aloud and reached by keys.
import { el } from "./dom.js";

const ROW = 31;
const CHUNK = 100;
const MARGIN = 12;

export class LongTable {
  /**
   * @param container scrolls
   * @param fetchRows (offset, limit) gives {total, runs}
   * @param drawRow (tr, row, index) fills the row
   * @param told (answer) what else the answer says, unless other rows are wanted by now
   */
  constructor(container, fetchRows, drawRow, told) {
    this.told = told;
    this.foreign = false;
    this.container = container;
    this.fetchRows = fetchRows;
    this.drawRow = drawRow;
    this.chunks = new Map();
    this.total = 0;
    this.version = 0;
    this.head = el("thead");
    this.body = el("tbody");
    this.table = el("table", { class: "runs" }, this.head, this.body);
    container.replaceChildren(this.table);
    let waiting = false;
    container.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; this.#view(); });
    });
    new ResizeObserver(() => this.#view()).observe(container);
  }

  setHead(cells) {
    this.head.replaceChildren(el("tr", {}, cells));
  }

  /** Shows rows that are not fetched here, until the next reset. */
  replace(headCells, rows) {
    this.version++;
    this.foreign = true;
    this.chunks.clear();
    this.total = rows.length;
    this.table.removeAttribute("aria-rowcount");
    this.setHead(headCells);
    this.body.replaceChildren(...rows);
  }

  /** Other rows in another order: what was known of them does not count. */
  async reset() {
    this.version++;
    this.foreign = false;
    this.container.scrollTop = 0;
    const kept = this.chunks;
    this.chunks = new Map();
    try {
      await this.#load(0);
    } catch (problem) {
      this.chunks = kept;
      throw problem;
    }
    this.draw();
  }

  /** The same rows as they are by now; nothing moves. */
  async refresh() {
    if (this.foreign) return;
    const [first, last] = this.#seen();
    const version = this.version;
    const from = Math.floor(first / CHUNK);
    const to = Math.floor(Math.max(first, last - 1) / CHUNK);
    const before = this.total;
    for (let chunk = from; chunk <= to; chunk++) await this.#load(chunk, version);
    if (version !== this.version) return;
    if (before !== this.total) for (const chunk of [...this.chunks.keys()]) if (chunk < from || chunk > to) this.chunks.delete(chunk);
    this.draw();
  }

  /** The rows that are known of those seen. */
  visible() {
    const [first, last] = this.#seen();
    const rows = [];
    for (let i = first; i < last; i++) {
      const row = this.#row(i);
      if (row) rows.push(row);
    }
    return rows;
  }

  known() {
    return [...this.chunks.entries()].sort((a, b) => a[0] - b[0]).flatMap(([, rows]) => rows);
  }

  #row(i) {
    return this.chunks.get(Math.floor(i / CHUNK))?.[i % CHUNK];
  }

  #seen() {
    const first = Math.max(0, Math.floor(this.container.scrollTop / ROW) - MARGIN);
    const fit = Math.ceil(this.container.clientHeight / ROW) + 2 * MARGIN;
    return [Math.min(first, Math.max(0, this.total - 1)), Math.min(this.total, first + fit)];
  }

  async #load(chunk, version = this.version) {
    const answer = await this.fetchRows(chunk * CHUNK, CHUNK);
    if (version !== this.version) return;
    this.total = answer.total;
    this.chunks.set(chunk, answer.runs);
    this.told(answer);
  }

  async #view() {
    if (this.foreign) return;
    const [first, last] = this.#seen();
    if (first === this.first && last === this.last) return;
    this.draw();
    const version = this.version;
    for (let chunk = Math.floor(first / CHUNK); chunk * CHUNK < last; chunk++) {
      if (this.chunks.has(chunk) || this.loading?.has(chunk)) continue;
      (this.loading ??= new Set()).add(chunk);
      try {
        await this.#load(chunk, version);
      } catch {
        return; // the next look tries again
      } finally {
        this.loading.delete(chunk);
      }
      if (version === this.version) this.draw();
    }
  }

  /** Draws what is seen, and keeps what has the keyboard's focus. */
  draw() {
    if (this.foreign) return;
    const [first, last] = this.#seen();
    this.first = first;
    this.last = last;
    const focused = document.activeElement?.closest?.("tr[data-id]") ? {
      id: document.activeElement.closest("tr").dataset.id, part: document.activeElement.dataset.part } : null;
    const rows = [];
    for (let i = first; i < last; i++) {
      const row = this.#row(i);
      const tr = el("tr", { "aria-rowindex": String(i + 2) });
      if (row) {
        tr.dataset.id = row.id;
        this.drawRow(tr, row, i);
      } else {
        tr.append(el("td", { colspan: "99", class: "loading" }, "…"));
      }
      rows.push(tr);
    }
    this.body.replaceChildren(this.#space(first), ...rows, this.#space(this.total - last));
    this.table.setAttribute("aria-rowcount", String(this.total + 1));
    if (focused) this.body.querySelector(`tr[data-id="${CSS.escape(focused.id)}"] [data-part="${focused.part}"]`)?.focus({ preventScroll: true });
  }

  #space(rows) {
    const tr = el("tr", { class: "space", "aria-hidden": "true" });
    tr.style.height = `${Math.max(0, rows) * ROW}px`;
    return tr;
  }
}
