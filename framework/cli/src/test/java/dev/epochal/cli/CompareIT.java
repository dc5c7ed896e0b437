package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three runs that were trained, side by side, in groups, and by their specs. */
final class CompareIT {
  @TempDir static Path home;

  private static Program program;
  private static Path spec;

  @BeforeAll
  static void threeRunsAreTrained() throws Exception {
    program = new Program(home);
    spec = program.spec("tiny.yaml", Specs.MLP.replaceAll("figures: .*", "figures: none"));
    train("--name", "a");
    train("--name", "b", "training.batchSize=100");
    train("--name", "c", "training.batchSize=100", "seed=12");
  }

  private static void train(Object... more) throws Exception {
    Object[] all = new Object[more.length + 2];
    all[0] = "run";
    all[1] = spec;
    System.arraycopy(more, 0, all, 2, more.length);
    Program.Result ran = program.run(all);
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  @Test
  void theTextSaysWhatDiffersAndFitsATerminal() throws Exception {
    Program.Result compared = program.run("compare", "a", "b", "c");

    assertThat(compared.exit()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains("Compared with a (", "test.accuracy")
        .containsPattern("training.batchSize +50 +100 +100\n")
        .contains("b differs in training.batchSize (50, 100) alone.")
        .contains("c differs in more than training.batchSize (50, 100): also seed (11, 12)")
        .contains("McNemar's exact test", "c is not tested against a: their test images differ")
        .doesNotContain("training.epochs");
    assertThat(compared.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @Test
  void theObjectHoldsTheNumbersThatTheFilesGive() throws Exception {
    JsonNode json = program.run("compare", "a", "b", "--json").json();
    String a = json.path("runs").path(0).path("id").asText();
    String b = json.path("runs").path(1).path("id").asText();

    assertThat(json.path("reference").asText()).isEqualTo(a);
    assertThat(json.path("differences")).hasSize(1);
    assertThat(json.at("/differences/0/values/" + b).asInt()).isEqualTo(100);
    JsonNode pair = json.path("pairs").path(0);
    assertThat(pair.path("alone").asBoolean()).isTrue();
    assertThat(pair.path("bits").asText()).isEqualTo("different");
    int[] labels = NpyFile.readInts(folder(a).predictions(Split.TEST, "labels"));
    int[] first = NpyFile.readInts(folder(a).predictions(Split.TEST, "predicted"));
    int[] second = NpyFile.readInts(folder(b).predictions(Split.TEST, "predicted"));
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < labels.length; i++) {
      onlyFirst += labels[i] == first[i] && labels[i] != second[i] ? 1 : 0;
      onlySecond += labels[i] != first[i] && labels[i] == second[i] ? 1 : 0;
    }
    JsonNode test = pair.path("test");
    assertThat(test.path("n").asInt()).isEqualTo(100);
    assertThat(test.path("onlyReference").asInt()).isEqualTo(onlyFirst);
    assertThat(test.path("onlyRun").asInt()).isEqualTo(onlySecond);
    JsonNode accuracy = null;
    for (JsonNode metric : json.path("metrics")) {
      accuracy = metric.path("metric").asText().equals("test.accuracy") ? metric : accuracy;
    }
    assertThat(accuracy.path("goal").asText()).isEqualTo("max");
    assertThat(accuracy.path("deltas").path(b).asDouble())
        .isCloseTo(test.path("difference").asDouble(), within(1e-12));
    assertThat(test.path("ci").path(0).asDouble())
        .isLessThanOrEqualTo(test.path("difference").asDouble());
  }

  private static RunFolder folder(String id) {
    return RunFolder.of(program.runs(), id);
  }

  @Test
  void tablesForOtherProgramsAreHarmless() throws Exception {
    List<String> csv = program.run("compare", "a", "b", "--csv").out().lines().toList();
    assertThat(csv.get(0)).matches("kind,key,[0-9a-f]{12},[0-9a-f]{12}");
    assertThat(csv.get(1)).isEqualTo("run,name,a,b");
    assertThat(csv).anySatisfy(line -> assertThat(line).startsWith("test,mcnemar.p,,"));
    String markdown = program.run("compare", "a", "b", "--md").out();
    assertThat(markdown).contains("| training.batchSize | 50 | 100 |\n");
    Program.Result both = program.run("compare", "a", "b", "--md", "--csv");
    assertThat(both.exit()).isEqualTo(2);
  }

  @Test
  void aPinnedBaselineIsComparedWith() throws Exception {
    assertThat(program.run("baseline", "c").exit()).isZero();
    Program.Result compared = program.run("compare", "b");
    assertThat(program.run("baseline", "--none").exit()).isZero();

    assertThat(compared.out())
        .contains("Compared with c (", "the pinned baseline")
        .contains("b differs in seed (12, 11) alone");
  }

  @Test
  void wrongUseIsRefusedInASentence() throws Exception {
    Program.Result one = program.run("compare", "b");
    assertThat(one.exit()).isEqualTo(2);
    assertThat(one.err()).contains("between 2 and 50 different runs").doesNotContain("\tat ");
    Program.Result metric = program.run("compare", "a", "b", "--metrics", "test.acuracy");
    assertThat(metric.exit()).isEqualTo(2);
    assertThat(metric.err()).contains("did you mean test.accuracy?");
  }

  @Test
  void listsShowChosenColumns() throws Exception {
    Program.Result chosen =
        program.run(
            "list",
            "--columns",
            "name,params.training.batchSize,epochsTo(train.loss, 99)",
            "--sort",
            "started");
    assertThat(chosen.out().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "name params.training.batchSize epochsTo(train.loss, 99)",
            "---- ------------------------- ------------------------",
            "a 50 1",
            "b 100 1",
            "c 100 1");
    JsonNode json = program.run("list", "--columns", "name,seed", "--json", "--limit", 1).json();
    assertThat(json.at("/0/name").asText()).isEqualTo("c");
    assertThat(json.at("/0/seed").asInt()).isEqualTo(12);
    List<String> csv = program.run("list", "--csv").out().lines().toList();
    assertThat(csv).hasSize(4);
    assertThat(csv.get(0)).startsWith("id,name,experiment,status,seed,dataset,started,");
    assertThat(csv.get(3)).contains(",a,tiny,FINISHED,11,digits,2");
  }

  @Test
  void groupsShowMeansOverTheirRuns() throws Exception {
    JsonNode groups =
        program
            .run(
                "list",
                "--group-by",
                "params.training.batchSize",
                "--columns",
                "metrics.test.loss",
                "--json")
            .json();
    assertThat(groups).hasSize(2);
    assertThat(groups.at("/0/group/params.training.batchSize").asInt()).isEqualTo(50);
    assertThat(groups.at("/0/means/metrics.test.loss/ci").isNull()).isTrue();
    assertThat(groups.at("/1/n").asInt()).isEqualTo(2);
    assertThat(groups.at("/1/means/metrics.test.loss/ci")).hasSize(2);
    String text = program.run("list", "--group-by", "params.training.batchSize").out();
    assertThat(text).contains("params.training.batchSize  n  ", " ± ");
    Program.Result name =
        program.run("list", "--group-by", "seed", "--columns", "name", "--sort", "started");
    assertThat(name.exit()).isEqualTo(2);
    assertThat(name.err()).contains("name has none", "--sort", "2 problems");
  }

  @Test
  void specsDiffer() throws Exception {
    Program.Result runs = program.run("diff", "a", "b");
    assertThat(runs.exit()).isEqualTo(1);
    assertThat(runs.out()).contains("--- a (", "+++ b (", "\n@@ -", "\n+  batchSize: 100\n");
    assertThat(runs.out()).containsPattern("training.batchSize +50 +100");
    Program.Result same = program.run("diff", "a", spec);
    assertThat(same.exit()).as(same.out()).isZero();
    assertThat(same.out()).isEmpty();
    assertThat(same.err()).contains("The specs are the same.");
    JsonNode json = program.run("diff", "a", "c", "--json").json();
    assertThat(json.path("same").asBoolean()).isFalse();
    assertThat(json.at("/params/seed/b").asInt()).isEqualTo(12);
    assertThat(program.run("diff", "a", "nobody").exit()).isEqualTo(2);
  }
}
