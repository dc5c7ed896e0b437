// Curves of runs: one chart for each metric, with the controls that all of them share.
import { el } from "./dom.js";
import { box, choice } from "./fields.js";
import { bytes, metricText, number } from "./format.js";
import { hoverText } from "./hover.js";
import { Plot, plain, usual } from "./plot.js";
import { smoothed } from "./smooth.js";

const AXES = { epoch: "epoch", update: "update", sample: "image", second: "second of training" };

/** Where the step of a metric lies along an axis; null when nobody knows. */
function place(run, metric, axis, step) {
  if (metric.startsWith("system.")) return step;
  const perEpoch = run.updatesPerEpoch ?? null;
  const isUpdate = metric.startsWith("iteration.");
  const epoch = isUpdate ? (perEpoch === null ? null : step / perEpoch) : step;
  if (axis === "epoch") return epoch;
  if (axis === "update") return isUpdate ? step : perEpoch === null ? null : step * perEpoch;
  if (epoch === null) return null;
  if (axis === "sample") return run.images ? epoch * run.images : null;
  const seconds = run.seconds ?? [];
  if (seconds.length === 0) return null;
  const whole = Math.min(Math.floor(epoch), seconds.length);
  const before = whole === 0 ? 0 : seconds[whole - 1];
  if (whole >= seconds.length) return before;
  return before + (epoch - whole) * (seconds[whole] - before);
}

/** The controls: smoothing, axes. What they are set to is `state`; changes are told. */
export function controls(container, state, changed) {
  const value = el("output", {}, Number(state.smooth).toFixed(2));
  const slider = el("input", {
    type: "range", min: "0", max: "0.99", step: "0.01", value: String(state.smooth),
    "aria-label": "Smoothing",
    input: () => {
      state.smooth = Number(slider.value);
      value.textContent = state.smooth.toFixed(2);
      changed();
    },
  });
  const set = (key) => (chosen) => { state[key] = chosen; changed(); };
  container.replaceChildren(
    el("label", { class: "field" }, "smoothing ", slider, " ", value),
    choice("along", Object.entries(AXES), state.x, set("x")),
    box("log y", state.logY, set("logY")),
    box("log x", state.logX, set("logX")),
  );
}

/** The controls' state from an address, with what is usual. */
export function stateOf(query) {
  const smooth = Number(query.get("smooth") ?? 0);
  return {
    smooth: smooth >= 0 && smooth < 1 ? smooth : 0,
    x: query.get("x") in AXES ? query.get("x") : "epoch",
    logY: query.get("logy") === "1",
    logX: query.get("logx") === "1",
  };
}

/** The state for an address: what is usual is left out. */
export function stateParameters(state) {
  return {
    smooth: state.smooth > 0 ? state.smooth : "",
    x: state.x === "epoch" ? "" : state.x,
    logy: state.logY ? "1" : "",
    logx: state.logX ? "1" : "",
  };
}

/** A chart of some metrics of some runs. */
export class Chart {
  /**
   * @param lines (run, metric) gives {key, name, colour, dashed, shown}
   */
  constructor(container, title, metrics, lines) {
    this.metrics = metrics;
    this.lines = lines;
    this.legend = el("span", { class: "legend" });
    this.note = el("span", { class: "chart-note" });
    this.plot = new Plot(container, `Curves of ${title}`, [title, " ", this.legend, " ", this.note]);
    this.box = this.plot.box;
    this.box.addEventListener("dblclick", () =>
      this.plot.chart.dispatchAction({ type: "dataZoom", start: 0, end: 100, batch: [
        { dataZoomIndex: 0, start: 0, end: 100 }, { dataZoomIndex: 1, start: 0, end: 100 } ] }));
    // Drag to zoom, whatever was drawn anew meanwhile.
    this.plot.drawn = () => this.plot.chart.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: true });
  }

  remove() {
    this.plot.remove();
  }

  redraw() {
    if (this.last) this.draw(...this.last);
  }

  /**
   * @param runs {id, updatesPerEpoch, images, seconds, series: {metric: {points, of, means}}}
   * @param remark what else is to be said of them
   */
  draw(runs, state, remark = "") {
    this.last = [runs, state, remark];
    const drawn = [];
    const count = { left: 0, all: 0, broken: 0, unplaced: 0 };
    for (const run of runs) {
      for (const metric of this.metrics) {
        const line = this.lines(run, metric);
        const history = run.series?.[metric];
        if (history && line.shown) drawn.push({ ...line, metric, ...this.#laid(run, metric, history, state, count) });
      }
    }
    this.#say(count, remark, state);
    if (this.metrics.length > 1) this.legend.replaceChildren(...this.metrics.map((metric) => {
      const { colour, name } = this.lines(runs[0], metric);
      const mark = el("span", { class: "swatch" });
      mark.style.background = colour;
      return el("span", {}, mark, ` ${name}`);
    }));
    this.box.dataset.points = String(count.left);
    this.plot.draw((theme) => this.#option(drawn, state, theme), { notMerge: !this.before, replaceMerge: ["series", "xAxis", "yAxis"] });
    this.before = true;
  }

  /** A history along the axis that was chosen: every point, and what the thick line goes through. */
  #laid(run, metric, history, state, count) {
    const along = (list, counts) => {
      const points = [];
      for (const [step, value, n] of list) {
        const x = place(run, metric, state.x, step);
        const y = number(value);
        if (counts && x === null) count.unplaced++;
        if (x === null) continue;
        if (counts && !Number.isFinite(y)) count.broken++;
        const drawable = Number.isFinite(y) && !(state.logY && y <= 0) && !(state.logX && x <= 0);
        points.push([x, drawable ? y : null, n ?? 1]);
      }
      return points;
    };
    count.left += history.points.length;
    count.all += history.of;
    const points = along(history.points, true);
    if (state.smooth === 0) return { raw: null, shown: points };
    // The lowest and the highest of each stretch are no sample of it: its mean is what can be smoothed.
    const means = history.means?.length ? along(history.means, false) : points;
    return { raw: points, shown: smoothed(means, state.smooth) };
  }

  #say({ left, all, broken, unplaced }, remark, state) {
    const says = [];
    if (left < all) says.push(`${left} of ${all} points: lowest, highest and last of each stretch${state.smooth > 0 ? ", smoothed over their means" : ""}`);
    if (broken) says.push(`${broken} not finite`);
    if (unplaced) says.push("some cannot be laid along this axis");
    if (remark) says.push(remark);
    this.note.textContent = says.join("; ");
  }

  #option(drawn, state, theme) {
    const metric = this.metrics[0];
    const axis = {
      axisLine: { lineStyle: { color: theme.line } }, axisLabel: { color: theme.faint, hideOverlap: true },
      splitLine: { lineStyle: { color: theme.line, opacity: 0.5 } }, nameTextStyle: { color: theme.faint },
    };
    const along = metric.startsWith("system.") ? "second" : AXES[state.x];
    const hovered = drawn.map((line) => ({ ...line, points: line.shown.filter(([, y]) => y !== null) }));
    const base = usual(theme, (items) => hoverText(items, hovered, (line, point) => `${metricText(metric, point[1])}  ${shortName(line.name)}`, along), "axis");
    return {
      ...base,
      grid: { left: 8, right: 14, top: 12, bottom: 22, containLabel: true },
      tooltip: { ...base.tooltip, axisPointer: { type: "line", lineStyle: { color: theme.faint } } },
      xAxis: { ...axis, type: state.logX ? "log" : "value", name: along, nameLocation: "middle", nameGap: 24, min: state.logX ? "dataMin" : ({ min }) => (min >= 1 ? min : 0), max: "dataMax", splitLine: { show: false }, axisLabel: { ...axis.axisLabel, formatter: (v) => String(+Number(v).toPrecision(5)) } },
      yAxis: { ...axis, type: state.logY ? "log" : "value", scale: true, ...aroundOne, axisLabel: { ...axis.axisLabel, formatter: tickOf(metric) } },
      // Drag to zoom, double click to see all again: the buttons would say the same.
      toolbox: { itemSize: 0, showTitle: false, top: -40, feature: { dataZoom: { filterMode: "none", icon: { zoom: "path://", back: "path://" } } } },
      dataZoom: [
        { type: "inside", xAxisIndex: 0, filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseMove: false, moveOnMouseWheel: false },
        { type: "inside", yAxisIndex: 0, filterMode: "none", zoomOnMouseWheel: false, moveOnMouseMove: false, moveOnMouseWheel: false },
      ],
      series: drawn.flatMap(seriesOf),
    };
  }
}

/** Bytes as such, shares in percent; else the number, as short as it can be. */
const tickOf = (metric) => (v) =>
  /^system\.(memory|disk)\./.test(metric) ? bytes(v)
    : metric.endsWith("accuracy") ? `${+(100 * v).toFixed(2)} %`
      : Math.abs(v) >= 1e6 ? v.toExponential(1) : String(+v.toPrecision(6));

/** Of one value alone, an axis has no ends of its own, and no labels. */
const aroundOne = {
  min: ({ min, max }) => (min === max && min !== 0 ? min - Math.abs(min) / 2 : null),
  max: ({ min, max }) => (min === max && min !== 0 ? max + Math.abs(max) / 2 : null),
};

/** The line as it was recorded, faint where a smoothed one lies over it. */
function seriesOf(line) {
  const type = line.dashed ? "dashed" : "solid";
  const common = {
    type: "line", name: line.name, color: line.colour, symbolSize: 6, connectNulls: false, animation: false, emphasis: { disabled: true },
  };
  const shown = { ...common, id: line.key, data: line.shown, showSymbol: line.shown.length === 1, lineStyle: { width: 2, type } };
  if (line.raw === null) return [shown];
  return [{ ...common, id: `raw ${line.key}`, data: line.raw, showSymbol: line.raw.length === 1, silent: true, lineStyle: { width: 1, opacity: 0.25, type }, tooltip: { show: false } }, shown];
}

const shortName = (name) => plain(name.length > 44 ? `${name.slice(0, 43)}…` : name);
