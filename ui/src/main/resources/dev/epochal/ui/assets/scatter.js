// Any two columns of the trials against each other.
import { isNumeric, metricText, number } from "./format.js";
import { box, choice } from "./fields.js";
import { Framed, axisStyle, levelColour, plain, tick, tooltipStyle } from "./framed.js";
import { goesOn } from "./trials.js";

export class ScatterPlot {
  /** @param state {x, y, logX, logY}, which the controls change; `changed` is told */
  constructor(container, controls, state, changed, opened) {
    this.controls = controls;
    this.state = state;
    this.changed = changed;
    this.plot = new Framed(container, "Two columns of the trials against each other", scatterOption, 340);
    this.plot.chart.on("click", ({ data }) => data?.run && opened(data.run));
  }

  /** @param columns [{key, value(trial)}] @param within ids of the runs that are brushed, or null */
  draw(trials, columns, factor, levels, within) {
    const keys = columns.map((column) => column.key);
    const { state } = this;
    const known = (key, usual) => (keys.includes(key) ? key : usual.find((one) => keys.includes(one)) ?? keys[0]);
    const x = known(state.x, ["time.train.wall", "seconds"]);
    const y = known(state.y, [state.response, "validation.accuracy"]);
    this.#controls(keys, x, y);
    const of = (key) => columns.find((column) => column.key === key).value;
    const points = trials.map((trial) => ({ run: trial.run, name: trial.name, level: trial.values[factor], x: of(x)(trial), y: of(y)(trial), goesOn: goesOn(trial), within: within === null || within.has(trial.run) }));
    const axes = [axisOf(x, points.map((one) => one.x), state.logX), axisOf(y, points.map((one) => one.y), state.logY)];
    const drawn = points.map((one) => ({ ...one, x: axes[0].place(one.x), y: axes[1].place(one.y) })).filter((one) => one.x !== null && one.y !== null);
    const colour = (level) => levelColour(Math.max(0, levels.indexOf(level)));
    this.plot.names(levels.length > 1 && levels.length <= 12 ? levels.map((level) => [level, colour(level)]) : []);
    this.plot.draw(drawn, axes, colour, factor);
    const left = points.length - drawn.length;
    this.plot.note.textContent = `${drawn.length} ${drawn.length === 1 ? "trial" : "trials"}${left ? `; ${left} without one of both numbers${state.logX || state.logY ? ", or not above 0" : ""}` : ""}${drawn.some((one) => one.goesOn) ? "; hollow: still training, values so far" : ""}${within ? "; faint: outside the brush" : ""}. A click opens the run.`;
  }

  #controls(keys, x, y) {
    if (this.controls.contains(document.activeElement) && this.keys === keys.join("\n")) return;
    this.keys = keys.join("\n");
    const set = (name) => (value) => { this.state[name] = value; this.changed(); };
    const options = keys.map((key) => [key, key]);
    this.controls.replaceChildren(choice("across", options, x, set("x")), choice("up", options, y, set("y")), box("log across", this.state.logX, set("logX")), box("log up", this.state.logY, set("logY")));
    this.controls.querySelectorAll("select").forEach((select, i) => select.setAttribute("id", i === 0 ? "scatter-x" : "scatter-y"));
  }
}

/** Numbers along a number's axis, words each in a place of its own. */
function axisOf(key, values, log) {
  const there = values.filter((value) => value !== null && value !== undefined && value !== "");
  const numeric = there.every((value) => number(value) !== null);
  if (!numeric) {
    const words = [...new Set(there.map(String))];
    return { key, words, place: (value) => (value === null || value === undefined || value === "" ? null : words.indexOf(String(value))) };
  }
  return { key, log, place: (value) => { const v = number(value); return v !== null && Number.isFinite(v) && !(log && v <= 0) ? v : null; } };
}

function scatterOption(colours, points, [x, y], colour, factor) {
  const style = axisStyle(colours);
  const axis = (one) => one.words
    ? { ...style, type: "category", data: one.words, splitLine: { show: false } }
    : { ...style, type: one.log ? "log" : "value", scale: true, axisLabel: { ...style.axisLabel, formatter: tick(one.key) } };
  const shown = (one, v) => (one.words ? one.words[v] : isNumeric(`metrics.${one.key}`) && one.key.includes(".") ? metricText(one.key, v) : String(+Number(v).toPrecision(6)));
  return {
    grid: { left: 8, right: 24, top: 30, bottom: 26, containLabel: true },
    xAxis: { ...axis(x), name: x.key, nameLocation: "middle", nameGap: 26 },
    yAxis: { ...axis(y), name: y.key, nameTextStyle: { ...style.nameTextStyle, align: "left" } },
    tooltip: { ...tooltipStyle(colours), trigger: "item", formatter: ({ data }) => [plain(data.name), factor && data.level !== undefined ? `${plain(factor)} ${plain(data.level)}` : null, `${plain(x.key)} ${plain(shown(x, data.value[0]))}`, `${plain(y.key)} ${plain(shown(y, data.value[1]))}`].filter(Boolean).join("\n") },
    series: [{ type: "scatter", symbolSize: 10, cursor: "pointer", data: points.map((one) => ({ value: [one.x, one.y], run: one.run, name: one.name, level: one.level, itemStyle: { ...(one.goesOn ? { color: "transparent", borderColor: colour(one.level), borderWidth: 2 } : { color: colour(one.level) }), opacity: one.within ? 0.85 : 0.12 } })) }],
  };
}
