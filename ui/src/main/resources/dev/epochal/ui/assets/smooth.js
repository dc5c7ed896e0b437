// Smoothing that starts right: an exponential mean without the pull of its first value.

/**
 * Of points [x, y] or [x, y, n], where y is the mean of n; what is not finite breaks the line and is passed over by
 * the mean.
 */
export function smoothed(points, weight) {
  if (weight <= 0) return points;
  let last = 0;
  let all = 0;
  return points.map(([x, y, n = 1]) => {
    if (!Number.isFinite(y)) return [x, null];
    const kept = weight ** n;
    last = last * kept + (1 - kept) * y;
    all += n;
    return [x, last / (1 - weight ** all)];
  });
}
