// Curves of runs: one chart for each metric, with the controls that all of them share.
import { el } from "./dom.js";
import { metricText, number } from "./format.js";
import { smoothed } from "./smooth.js";

const AXES = { epoch: "epoch", update: "update", sample: "image", second: "second of training" };

/** What the theme's colours are by now. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return { text: of("--text"), faint: of("--faint"), line: of("--line"), raised: of("--raised") };
}

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
  const axis = el(
    "select",
    { "aria-label": "Along", change: () => { state.x = axis.value; changed(); } },
    Object.entries(AXES).map(([key, name]) => el("option", { value: key }, name)),
  );
  axis.value = state.x;
  const box = (key, text) => {
    const input = el("input", { type: "checkbox", change: () => { state[key] = input.checked; changed(); } });
    input.checked = Boolean(state[key]);
    return el("label", { class: "check" }, input, ` ${text}`);
  };
  container.replaceChildren(
    el("label", { class: "field" }, "smoothing ", slider, " ", value),
    el("label", { class: "field" }, "along ", axis),
    box("logY", "log y"),
    box("logX", "log x"),
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
   * @param lines (run, metric) gives {name, colour, dashed, shown}
   */
  constructor(container, title, metrics, lines) {
    this.metrics = metrics;
    this.lines = lines;
    this.title = title;
    this.legend = el("span", { class: "legend" });
    this.note = el("span", { class: "chart-note" });
    this.box = el("div", { class: "chart-box", role: "img", "aria-label": `Curves of ${title}` });
    this.figure = el("figure", { class: "chart" }, el("figcaption", {}, title, " ", this.legend, " ", this.note), this.box);
    container.append(this.figure);
    this.chart = echarts.init(this.box, null, { renderer: "canvas" });
    new ResizeObserver(() => this.chart.resize()).observe(this.box);
    this.box.addEventListener("dblclick", () =>
      this.chart.dispatchAction({ type: "dataZoom", start: 0, end: 100, batch: [
        { dataZoomIndex: 0, start: 0, end: 100 }, { dataZoomIndex: 1, start: 0, end: 100 } ] }));
    this.redraw = () => this.last && this.draw(...this.last);
    document.addEventListener("theme", this.redraw);
  }

  remove() {
    document.removeEventListener("theme", this.redraw);
    this.chart.dispose();
    this.figure.remove();
  }

  /** @param runs {id, updatesPerEpoch, images, seconds, series: {metric: {points, of}}} */
  draw(runs, state) {
    this.last = [runs, state];
    const theme = colours();
    const series = [];
    let left = 0;
    let all = 0;
    let broken = 0;
    let unplaced = 0;
    for (const run of runs) {
      for (const metric of this.metrics) {
        const line = this.lines(run, metric);
        const history = run.series?.[metric];
        if (!history || !line.shown) continue;
        const points = [];
        for (const [step, value] of history.points) {
          const x = place(run, metric, state.x, step);
          const y = number(value);
          if (x === null) { unplaced++; continue; }
          if (!Number.isFinite(y)) broken++;
          const drawable = Number.isFinite(y) && !(state.logY && y <= 0) && !(state.logX && x <= 0);
          points.push([x, drawable ? y : null]);
        }
        left += history.points.length;
        all += history.of;
        this.#add(series, line, points, state);
      }
    }
    const says = [];
    if (left < all) says.push(`${left} of ${all} points: lowest, highest and last of each stretch`);
    if (broken) says.push(`${broken} not finite`);
    if (unplaced) says.push("some cannot be laid along this axis");
    this.note.textContent = says.join("; ");
    if (this.metrics.length > 1) this.legend.replaceChildren(...this.metrics.map((metric) => {
      const { colour, name } = this.lines(runs[0], metric);
      const mark = el("span", { class: "swatch" });
      mark.style.background = colour;
      return el("span", {}, mark, ` ${name}`);
    }));
    this.box.dataset.points = String(left);
    this.chart.setOption(this.#option(series, state, theme), { notMerge: !this.drawn, replaceMerge: ["series", "xAxis", "yAxis"] });
    this.drawn = true;
    this.chart.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: true });
  }

  #add(series, line, points, state) {
    const dots = points.length === 1;
    const usual = {
      type: "line", name: line.name, color: line.colour, showSymbol: dots, symbolSize: 6,
      connectNulls: false, animation: false, emphasis: { disabled: true },
    };
    const dash = line.dashed ? "dashed" : "solid";
    if (state.smooth > 0) {
      series.push({ ...usual, data: points, silent: true, lineStyle: { width: 1, opacity: 0.25, type: dash }, tooltip: { show: false }, id: `raw ${line.key}` });
      series.push({ ...usual, data: smoothed(points, state.smooth), lineStyle: { width: 2, type: dash }, id: line.key });
    } else {
      series.push({ ...usual, data: points, lineStyle: { width: 2, type: dash }, id: line.key });
    }
  }

  #option(series, state, theme) {
    const metric = this.metrics[0];
    const axis = {
      axisLine: { lineStyle: { color: theme.line } }, axisLabel: { color: theme.faint, hideOverlap: true },
      splitLine: { lineStyle: { color: theme.line, opacity: 0.5 } }, nameTextStyle: { color: theme.faint },
    };
    const system = metric.startsWith("system.");
    return {
      animation: false,
      textStyle: { fontFamily: "inherit" },
      grid: { left: 8, right: 14, top: 12, bottom: 22, containLabel: true },
      xAxis: { ...axis, type: state.logX ? "log" : "value", name: system ? "second" : AXES[state.x], nameLocation: "middle", nameGap: 24, min: state.logX ? "dataMin" : ({ min }) => (min >= 1 ? min : 0), max: "dataMax", splitLine: { show: false }, axisLabel: { ...axis.axisLabel, formatter: (v) => String(+Number(v).toPrecision(5)) } },
      yAxis: { ...axis, type: state.logY ? "log" : "value", scale: true, axisLabel: { ...axis.axisLabel, formatter: (v) => metric.endsWith("accuracy") ? `${+(100 * v).toFixed(2)} %` : Math.abs(v) >= 1e6 ? v.toExponential(1) : String(+v.toPrecision(6)) } },
      // Drag to zoom, double click to see all again: the buttons would say the same.
      toolbox: { itemSize: 0, showTitle: false, top: -40, feature: { dataZoom: { filterMode: "none", icon: { zoom: "path://", back: "path://" } } } },
      dataZoom: [
        { type: "inside", xAxisIndex: 0, filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseMove: false, moveOnMouseWheel: false },
        { type: "inside", yAxisIndex: 0, filterMode: "none", zoomOnMouseWheel: false, moveOnMouseMove: false, moveOnMouseWheel: false },
      ],
      tooltip: {
        trigger: "axis", renderMode: "richText", confine: true, transitionDuration: 0,
        backgroundColor: theme.raised, borderColor: theme.line, textStyle: { color: theme.text, fontSize: 12 },
        axisPointer: { type: "line", lineStyle: { color: theme.faint } },
        formatter: (items) => tooltip(items, metric, state),
      },
      series,
    };
  }
}

/** The values at one place, the highest first. */
function tooltip(items, metric, state) {
  const seen = new Set();
  const rows = [];
  for (const item of [...items].reverse()) { // the smoothed line stands after the raw one
    if (seen.has(item.seriesName) || item.value[1] === null) continue;
    seen.add(item.seriesName);
    rows.push(item);
  }
  rows.sort((a, b) => b.value[1] - a.value[1]);
  const most = 16;
  const plain = (text) => text.replaceAll("{", "(").replaceAll("}", ")").replaceAll("|", "/");
  const lines = rows.slice(0, most).map((r) =>
    `${metricText(metric, r.value[1])}  ${plain(r.seriesName.length > 44 ? `${r.seriesName.slice(0, 43)}…` : r.seriesName)}`);
  const x = items[0]?.value[0];
  const at = Number.isInteger(x) ? x : Number(x).toPrecision(5);
  return [`${AXES[state.x]} ${at}`, ...lines, ...(rows.length > most ? [`and ${rows.length - most} more`] : [])].join("\n");
}
