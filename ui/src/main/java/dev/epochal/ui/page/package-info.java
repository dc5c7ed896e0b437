/** The pages: each a class with its routes, a template and a module of JavaScript. */
@NullMarked
package dev.epochal.ui.page;

import org.jspecify.annotations.NullMarked;
