// What lines say at one place: ECharts tells only of those that have a point at the very x nearest to the pointer.

/** Of points [x, y, …] in order of x the one nearest to a place, none where the line has ended or has yet to begin. */
export function nearest(points, x) {
  if (points.length === 0) return null;
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle][0] < x) low = middle + 1;
    else high = middle;
  }
  const at = low > 0 && x - points[low - 1][0] <= points[low][0] - x ? low - 1 : low;
  const first = points[0][0];
  const last = points.at(-1)[0];
  const step = points.length > 1 ? (last - first) / (points.length - 1) : 0;
  const slack = Math.max(step, 1e-9 * Math.abs(x));
  return x < first - slack || x > last + slack ? null : points[at];
}

/** A place along an axis, as one reads it. */
export const placeText = (x) => String(Number.isInteger(x) ? x : +Number(x).toPrecision(5));

/**
 * Lines of text for a tooltip, the highest value first.
 *
 * @param items what ECharts gives the formatter
 * @param lines {points: [[x, y, …]] with finite y, in order of x}
 * @param text (line, point) gives the words
 * @param axis how the axis is called
 */
export function hoverText(items, lines, text, axis, most = 16) {
  const x = items[0]?.axisValue ?? items[0]?.value?.[0];
  if (x === undefined) return "";
  const found = lines.map((line) => ({ line, point: nearest(line.points, Number(x)) })).filter((one) => one.point !== null);
  found.sort((a, b) => b.point[1] - a.point[1]);
  const same = found.every((one) => one.point[0] === found[0].point[0]);
  const rows = found.slice(0, most).map(({ line, point }) => text(line, point) + (same ? "" : `  at ${placeText(point[0])}`));
  const more = found.length > most ? [`and ${found.length - most} more`] : [];
  return [`${axis} ${placeText(same && found.length > 0 ? found[0].point[0] : Number(x))}`, ...rows, ...more].join("\n");
}
