@org.jspecify.annotations.NullMarked
package dev.epochal.figures.report;
