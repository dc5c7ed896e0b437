/** The language in which a person says which runs are meant: text, to a tree, to SQL. */
@NullMarked
package dev.epochal.registry.filter;

import org.jspecify.annotations.NullMarked;
