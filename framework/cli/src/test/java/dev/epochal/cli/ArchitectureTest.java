package dev.epochal.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The arrows of the README's ARCHITECTURE section. ArchUnit fails a rule that matched no class, so
 * a renamed package cannot empty one.
 */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.epochal", "org.nd4j.nativeblas");

  private static final String[] DL4J = {
    "org.deeplearning4j..", "org.nd4j..", "org.datavec..", "org.bytedeco.."
  };

  @Test
  void onlyTheEngineSeesDl4j() {
    noClasses()
        .that()
        .resideInAPackage("dev.epochal..")
        .and()
        .resideOutsideOfPackages("dev.epochal.engine..", "dev.epochal.ui.training..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DL4J)
        .check(CLASSES);
    classes()
        .that()
        .resideInAPackage("dev.epochal.engine.network..")
        .should()
        .onlyBeAccessed()
        .byAnyPackage("dev.epochal.engine..", "dev.epochal.runner..")
        .check(CLASSES);
  }

  @Test
  void nothingSeesDl4jsTrainingUiWhichSeesTheCoreAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.epochal.ui.training..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.epochal.ui.training..", "io.vertx..", "org.deeplearning4j.ui.api..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.epochal.ui.training..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.epochal.engine..",
            "dev.epochal.registry..",
            "dev.epochal.runner..",
            "dev.epochal.ui.http..")
        .check(CLASSES);
  }

  @Test
  void onlyTheUiSeesTheServer() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.epochal.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jetty..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.epochal.ui..", "dev.epochal.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.epochal.ui..")
        .check(CLASSES);
  }

  @Test
  void theUiSeesTheRegistryAndTheCoreAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.epochal.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.epochal.engine..", "dev.epochal.runner..", "dev.epochal.figures..")
        .check(CLASSES);
  }

  @Test
  void onlyTheRegistrySeesJdbc() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.epochal.registry..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.flywaydb..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "figures"})
  void coreAndFiguresSeeNoDl4jNoSqlAndNoHttp(String module) {
    noClasses()
        .that()
        .resideInAPackage("dev.epochal." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.deeplearning4j..",
            "org.nd4j..",
            "java.sql..",
            "java.net.http..",
            "dev.epochal.engine..",
            "dev.epochal.registry..",
            "dev.epochal.runner..")
        .check(CLASSES);
  }

  @Test
  void onlyPlanningSeesTheSpec() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.epochal.core.planning..", "dev.epochal.core.spec..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.epochal.core.spec..")
        .check(CLASSES);
  }

  @Test
  void nothingButTheCommandsImportsTheRunner() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.epochal.runner..", "dev.epochal.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.epochal.runner..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.epochal.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.epochal.cli..")
        .check(CLASSES);
  }

  @Test
  void theCommandsSeeTheEngineOnlyThroughTheRunner() {
    noClasses()
        .that()
        .resideInAPackage("dev.epochal.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.epochal.engine..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandsPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.epochal.cli..", "dev.epochal.ui.training..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void packagesDoNotGoInCircles() {
    slices().matching("dev.epochal.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("dev.epochal.core.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("dev.epochal.engine.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    List<String> unmarked =
        CLASSES.that(resideInAPackage("dev.epochal..")).stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(
                p ->
                    p.tryGetPackageInfo()
                        .filter(i -> i.isAnnotatedWith(NullMarked.class))
                        .isEmpty())
            .map(JavaPackage::getName)
            .toList();
    assertThat(unmarked).isEmpty();
  }

  @Test
  void theReadmeNamesEveryModuleAndNoOther() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    String readme = Files.readString(root.resolve("README.md"));
    String architecture = readme.substring(readme.indexOf("## ARCHITECTURE"));
    try (Stream<Path> modules = Files.list(root.resolve("framework"))) {
      List<String> names = modules.map(m -> "framework/" + m.getFileName()).sorted().toList();
      assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(architecture).contains(name));
      List<String> written =
          java.util.regex.Pattern.compile("framework/[a-z]+")
              .matcher(architecture)
              .results()
              .map(java.util.regex.MatchResult::group)
              .distinct()
              .sorted()
              .toList();
      assertThat(written).isEqualTo(names);
    }
  }
}
