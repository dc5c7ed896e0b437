package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets are given. */
class CsvTest {

  private static String cell(String text) {
    return Csv.of(new Table(List.of("h"), List.of(List.of(text)))).substring(2);
  }

  @Test
  void cellsAreQuotedWhereTheyMustBe() {
    assertThat(cell("plain text")).isEqualTo("plain text\n");
    assertThat(cell("a,b")).isEqualTo("\"a,b\"\n");
    assertThat(cell("say \"so\"")).isEqualTo("\"say \"\"so\"\"\"\n");
    assertThat(cell("two\nlines")).isEqualTo("\"two\nlines\"\n");
    assertThat(cell("")).isEqualTo("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "-", "\t=1", "-1e5x"})
  void noTextIsAFormula(String text) {
    assertThat(cell(text)).startsWith("'");
  }

  @Test
  void aFormulaThatMustBeQuotedIsNoneEither() {
    assertThat(cell("=HYPERLINK(\"x\",1)")).isEqualTo("\"'=HYPERLINK(\"\"x\"\",1)\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+0.5", "-1.5e-7", "-.5", "-Infinity", "12"})
  void numbersStayNumbers(String number) {
    assertThat(cell(number)).isEqualTo(number + "\n");
  }
}
