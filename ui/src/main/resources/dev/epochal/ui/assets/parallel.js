// Parallel coordinates of what was set and what came of it; what is brushed filters the trials.
import { el } from "./dom.js";
import { number } from "./format.js";
import { Framed, axisStyle, tick } from "./framed.js";

/** `key:from..to` of each brushed axis, as an address has it. */
export function brushText(brush) {
  return [...brush].map(([name, [from, to]]) => `${encodeURIComponent(name)}:${from}..${to}`).join(";");
}

export function brushOf(text) {
  const brush = new Map();
  for (const part of (text ?? "").split(";")) {
    const [, name, from, to] = /^(.+):(-?[\d.e+-]+)\.\.(-?[\d.e+-]+)$/i.exec(part) ?? [];
    if (name !== undefined && Number.isFinite(Number(from)) && Number.isFinite(Number(to))) brush.set(safely(name), [Number(from), Number(to)]);
  }
  return brush;
}

function safely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const round = (v) => +Number(v).toPrecision(6);

export class ParallelPlot {
  /** @param brushed (brush, runs) with the ids of the runs that lie within all, or null for all */
  constructor(container, brush, brushed) {
    this.brush = brush;
    this.brushed = brushed;
    const chart = el("div", {});
    this.keys = el("details", { class: "brush-keys" }, el("summary", {}, "Brush by numbers instead of by dragging"), el("div", { class: "bar" }));
    container.replaceChildren(chart, this.keys);
    this.plot = new Framed(chart, "Parallel coordinates of params and response", (colours, figure) => this.#option(colours, figure), 340);
    this.plot.drawn = () => this.#restore();
    this.plot.chart.on("axisareaselected", (event) => this.#selected(event));
  }

  draw(figure) {
    this.figure = figure;
    this.axes = [
      ...figure.axes.map((axis) => ({ ...axis, name: axis.param })),
      { name: figure.response, kind: "response", values: [] },
    ];
    this.rows = figure.lines.map((line) => ({ run: line.run, at: [...line.values.map((value, i) => place(figure.axes[i], value)), number(line.response)] }));
    this.finite = this.rows.filter((row) => Number.isFinite(row.at.at(-1)));
    const known = new Set(this.axes.map((axis) => axis.name));
    for (const name of [...this.brush.keys()]) if (!known.has(name)) this.brush.delete(name);
    this.plot.draw(figure);
    const lacking = this.rows.length - this.finite.length;
    this.plot.note.textContent = `A line per run, coloured by ${figure.response}${lacking ? `; dashed: ${lacking} without a value (diverged, stopped or never reached)` : ""}. Drag along an axis to brush, click it to take the brush away.`;
    this.#drawKeys();
    this.#tell();
  }

  clear() {
    this.brush.clear();
    this.plot.redraw();
    this.#drawKeys();
    this.#tell();
  }

  /** The runs within every brush; null when nothing is brushed. */
  within() {
    if (this.brush.size === 0) return null;
    return new Set(this.rows.filter((row) => this.axes.every((axis, i) => {
      const range = this.brush.get(axis.name);
      if (!range) return true;
      const v = row.at[i];
      return v !== null && Number.isFinite(v) && v >= range[0] && v <= range[1];
    })).map((row) => row.run));
  }

  #tell() {
    this.brushed(this.brush, this.within());
  }

  #option(colours, figure) {
    const style = axisStyle(colours);
    const values = this.finite.map((row) => row.at.at(-1));
    const low = Math.min(...values);
    const high = Math.max(...values);
    const last = this.axes.length - 1;
    const axes = this.axes.map((axis, i) => ({
      dim: i, id: `axis${i}`, name: axis.name.length > 26 ? `…${axis.name.slice(-25)}` : axis.name, nameLocation: "end", nameGap: 14,
      ...style, axisLine: { lineStyle: { color: colours.faint } }, axisLabel: { ...style.axisLabel, color: colours.text, fontSize: 11, textBorderColor: colours.back, textBorderWidth: 3, ...(axis.kind === "category" ? {} : { formatter: axis.kind === "response" ? tick(axis.name) : (v) => String(+Number(v).toPrecision(4)) }) },
      ...(axis.kind === "category" ? { type: "category", data: axis.values } : { type: axis.kind === "log" ? "log" : "value", scale: true, ...(axis.kind === "log" ? { min: "dataMin", max: "dataMax" } : {}) }),
      areaSelectStyle: { width: 18, borderWidth: 1, borderColor: colours.accent, color: colours.accent, opacity: 0.25 },
    }));
    const line = (rows, extra) => ({ type: "parallel", lineStyle: { width: 2, opacity: 0.7 }, inactiveOpacity: 0.06, activeOpacity: 0.95, progressive: 0, ...extra, data: rows });
    const draw = (row) => row.at.map((v, i) => (this.axes[i].kind === "category" ? this.axes[i].values[v] : Number.isFinite(v) ? v : "-"));
    return {
      parallel: { left: 70, right: 90, top: 42, bottom: 18 },
      parallelAxis: axes,
      visualMap: low < high ? { show: false, dimension: last, min: low, max: high, seriesIndex: 0, inRange: { color: ramp(figure.goal) } } : undefined,
      series: [
        line(this.finite.map(draw), low < high ? {} : { lineStyle: { width: 2, color: colours.accent, opacity: 0.7 } }),
        line(this.rows.filter((row) => !this.finite.includes(row)).map(draw), { lineStyle: { width: 1.5, type: "dashed", color: colours.bad, opacity: 0.7 } }),
      ],
    };
  }

  #selected(event) {
    if (this.restoring) return;
    const model = this.plot.chart.getModel();
    this.axes.forEach((axis, i) => {
      const intervals = model.getComponent("parallelAxis", i)?.activeIntervals ?? [];
      if (intervals.length === 0) this.brush.delete(axis.name);
      else this.brush.set(axis.name, [round(Math.min(...intervals.map((one) => one[0]))), round(Math.max(...intervals.map((one) => one[1])))]);
    });
    this.#drawKeys();
    this.#tell();
  }

  /** Shows the brush that an address or the fields ask for. */
  #restore() {
    this.restoring = true;
    this.axes.forEach((axis, i) => {
      const range = this.brush.get(axis.name);
      if (range) this.plot.chart.dispatchAction({ type: "axisAreaSelect", parallelAxisId: `axis${i}`, intervals: [range] });
    });
    this.restoring = false;
  }

  /** For those who use no mouse: the ends of each brush as choices and numbers. */
  #drawKeys() {
    if (this.keys.contains(document.activeElement)) return;
    this.keys.lastChild.replaceChildren(...this.axes.map((axis, i) => {
      const range = this.brush.get(axis.name);
      const ends = this.rows.map((row) => row.at[i]).filter((v) => Number.isFinite(v));
      const end = (which, side) => {
        const input = axis.kind === "category"
          ? el("select", { "aria-label": `${axis.name} ${side}` }, el("option", { value: "" }, side), ...axis.values.map((value, place) => el("option", { value: String(place) }, value)))
          : el("input", { type: "number", step: "any", placeholder: String(round(which ? Math.max(...ends) : Math.min(...ends))), "aria-label": `${axis.name} ${side}`, class: "brush-end" });
        input.value = range ? String(axis.kind === "category" ? Math.round(which ? Math.floor(range[1]) : Math.ceil(range[0])) : range[which]) : "";
        input.addEventListener("change", () => this.#typed(axis, which, input.value, ends));
        return input;
      };
      return el("span", { class: "field" }, `${axis.name} `, end(0, "from"), " ", end(1, "to"));
    }));
  }

  #typed(axis, which, text, ends) {
    const range = [...(this.brush.get(axis.name) ?? [Math.min(...ends), Math.max(...ends)])];
    if (text === "") this.brush.delete(axis.name);
    else {
      range[which] = Number(text);
      this.brush.set(axis.name, range);
    }
    this.plot.redraw();
    this.#tell();
  }
}

/** Where a value lies along its axis: a number, or the place of a word. */
function place(axis, value) {
  return axis.kind === "category" ? axis.values.indexOf(value) : Number(value);
}

/** From the worst to the best, readable on light and dark. */
function ramp(goal) {
  const colours = ["#d1495b", "#d98f3d", "#7a9e54", "#2a9d8f", "#2f7de1"];
  return goal === "MIN" || goal === "min" ? colours.toReversed() : colours;
}

