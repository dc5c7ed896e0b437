package dev.epochal.core.run;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which trial of a sweep a run was made for.
 *
 * @param sweep id of the sweep
 * @param number from 1, in the sweep's order
 * @param values what the sweep set, by key, as written in an override
 * @param readsTest whether the final evaluation reads the test split: in sweeps that choose between
 *     their trials it waits for the one that is chosen
 */
public record TrialRecord(
    String sweep, int number, SortedMap<String, String> values, boolean readsTest) {
  public TrialRecord {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
