// Smoothing that starts right: an exponential mean without the pull of its first value.

/** Of points [x, y]; what is not finite breaks the line and is passed over by the mean. */
export function smoothed(points, weight) {
  if (weight <= 0) return points;
  let last = 0;
  let n = 0;
  return points.map(([x, y]) => {
    if (!Number.isFinite(y)) return [x, null];
    last = last * weight + (1 - weight) * y;
    n++;
    return [x, last / (1 - weight ** n)];
  });
}
