package dev.epochal.registry.filter;

import java.time.Instant;

/**
 * A date without a time: a whole day, in UTC.
 *
 * @param end the first moment after it
 */
record Day(Instant start, Instant end) {}
