/**
 * What a page of HTML says, as values, and how it becomes HTML: blocks in sections, written by the
 * templates of {@code src/main/jte}, which escape every text.
 */
@NullMarked
package dev.epochal.figures.page;

import org.jspecify.annotations.NullMarked;
