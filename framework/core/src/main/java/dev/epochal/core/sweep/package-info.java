/** Which trials a sweep has: values of keys, their combinations, and samplers that choose them. */
@NullMarked
package dev.epochal.core.sweep;

import org.jspecify.annotations.NullMarked;
