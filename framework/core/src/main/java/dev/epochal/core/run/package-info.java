/** What a run yields, as values: its record, journal, dataset and artifacts, and where they lie. */
@NullMarked
package dev.epochal.core.run;

import org.jspecify.annotations.NullMarked;
