/** How requests come in and answers go out: one door, and what it lets through. */
@NullMarked
package dev.epochal.ui.http;

import org.jspecify.annotations.NullMarked;
