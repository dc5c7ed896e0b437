// Numbers as people read them: the same rules as those of the commands.

const NOT_FINITE = new Set(["NaN", "Infinity", "-Infinity"]);

/** A number that JSON may have as a text. */
export function number(value) {
  if (typeof value === "number") return value;
  if (typeof value === "string" && value !== "" && (NOT_FINITE.has(value) || !isNaN(Number(value))))
    return Number(value);
  return null;
}

const isShare = (metric) => metric.endsWith("accuracy");
const isSeconds = (metric) =>
  metric.startsWith("time.") || metric.endsWith("seconds") || metric.startsWith("secondsTo");
const isCount = (metric) =>
  metric.endsWith(".epoch") || metric.startsWith("epochsTo") || metric === "model.parameters" ||
  /^\w+\.(tp|fp|tn|fn)\./.test(metric);

/** A metric's value; the sign of a difference always stands. */
export function metricText(metric, value, sign = false) {
  const v = number(value);
  if (v === null) return value === null || value === undefined ? "" : String(value);
  if (!Number.isFinite(v)) return String(v);
  const plus = sign && v >= 0 ? "+" : "";
  if (isShare(metric)) return `${plus}${(100 * v).toFixed(2)}${sign ? "" : " %"}`;
  if (isSeconds(metric)) return `${plus}${v.toFixed(1)}${sign ? "" : " s"}`;
  if (/^system\.(memory|disk)\./.test(metric)) return `${plus}${(v / 1048576).toFixed(0)} MiB`;
  if (isCount(metric)) return plus + (Number.isInteger(v) ? String(v) : v.toFixed(1));
  const size = Math.abs(v);
  return plus + (v === 0 || (size >= 1e-3 && size < 1e5) ? v.toFixed(4) : v.toExponential(1));
}

/** A p-value as tables have it; empty where there is none. */
export function pText(value) {
  const p = number(value);
  return p === null || !Number.isFinite(p) ? "" : p < 0.001 ? "< 0.001" : p.toFixed(3);
}

export function duration(seconds) {
  const s = number(seconds);
  if (s === null) return "";
  if (s < 59.95) return `${s.toFixed(1)} s`;
  const whole = Math.round(s);
  const two = (n) => String(n).padStart(2, "0");
  return whole < 3600
    ? `${Math.floor(whole / 60)} min ${two(whole % 60)} s`
    : `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`;
}

/** A time in the reader's zone. */
export function time(iso) {
  const at = new Date(iso);
  if (isNaN(at)) return String(iso);
  const two = (n) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ` +
    `${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function bytes(n) {
  if (n < 1024) return `${n} B`;
  const units = ["KiB", "MiB", "GiB", "TiB"];
  let value = n / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
}

/** What stands in a cell of a column. */
export function cellText(column, value) {
  if (value === null || value === undefined) return "";
  if (column === "started" || column === "ended") return time(value);
  if (column === "duration") return duration(value);
  if (column.startsWith("metrics.")) return metricText(column.slice(8), value);
  if (column.startsWith("epochsTo") || column.startsWith("secondsTo")) return metricText(column, value);
  return String(value);
}

/** A column's heading: its last parts say enough where there is a title. */
export function columnTitle(column) {
  return column.replace(/^(metrics|params|tags)\./, "").replace(/^(training|network)\./, "");
}

export const isNumeric = (column) =>
  /^(metrics\.|epochsTo|secondsTo|duration$|seed$)/.test(column);
