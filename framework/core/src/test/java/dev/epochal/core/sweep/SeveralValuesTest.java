package dev.epochal.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SeveralValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "64,512,5000|64;512;5000",
        "1..5|1;2;3;4;5",
        "3..1|3;2;1",
        "-1..1|-1;0;1",
        "1..3,10|1;2;3;10",
        "range(1,5)|1;2;3;4",
        "range(0.1, 0.5, 0.1)|0.1;0.2;0.3;0.4",
        "range(5, 0, -2)|5;3;1",
        "log(1e-4,1e-1,4)|0.0001;0.001;0.01;0.1",
        "log(1,100,5)|1;3.16228;10;31.6228;100",
        "log(8,512,7)|8;16;32;64;128;256;512",
        "[3, 3],[5, 5]|[3, 3];[5, 5]",
        "'a,b',c|'a,b';c",
        "{type: adam, learningRate: 0.1},{type: sgd}|{type: adam, learningRate: 0.1};{type: sgd}",
        "wide,base|wide;base",
      })
  void readsValues(String text, String values) {
    assertThat(SeveralValues.isMeant(text)).isTrue();
    assertThat(String.join(";", SeveralValues.of(text))).isEqualTo(values);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"64", "0.5", "-3", "adam", "[3, 3]", "'1,2'", "{a: 1, b: 2}", "1.5", "a..b", ""})
  void leavesOneValueAlone(String text) {
    assertThat(SeveralValues.isMeant(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1,,3|has no value between two commas",
        "1,2,|has no value between two commas",
        "1,2,1|has the value 1 twice",
        "1.5..3|has a span of numbers that are not whole",
        "1..1000000|asks for more than 10000 values",
        "range(1)|range takes a start, an end and maybe a step",
        "range(1,2,0)|range has no value",
        "range(2,1)|range has no value",
        "range(0,1,1e-9)|asks for more than 10000 values",
        "range(a,b)|range takes numbers but has a",
        "log(1,2)|log takes a first, a last and how many",
        "log(0,1,3)|log takes numbers above 0",
        "log(1,10,1)|log takes a whole number of values from 2",
        "log(1,10,2.5)|log takes a whole number of values from 2",
      })
  void saysWhatIsWrong(String text, String rule) {
    assertThat(SeveralValues.isMeant(text)).isTrue();
    assertThatThrownBy(() -> SeveralValues.of(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(rule);
  }
}
