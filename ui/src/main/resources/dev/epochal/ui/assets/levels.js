// The levels of a sweep's factor: mean curves with their intervals, and every run beside its level's mean.
import { number } from "./format.js";
import { hoverText } from "./hover.js";
import { Framed, axisStyle, levelColour, plain, tick, tooltipStyle, valueText } from "./framed.js";

/** Mean curves with 95 % intervals; of `level-curves` figures. */
export class CurvePlot {
  constructor(container) {
    this.plot = new Framed(container, "Mean of each level with its interval", curveOption, 340);
  }

  draw(figure, logY) {
    const curves = figure.curves.map((curve, i) => ({ ...curve, colour: levelColour(i) }));
    this.plot.names(curves.map((curve) => [curve.level === "all" ? "all runs" : curve.level, curve.colour]));
    this.plot.draw({ ...figure, curves }, logY);
    const few = curves.filter((curve) => curve.runs < 2).map((curve) => curve.level);
    const says = ["line: mean of the level's runs; band: its 95 % interval by Student's t"];
    const validation = figure.metric.startsWith("validation.");
    if (validation) says.push("evaluated after each epoch, dropout off");
    if (figure.metric.startsWith("train.")) says.push("of the training passes, dropout on");
    if (few.length) says.push(`one run and no interval: ${few.join(", ")}`);
    for (const curve of curves) {
      if (curve.diverged) says.push(`${curve.level}: ${curve.diverged} of ${curve.runs} diverged`);
      if (curve.stopped) says.push(`${curve.level}: ${curve.stopped} of ${curve.runs} ended early`);
    }
    this.plot.note.textContent = `${says.join("; ")}.`;
  }
}

function curveOption(colours, figure, logY) {
  const style = axisStyle(colours);
  const finite = (v) => { const n = number(v); return n !== null && Number.isFinite(n) && !(logY && n <= 0) ? n : null; };
  const series = [];
  for (const curve of figure.curves) {
    const band = curve.at.map((x, i) => [x, finite(curve.low[i]), finite(curve.high[i])]).filter(([, low, high]) => low !== null && high !== null);
    if (band.length > 1) {
      series.push({
        type: "custom", silent: true, clip: true, z: 1, data: band, encode: { x: 0, y: [1, 2] }, tooltip: { show: false },
        renderItem: (params, api) => (params.dataIndex > 0 ? null : {
          type: "polygon",
          shape: { points: [...band.map(([x, low]) => api.coord([x, low])), ...band.toReversed().map(([x, , high]) => api.coord([x, high]))] },
          style: { fill: curve.colour, opacity: 0.18 },
        }),
      });
    }
    series.push({
      type: "line", name: curve.level, color: curve.colour, z: 3, showSymbol: curve.at.length === 1, lineStyle: { width: 2 },
      data: curve.at.map((x, i) => [x, finite(curve.mean[i]), curve.low[i], curve.high[i], curve.n[i]]), emphasis: { disabled: true },
    });
  }
  const names = { epoch: "epoch", update: "update", second: "second of training" };
  const hovered = figure.curves.map((curve) => ({ level: curve.level, points: curve.at.map((x, i) => [x, finite(curve.mean[i]), curve.low[i], curve.high[i], curve.n[i]]).filter(([, mean]) => mean !== null) }));
  return {
    grid: { left: 8, right: 16, top: 30, bottom: 26, containLabel: true },
    xAxis: { ...style, type: "value", name: names[figure.axis], nameLocation: "middle", nameGap: 26, max: "dataMax", min: ({ min }) => (min >= 1 ? Math.floor(min) : 0), splitLine: { show: false } },
    yAxis: { ...style, type: logY ? "log" : "value", scale: true, name: figure.metric, nameTextStyle: { ...style.nameTextStyle, align: "left" }, axisLabel: { ...style.axisLabel, formatter: tick(figure.metric) } },
    tooltip: {
      ...tooltipStyle(colours), trigger: "axis", axisPointer: { type: "line", lineStyle: { color: colours.faint } },
      formatter: (items) => hoverText(items, hovered, ({ level }, [, mean, low, high, n]) =>
        `${plain(level)}  ${valueText(figure.metric, mean)}${Number.isFinite(number(low)) ? ` [${valueText(figure.metric, low)}, ${valueText(figure.metric, high)}]` : ""}  n ${n}`, names[figure.axis]),
    },
    series,
  };
}

/** Every run of every level, with the level's mean and interval; of `level-strips` or `seed-spread`. */
export class StripPlot {
  constructor(container, opened) {
    this.plot = new Framed(container, "Every run by level, with mean and interval", stripOption, 340);
    this.plot.chart.on("click", ({ data }) => data?.run && opened(data.run));
  }

  draw(figure) {
    const spread = figure.levels === undefined;
    const levels = spread ? [{ level: figure.factor, mean: figure.mean, low: null, high: null, unreached: 0, stopped: 0, runs: figure.runs.map((r) => ({ run: r.run, block: r.seed, value: r.value })) }] : figure.levels;
    this.plot.names(spread ? [] : levels.map((level, i) => [level.level, levelColour(i)]));
    this.plot.draw(figure, levels, spread);
    const lacking = levels.map((level) => {
      const none = level.runs.filter((run) => !Number.isFinite(number(run.value))).length;
      const diverged = Math.max(0, none - level.unreached - level.stopped);
      const parts = [[diverged, "diverged"], [level.unreached, "never reached it"], [level.stopped, "stopped early"]].filter(([n]) => n > 0);
      return parts.length ? `${level.level}: ${parts.map(([n, why]) => `${n} of ${level.runs.length} ${why}`).join(", ")}` : null;
    }).filter(Boolean);
    const says = [spread
      ? `each dot a run; line: their mean; band: one standard deviation to either side${figure.differentBits ? `; ${figure.differentBits} different results to the bit` : ""}`
      : `each dot a run; bar: the level's mean and its 95 % interval${figure.paired ? "; lines: runs of one seed" : ""}`, ...lacking];
    this.plot.note.textContent = `${says.join("; ")}. A click opens the run.`;
  }
}

/** Beside each other where many runs have nearly one value: the same place each time. */
const aside = (i) => ((i * 0.618034) % 1) - 0.5;

function shortened(name, levels) {
  const most = levels > 6 ? 9 : 18;
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

function stripOption(colours, figure, levels, spread) {
  const style = axisStyle(colours);
  const metric = figure.response;
  const places = new Map();
  const series = [];
  levels.forEach((level, i) => {
    const dots = level.runs.map((run, j) => ({ value: [i + 0.5 * aside(j), number(run.value), run.block], run: run.run, level: level.level })).filter((dot) => Number.isFinite(dot.value[1]));
    for (const dot of dots) places.set(dot.value[2], [...(places.get(dot.value[2]) ?? []), dot.value]);
    series.push({ type: "scatter", name: level.level, data: dots, symbolSize: 9, z: 4, itemStyle: { color: levelColour(i), opacity: 0.75 }, cursor: "pointer" });
  });
  if (figure.paired && places.size <= 40) for (const line of places.values()) if (line.length > 1) series.push({ type: "line", data: line, symbol: "none", silent: true, lineStyle: { color: colours.faint, opacity: 0.3, width: 1 }, z: 2, tooltip: { show: false } });
  const bars = levels.map((level, i) => [i, number(level.mean), number(level.low), number(level.high)]).filter((bar) => Number.isFinite(bar[1]));
  if (!spread) {
    series.push({
      type: "custom", silent: true, z: 5, data: bars, encode: { x: 0, y: [1, 2, 3] },
      renderItem: (_, api) => {
        const [x, mean] = api.coord([api.value(0), api.value(1)]);
        const half = Math.min(34, (api.size([1, 0])[0] ?? 60) * 0.36);
        const stroke = { stroke: colours.text, lineWidth: 2 };
        const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: stroke });
        const children = [line(x - half, mean, x + half, mean)];
        if (Number.isFinite(api.value(2)) && Number.isFinite(api.value(3))) {
          const low = api.coord([0, api.value(2)])[1];
          const high = api.coord([0, api.value(3)])[1];
          children.push(line(x, low, x, high), line(x - half / 3, low, x + half / 3, low), line(x - half / 3, high, x + half / 3, high));
        }
        return { type: "group", children };
      },
    });
  } else if (Number.isFinite(number(figure.mean)) && series[0]) {
    const sd = number(figure.sd);
    series[0].markLine = { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: colours.text, type: "solid", width: 2 }, data: [{ yAxis: figure.mean }] };
    if (Number.isFinite(sd)) series[0].markArea = { silent: true, itemStyle: { color: colours.faint, opacity: 0.15 }, data: [[{ yAxis: figure.mean - sd }, { yAxis: figure.mean + sd }]] };
  }
  return {
    grid: { left: 8, right: 16, top: 30, bottom: 26, containLabel: true },
    xAxis: {
      ...style, type: "value", min: -0.6, max: levels.length - 0.4, minInterval: 1, maxInterval: 1, name: figure.factor, nameLocation: "middle", nameGap: 28, splitLine: { show: false },
      axisLine: { ...style.axisLine, onZero: false }, axisTick: { show: false },
      axisLabel: { color: colours.text, formatter: (v) => (spread || !Number.isInteger(v) ? "" : shortened(levels[v]?.level ?? "", levels.length)) },
    },
    yAxis: { ...style, type: "value", scale: true, axisLine: { ...style.axisLine, onZero: false }, name: metric, nameTextStyle: { ...style.nameTextStyle, align: "left" }, axisLabel: { ...style.axisLabel, formatter: tick(metric) } },
    tooltip: { ...tooltipStyle(colours), trigger: "item", formatter: ({ data }) => (data?.run ? `${plain(data.level)}\n${valueText(metric, data.value[1])}\n${plain(data.value[2] || "")}\nrun ${plain(data.run)}` : "") },
    series,
  };
}
