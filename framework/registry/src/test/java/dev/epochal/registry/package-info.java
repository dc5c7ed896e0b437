/** The registry against real database files. */
package dev.epochal.registry;
