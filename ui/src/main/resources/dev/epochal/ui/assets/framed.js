// What all charts of a sweep have in common: a frame with legend and note, the levels' colours, axes.
import { el } from "./dom.js";
import { metricText } from "./format.js";
import { Plot, plain as markless, usual } from "./plot.js";

const PALETTE = ["#3f86f0", "#e07b2c", "#26a269", "#b65fd0", "#c99a00", "#dd5468", "#1f9fb5", "#8576ec", "#7d9431", "#a8714e"];

/** The colour of one of several levels; the same everywhere on the page. */
export const levelColour = (index) => PALETTE[index % PALETTE.length];

/** A metric without what makes its numbers hard to read on an axis. */
export const tick = (metric) => (v) =>
  metric.endsWith("accuracy") ? `${+(100 * v).toFixed(2)} %` : Math.abs(v) >= 1e6 ? v.toExponential(1) : String(+Number(v).toPrecision(5));

export function axisStyle(colours) {
  return {
    axisLine: { show: true, lineStyle: { color: colours.line } }, axisLabel: { color: colours.faint, hideOverlap: true },
    splitLine: { lineStyle: { color: colours.line, opacity: 0.5 } }, nameTextStyle: { color: colours.text, fontSize: 12 },
  };
}

/** Text for a tooltip, cut where it is long. */
export const plain = (text) => markless(String(text).length > 60 ? `${String(text).slice(0, 59)}…` : text);

/** How tooltips look everywhere. */
export const tooltipStyle = (colours) => ({ ...usual(colours).tooltip, formatter: undefined });

export const valueText = (metric, value) => metricText(metric, value) || "none";

/** A chart in a frame; `draw` makes its option of what it last got, also when the theme changes. */
export class Framed {
  constructor(container, label, option, height = 300) {
    this.option = option;
    this.legend = el("span", { class: "legend" });
    this.note = el("p", { class: "chart-note" });
    container.replaceChildren();
    this.plot = new Plot(container, label, [this.legend]);
    this.plot.box.style.height = `${height}px`;
    this.plot.figure.append(this.note);
    this.plot.chart.resize();
    this.chart = this.plot.chart;
  }

  draw(...data) {
    this.plot.draw((theme) => ({ animation: false, textStyle: { fontFamily: "inherit" }, ...this.option(theme, ...data) }));
  }

  redraw() {
    this.plot.redraw();
  }

  /** What is done whenever it was drawn, also because the theme changed. */
  set drawn(work) {
    this.plot.drawn = work;
  }

  remove() {
    this.plot.remove();
  }

  /** What each colour stands for. */
  names(levels) {
    this.legend.replaceChildren(...levels.map(([name, colour]) => {
      const mark = el("span", { class: "swatch" });
      mark.style.background = colour;
      return el("span", {}, mark, ` ${name}`);
    }));
  }
}
