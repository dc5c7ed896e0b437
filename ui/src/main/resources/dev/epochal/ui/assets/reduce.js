// A series that grows, with no more points than a chart can show, as the server reduces one.
import { number } from "./format.js";

const MOST = 4000;
const STRETCHES = 500; // of which each leaves four points at most
const MEANS = 1000;

/**
 * A series with what follows it.
 *
 * @param series, more {points: [[step, value], …], of, means: [[step, mean, n], …]}, where the means
 *     stand for points of which some were left out, and are none as long as all are there
 */
export function grown(series, more) {
  const points = series.points.concat(more.points);
  const left = reduced(points);
  const some = series.means.length > 0 || more.means.length > 0 || left !== points;
  return {
    points: left,
    of: series.of + more.of,
    means: some ? averaged(weighed(series).concat(weighed(more))) : [],
  };
}

/** A series up to a step; of how many points it is then, is as if they lay evenly. */
export function upTo(series, last) {
  const all = series.points;
  const points = all.filter(([step]) => step <= last);
  const share = points.length === 0 ? 0 : (points.at(-1)[0] - all[0][0] + 1) / (all.at(-1)[0] - all[0][0] + 1);
  return {
    points,
    of: series.of === all.length ? points.length : Math.max(points.length, Math.round(series.of * share)),
    means: series.means.filter(([step]) => step <= last),
  };
}

/** What can be smoothed: the means, or each point as the mean of itself. */
const weighed = ({ points, means }) =>
  means.length > 0 ? means : points.map(([step, value]) => [step, value, Number.isFinite(number(value)) ? 1 : 0]);

/**
 * Stretches of as many steps each, those in which there is nothing left out: by steps, since of
 * what was reduced before, there are fewer points than of what is new.
 */
function stretches(points, count) {
  const first = points[0][0];
  const width = (points.at(-1)[0] - first + 1) / count;
  const found = [];
  let at = -1;
  for (const point of points) {
    const stretch = Math.floor((point[0] - first) / width);
    if (stretch !== at) found.push([]);
    at = stretch;
    found.at(-1).push(point);
  }
  return found;
}

/** One mean of each stretch, at its middle, once there are too many. */
function averaged(means) {
  if (means.length <= MOST) return means;
  return stretches(means, MEANS).map((of) => {
    const n = of.reduce((all, mean) => all + mean[2], 0);
    const sum = of.reduce((all, mean) => all + (mean[2] ? mean[2] * number(mean[1]) : 0), 0);
    return [of[of.length >> 1][0], n ? sum / n : "NaN", n];
  });
}

/**
 * Of each stretch the lowest, the highest and the last point, and the first that is not finite;
 * the points themselves as long as there are no more than some thousands.
 */
function reduced(points) {
  if (points.length <= MOST) return points;
  return stretches(points, STRETCHES).flatMap((of) => {
    const finite = of.filter(([, value]) => Number.isFinite(number(value)));
    const first = finite[0] ?? null;
    const low = finite.reduce((least, point) => (number(point[1]) < number(least[1]) ? point : least), first);
    const high = finite.reduce((most, point) => (number(point[1]) > number(most[1]) ? point : most), first);
    const broken = of.find(([, value]) => !Number.isFinite(number(value)));
    return of.filter((point) => point === low || point === high || point === broken || point === of.at(-1));
  });
}
