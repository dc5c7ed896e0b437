// Figures that answer to the pointer, drawn from the same data as their PNGs; the others stay PNGs.
import { get } from "./api.js";
import { el } from "./dom.js";
import { metricText, number } from "./format.js";
import { Plot, SPLIT_COLOURS, axis, plain, usual, whenSeen } from "./plot.js";

const share = (value) => `${(100 * value).toFixed(2)} %`;
const line = (name, color, data, more = {}) => ({ type: "line", name, color, data, showSymbol: false, symbolSize: 6, lineStyle: { width: 2 }, triggerLineEvent: true, ...more });
const legend = (theme, more = {}) => ({ legend: { top: 0, textStyle: { color: theme.text }, type: "scroll", ...more } });
const roomy = (base) => ({ ...base, grid: { ...base.grid, top: 38 } });
const finite = (values) => values.map((value) => (Number.isFinite(number(value)) ? number(value) : null));
const hue = (i, of) => `hsl(${Math.round((212 + (360 * i) / Math.max(of, 1)) % 360)} 62% 48%)`;

/** What a figure's chart shows for a panel, by the figure's name; each gives ECharts' options. */
const KINDS = {
  "loss-history": (data) => (theme) => ({
    ...roomy(usual(theme, (items) => [`epoch ${items[0].value[0]}`, ...items.map((i) => `${metricText(i.seriesName.endsWith("accuracy") ? "accuracy" : "loss", i.value[1])}  ${i.seriesName}`)].join("\n"), "axis")),
    ...legend(theme, { selected: { "train accuracy": false, "validation accuracy": false } }),
    xAxis: axis(theme, "epoch"), yAxis: [axis(theme, "loss", { scale: true, nameGap: 44 }), axis(theme, "accuracy", { min: 0, max: 1, splitLine: { show: false } })],
    series: [["train", "loss"], ["validation", "loss"], ["train", "accuracy"], ["validation", "accuracy"]].map(([split, what]) => {
      const values = finite(data[split + what[0].toUpperCase() + what.slice(1)]);
      return line(`${split} ${what}`, SPLIT_COLOURS[split], data.epochs.map((epoch, i) => [epoch, values[i]]), { yAxisIndex: what === "loss" ? 0 : 1, lineStyle: { width: 2, type: what === "loss" ? "solid" : "dashed" } });
    }),
  }),
  "confusion-matrices": (data, panel) => (theme) => {
    const rows = panel.counts.map((row) => row.reduce((all, n) => all + n, 0));
    return {
      ...usual(theme, (i) => `${i.data.n} of ${rows[i.value[1]]} images of ${plain(data.classNames[i.value[1]])}\nwere taken for ${plain(data.classNames[i.value[0]])} (${share(i.value[2])})`),
      xAxis: { ...axis(theme, "predicted class"), type: "category", data: data.classNames, splitLine: { show: false } },
      yAxis: { ...axis(theme, "true class", { nameGap: 34 }), type: "category", data: data.classNames, inverse: true, splitLine: { show: false } },
      visualMap: { show: false, min: 0, max: 1, inRange: { color: [theme.raised, theme.accent] } },
      series: [{ type: "heatmap", data: panel.counts.flatMap((row, truth) => row.map((n, predicted) => ({ value: [predicted, truth, rows[truth] ? n / rows[truth] : 0], n }))),
        label: { show: data.classNames.length <= 20, formatter: (i) => (i.data.n ? String(i.data.n) : ""), fontSize: 10, color: theme.text } }],
    };
  },
  roc: (data, panel) => thresholds(data, panel, "false positive rate", "true positive rate", "AUC", true),
  "precision-recall": (data, panel) => thresholds(data, panel, "recall", "precision", "average precision", false),
  calibration: (data, panel) => (theme) => {
    const bins = panel.bins.filter((bin) => bin.n > 0);
    return {
      ...usual(theme, (i) => { const bin = bins[i.dataIndex]; return bin ? `${bin.n} images, probability ${share(bin.from)} to ${share(bin.to)}\naccuracy ${share(bin.accuracy)} (95 % ${share(number(bin.low))} to ${share(number(bin.high))})` : ""; }),
      xAxis: axis(theme, "mean probability of the predicted class", { min: 0, max: 1 }), yAxis: axis(theme, "accuracy", { min: 0, max: 1, nameGap: 34 }),
      series: [
        { type: "line", silent: true, showSymbol: false, color: theme.faint, data: [[0, 0], [1, 1]], lineStyle: { type: "dotted" } },
        { type: "custom", silent: true, data: bins.map((bin) => [bin.confidence, number(bin.low), number(bin.high)]), color: SPLIT_COLOURS[panel.split],
          renderItem: (_, api) => { const [x, low] = api.coord([api.value(0), api.value(1)]); const high = api.coord([api.value(0), api.value(2)])[1];
            return { type: "line", shape: { x1: x, y1: low, x2: x, y2: high }, style: { stroke: SPLIT_COLOURS[panel.split], lineWidth: 1.5 } }; } },
        line("accuracy", SPLIT_COLOURS[panel.split], bins.map((bin) => [bin.confidence, bin.accuracy]), { showSymbol: true, triggerLineEvent: false }),
      ].toSorted((a, b) => Number(b.name === "accuracy") - Number(a.name === "accuracy")),
    };
  },
  "per-class": (data, panel) => (theme) => ({
    ...roomy(usual(theme, (items) => [plain(items[0].name), ...items.map((i) => `${i.value === null || i.value === undefined ? "undefined" : share(i.value)}  ${i.seriesName}`)].join("\n"), "axis")), ...legend(theme),
    xAxis: { ...axis(theme, "class"), type: "category", data: data.classNames }, yAxis: axis(theme, "", { scale: true, max: 1 }),
    series: [["precision", "#2f6fdf"], ["recall", "#d9730d"], ["f1", "#7a4fd0"]].map(([what, color]) => ({ type: "bar", name: what, color, data: finite(panel.classes.map((c) => c[what])) })),
  }),
  "class-probabilities": (data, panel) => (theme) => ({
    ...roomy(usual(theme, (items) => [`probability from ${share(items[0].dataIndex / data.bins)}`, ...items.map((i) => `${i.value} images  ${plain(i.seriesName)}`)].join("\n"), "axis")),
    ...legend(theme, { selected: Object.fromEntries(data.classNames.flatMap((name, c) => [[`of ${name}`, c === 0], [`not of ${name}`, c === 0]])) }),
    xAxis: { ...axis(theme, "probability of the class"), type: "category", data: Array.from({ length: data.bins }, (_, i) => (i / data.bins).toFixed(2)) },
    yAxis: axis(theme, "images", { nameGap: 44 }),
    series: data.classNames.flatMap((name, c) => [
      line(`of ${name}`, hue(c, data.classNames.length), panel.own[c], { step: "middle" }),
      line(`not of ${name}`, hue(c, data.classNames.length), panel.others[c], { step: "middle", lineStyle: { width: 2, type: "dashed" } })]),
  }),
  "true-classes": (data) => bars(data, data.splits.map((of) => [of.split, of.counts])),
  "predicted-classes": (data) => bars(data, data.splits.map((of) => [of.split, of.counts])),
  timing: (data) => (theme) => ({
    ...roomy(usual(theme, (items) => [`epoch ${items[0].name}`, ...items.map((i) => `${Number(i.value).toFixed(3)} s  ${i.seriesName}`)].join("\n"), "axis")), ...legend(theme),
    xAxis: { ...axis(theme, "epoch"), type: "category", data: data.epochs }, yAxis: axis(theme, "seconds", { nameGap: 40 }),
    series: [["updates", "#2f6fdf"], ["batches", "#d9730d"], ["validation", "#2a9d5c"]].map(([what, color]) => ({ type: "bar", stack: "all", name: what, color, data: finite(data[what]) })),
  }),
};

function bars(data, splits) {
  return (theme) => ({
    ...roomy(usual(theme, (items) => [plain(items[0].name), ...items.map((i) => `${share(i.value)}  ${i.seriesName}`)].join("\n"), "axis")), ...legend(theme),
    xAxis: { ...axis(theme, "class"), type: "category", data: data.classNames }, yAxis: axis(theme, "share of the split", { nameGap: 44, axisLabel: { color: theme.faint, formatter: (v) => `${+(100 * v).toFixed(1)} %` } }),
    series: splits.map(([split, counts]) => { const all = counts.reduce((sum, n) => sum + n, 0) || 1; return { type: "bar", name: split, color: SPLIT_COLOURS[split], data: counts.map((n) => n / all) }; }),
  });
}

function thresholds(data, panel, x, y, area, chance) {
  return (theme) => ({
    ...roomy(usual(theme, (i) => `${plain(i.seriesName)}: ${area} ${Number(panel.curves.find((c) => `class ${data.classNames[c.ofClass]}` === i.seriesName)?.area).toFixed(4)}\n${x} ${Number(i.value[0]).toFixed(4)}, ${y} ${Number(i.value[1]).toFixed(4)}`)), ...legend(theme),
    xAxis: axis(theme, x, { min: 0, max: 1 }), yAxis: axis(theme, y, { min: 0, max: 1, nameGap: 34 }),
    series: [
      ...panel.curves.filter((curve) => curve.x.length > 0).map((curve) => line(`class ${data.classNames[curve.ofClass]}`, hue(curve.ofClass, data.classNames.length), curve.x.map((at, i) => [at, curve.y[i]]), { emphasis: { focus: "series" } })),
      ...(chance ? [{ type: "line", silent: true, showSymbol: false, color: theme.faint, data: [[0, 0], [1, 1]], lineStyle: { type: "dotted" } }] : []),
    ],
  });
}

/** Puts a chart in the place of each picture that can be one, when it comes into view, and says how to read each. */
export async function interactive(run) {
  const figures = [...document.querySelectorAll("#figures [data-figure]")];
  if (figures.length === 0) return;
  for (const figure of figures) {
    const kind = figure.dataset.figure;
    if (KINDS[kind] && figure.dataset.kept === "true") whenSeen(figure, () => draw(run, kind, figure));
  }
  const readings = await get(`/runs/${run}/readings.json`);
  for (const figure of figures) {
    const reading = readings[figure.dataset.figure];
    if (reading) figure.append(el("details", { class: "reading" }, el("summary", {}, "How to read it"), ...reading.paragraphs.map((text) => el("p", {}, text))));
  }
}

async function draw(run, kind, figure) {
  const picture = figure.querySelector("a");
  const png = picture.getAttribute("href");
  let data;
  let panels;
  let options;
  try {
    data = await get(png.replace(/\.png$/, ".json"));
    panels = data.panels ?? [null];
    options = panels.map((panel) => KINDS[kind](data, panel));
    for (const option of options) option({}); // data of another shape fail here, while the picture is still there
  } catch {
    return; // the picture says the same
  }
  if (panels.length === 0) return;
  const choice = el("select", { "aria-label": `Split of ${kind}`, change: () => plot.draw(options[Number(choice.value)]) },
    panels.map((panel, i) => el("option", { value: String(i) }, panel?.split ?? "")));
  const usualPanel = panels.findIndex((panel) => panel?.split === "validation");
  choice.value = String(Math.max(0, usualPanel));
  const caption = el("span", { class: "figure-bar" }, panels.length > 1 ? choice : null, el("a", { href: png }, "PNG"));
  const place = el("div", {});
  picture.replaceWith(place);
  figure.querySelector("figcaption")?.remove();
  const plot = new Plot(place, kind, [kind, " ", caption]);
  plot.draw(options[Number(choice.value)]);
  figure.dataset.interactive = "yes";
  const missing = notFinite(data, panels);
  if (missing > 0) place.append(el("p", { class: "notice" }, `${missing} ${missing === 1 ? "value is not a finite number and is" : "values are not finite numbers and are"} left out of the lines.`));
  if (data.subject?.notice) place.append(el("p", { class: "notice" }, data.subject.notice));
}

/** How many values of the lines that are drawn have no place in them; a measure that is undefined says so itself. */
function notFinite(data, panels) {
  const count = (value) => (Array.isArray(value) ? value.reduce((sum, one) => sum + count(one), 0)
    : ["NaN", "Infinity", "-Infinity"].includes(value) ? 1 : 0);
  const lists = panels[0] === null ? Object.values(data) : panels.flatMap((panel) => (panel.curves ?? []).flatMap((curve) => [curve.x, curve.y]));
  return lists.filter(Array.isArray).reduce((sum, list) => sum + count(list), 0);
}
