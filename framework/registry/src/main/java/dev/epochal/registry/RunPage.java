package dev.epochal.registry;

import java.util.List;

/**
 * Some of the runs that a query asks for: what a window onto a long list shows.
 *
 * @param total how many the query asks for
 * @param runs those of the window, in the query's order
 */
public record RunPage(int total, List<RunValues> runs) {
  public RunPage {
    runs = List.copyOf(runs);
  }
}
