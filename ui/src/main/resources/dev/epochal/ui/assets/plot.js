// A chart that follows the theme and its place's size; what it shows is the caller's.
import { el } from "./dom.js";

/** What the theme's colours are by now. */
export function themeColours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return { text: of("--text"), faint: of("--faint"), line: of("--line"), raised: of("--raised"), accent: of("--accent"), back: of("--back"), bad: of("--bad") };
}

/** The splits' colours, as in the figures. */
export const SPLIT_COLOURS = { train: "#2f6fdf", validation: "#d9730d", test: "#2a9d5c" };

/** An axis with a name. */
export function axis(theme, name, more = {}) {
  return {
    type: "value", name, nameLocation: "middle", nameGap: 24, nameTextStyle: { color: theme.faint },
    axisLine: { lineStyle: { color: theme.line } }, axisLabel: { color: theme.faint, hideOverlap: true },
    splitLine: { lineStyle: { color: theme.line, opacity: 0.5 } }, ...more,
  };
}

/** What all charts look like; `formatter` of the tooltip gives plain text. */
export function usual(theme, formatter, trigger = "item") {
  return {
    animation: false, textStyle: { fontFamily: "inherit" },
    grid: { left: 34, right: 16, top: 14, bottom: 26, containLabel: true },
    tooltip: {
      trigger, renderMode: "richText", confine: true, transitionDuration: 0, formatter,
      backgroundColor: theme.raised, borderColor: theme.line, textStyle: { color: theme.text, fontSize: 12 },
    },
  };
}

/** Text for a tooltip: braces and bars would be its markup. */
export const plain = (text) => String(text).replaceAll("{", "(").replaceAll("}", ")").replaceAll("|", "/");

export class Plot {
  /**
   * @param label what it is, for those who do not see it
   * @param caption what stands above it
   */
  constructor(container, label, caption = [label]) {
    this.box = el("div", { class: "chart-box", role: "img", "aria-label": label });
    this.figure = el("figure", { class: "chart" }, el("figcaption", {}, caption), this.box);
    container.append(this.figure);
    this.chart = echarts.init(this.box, null, { renderer: "canvas" });
    this.watch = new ResizeObserver(() => this.chart.resize());
    this.watch.observe(this.box);
    this.redraw = () => this.options && this.draw(this.options, this.how);
    document.addEventListener("theme", this.redraw);
  }

  /**
   * @param options gives ECharts' options for a theme
   * @param how they are merged with what is drawn; a zoom lasts only where they are
   */
  draw(options, how = { notMerge: true }) {
    this.options = options;
    this.how = how;
    this.chart.setOption(options(themeColours()), how);
    this.box.dataset.drawn = "yes";
    this.drawn?.();
  }

  remove() {
    document.removeEventListener("theme", this.redraw);
    this.watch.disconnect();
    this.chart.dispose();
    this.figure.remove();
  }
}

/** Does something once a place comes into view. */
export function whenSeen(place, work) {
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    work();
  }, { rootMargin: "300px" });
  seen.observe(place);
}
