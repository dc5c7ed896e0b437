/**
 * The registry in a browser: {@code ./run ui}.
 *
 * <p>Every request goes through {@link dev.epochal.ui.http.Site}, which asks {@link
 * dev.epochal.ui.http.Guard} first and looks for its route then. A page is one class of {@code
 * dev.epochal.ui.page} (its routes: the page, its {@code .json} twin, what it fetches), one
 * template in {@code src/main/jte} and one ES module in the resources' {@code assets}; {@link
 * dev.epochal.ui.UiServer} lists them. The page's state is its URL. There is no build step, no
 * script or style inside a page, and nothing comes from another host.
 *
 * <p>What only the runner can work out (comparisons, answers) comes in through {@link
 * dev.epochal.ui.Analyses}, as the JSON that the commands print, so that this module sees no DL4J.
 */
@NullMarked
package dev.epochal.ui;

import org.jspecify.annotations.NullMarked;
