package dev.epochal.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunStatus;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTest {
  @Test
  void aCellIsNeitherSeveralNorAFormula() {
    Csv csv = new Csv(List.of("tags.a", "metrics.b", "params.c"));
    csv.add(
        new RunsTable.Row(
            "1", "a, \"b\"\nc", RunStatus.FINISHED, Arrays.asList("=cmd()", -0.5, null), null));
    assertThat(csv.text())
        .isEqualTo("id,name,tags.a,metrics.b,params.c\r\n1,\"a, \"\"b\"\"\nc\",'=cmd(),-0.5,\r\n");
  }
}
