package dev.epochal.figures.report;

import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Section;
import dev.epochal.figures.page.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The terms of {@code docs/glossary.md}, which is built into the program: {@code - **term**:
 * meaning} lines, in which {@code *other terms*} are links.
 */
public final class Glossary {
  private static final Pattern LINE = Pattern.compile("- \\*\\*(.+?)\\*\\*: (.+)");
  private static final Pattern MARKED = Pattern.compile("\\*(.+?)\\*|`(.+?)`");

  /** By the term in lower case; its meaning as written. */
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private final Pattern anyTerm;

  private record Entry(String term, String meaning) {
    String id() {
      return "term-" + term.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
  }

  Glossary(String markdown) {
    markdown
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> entries.put(key(line.group(1)), new Entry(line.group(1), line.group(2))));
    // The longest first: "test split" before "split". The words of a dotted key are no terms.
    anyTerm =
        Pattern.compile(
            entries.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(
                    Collectors.joining("|", "(?<![\\w-]|\\w\\.)(", ")(e?s)?(?![\\w-]|\\.\\w)")),
            Pattern.CASE_INSENSITIVE);
  }

  /** The one that this program was built with. */
  public static Glossary builtIn() {
    try (InputStream in = Glossary.class.getResourceAsStream("glossary.md")) {
      return new Glossary(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with each term a link to its meaning, where it occurs first. */
  public Words linked(String text) {
    return linked(List.of(text)).get(0);
  }

  /** The texts with each term a link to its meaning, where it occurs first in all of them. */
  List<Words> linked(List<String> texts) {
    Set<String> seen = new HashSet<>();
    return texts.stream().map(text -> linked(text, seen)).toList();
  }

  private Words linked(String text, Set<String> seen) {
    List<Words.Piece> pieces = new ArrayList<>();
    Matcher matcher = anyTerm.matcher(text);
    int done = 0;
    while (matcher.find()) {
      Entry entry = entry(matcher.group(1));
      if (entry != null && seen.add(entry.id())) {
        plain(pieces, text.substring(done, matcher.start()));
        pieces.add(new Words.Piece(matcher.group(), Words.Kind.LINK, entry.id()));
        done = matcher.end();
      }
    }
    plain(pieces, text.substring(done));
    return new Words(pieces);
  }

  /** {@link #definitions} as a section of a report. */
  Section section() {
    return new Section("glossary", "Glossary", List.of(new Block.Definitions(definitions())));
  }

  /** Every term with its meaning, in the file's order. */
  public List<Block.Definition> definitions() {
    return entries.values().stream()
        .map(e -> new Block.Definition(e.id(), e.term(), marked(e.meaning())))
        .toList();
  }

  private Words marked(String text) {
    List<Words.Piece> pieces = new ArrayList<>();
    Matcher matcher = MARKED.matcher(text);
    int done = 0;
    while (matcher.find()) {
      plain(pieces, text.substring(done, matcher.start()));
      if (matcher.group(2) != null) {
        pieces.add(new Words.Piece(matcher.group(2), Words.Kind.CODE, ""));
      } else {
        Entry entry = entry(matcher.group(1));
        pieces.add(
            entry == null
                ? new Words.Piece(matcher.group(1), Words.Kind.EMPHASIS, "")
                : new Words.Piece(matcher.group(1), Words.Kind.LINK, entry.id()));
      }
      done = matcher.end();
    }
    plain(pieces, text.substring(done));
    return new Words(pieces);
  }

  /** The entry of a term, or of its plural. */
  private @Nullable Entry entry(String term) {
    String key = key(term);
    for (String ending : List.of("", "s", "es")) {
      if (key.endsWith(ending)) {
        Entry entry = entries.get(key.substring(0, key.length() - ending.length()));
        if (entry != null) {
          return entry;
        }
      }
    }
    return null;
  }

  private static void plain(List<Words.Piece> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Words.Piece(text, Words.Kind.PLAIN, ""));
    }
  }

  private static String key(String term) {
    return term.toLowerCase(Locale.ROOT);
  }
}
