package dev.epochal.figures.page;

import java.util.List;

/** A piece of a page; {@code block.jte} has a case for each, which a test holds complete. */
public sealed interface Block {

  /** Running text. */
  record Paragraph(Words words) implements Block {}

  /**
   * What must not be overlooked.
   *
   * @param alarm whether something is wrong, rather than worth knowing
   */
  record Notice(boolean alarm, Words words) implements Block {}

  /** A few numbers, large. */
  record Figures(List<Fact> facts) implements Block {
    public Figures {
      facts = List.copyOf(facts);
    }
  }

  /** Names and values. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A name with its value.
   *
   * @param note in small letters below the value; may be empty
   */
  record Fact(Words name, String value, String note) {
    public Fact(String name, String value) {
      this(Words.plain(name), value, "");
    }
  }

  /** Rows under a header; a row has a cell for each column. */
  record Table(List<Column> columns, List<List<String>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(row + " does not fit " + columns.size() + " columns");
        }
      }
    }
  }

  /**
   * A column.
   *
   * @param number whether its cells are numbers, which stand to the right
   */
  record Column(Words name, boolean number) {}

  /**
   * A figure with what it shows.
   *
   * @param id unique on the page
   * @param png the image, Base64
   * @param width in CSS pixels
   */
  record Picture(String id, String title, String png, int width, List<Words> caption)
      implements Block {
    public Picture {
      caption = List.copyOf(caption);
    }
  }

  /** Text as a file or a terminal has it. */
  record Code(String text) implements Block {}

  /** What most readers skip. */
  record Folded(String summary, List<Block> blocks) implements Block {
    public Folded {
      blocks = List.copyOf(blocks);
    }
  }

  /** Terms and what they mean. */
  record Definitions(List<Definition> definitions) implements Block {
    public Definitions {
      definitions = List.copyOf(definitions);
    }
  }

  /**
   * A term.
   *
   * @param id unique on the page
   */
  record Definition(String id, String term, Words meaning) {}
}
