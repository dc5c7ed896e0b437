/** Run folders, written and read for real. */
package dev.epochal.registry.folder;
