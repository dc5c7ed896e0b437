/** What will run: {@code RunPlan}, every default filled and every seed fixed. */
@NullMarked
package dev.epochal.core.plan;

import org.jspecify.annotations.NullMarked;
