package dev.epochal.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.Params;
import java.util.Arrays;
import java.util.Locale;

/** A network layer by layer: type, output shape, parameters, and their total. */
final class NetworkTable {
  private NetworkTable() {}

  static String of(NetworkPlan network) {
    String table =
        AsciiTable.getTable(
            Tables.BORDER,
            network.layers(),
            Arrays.asList(
                new Column().header("layer").dataAlign(HorizontalAlign.LEFT).with(LayerPlan::name),
                new Column().header("type").dataAlign(HorizontalAlign.LEFT).with(Params::type),
                new Column()
                    .header("output")
                    .dataAlign(HorizontalAlign.LEFT)
                    .with(layer -> layer.output().toString()),
                new Column()
                    .header("parameters")
                    .dataAlign(HorizontalAlign.RIGHT)
                    .with(layer -> String.format(Locale.ROOT, "%,d", layer.parameters()))));
    return Tables.trimmed(table)
        + String.format(Locale.ROOT, "%n%,d parameters in all", network.parameters());
  }
}
