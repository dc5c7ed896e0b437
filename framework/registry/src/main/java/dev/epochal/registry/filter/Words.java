package dev.epochal.registry.filter;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.registry.filter.Token.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a filter, taken one after the other. */
final class Words {
  private final List<Token> tokens;
  private final FilterProblem problem;
  private int at;

  Words(String source, String filter) {
    problem = new FilterProblem(source, filter);
    tokens = new Lexer(filter, problem).tokens();
  }

  Token peek() {
    return tokens.get(at);
  }

  /** The next one, which is taken; the end stays. */
  Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  boolean take(String symbol) {
    return took(peek().is(symbol));
  }

  boolean takeKeyword(String keyword) {
    return took(peek().isKeyword(keyword));
  }

  private boolean took(boolean is) {
    if (is) {
      next();
    }
    return is;
  }

  void expect(String symbol) {
    if (!take(symbol)) {
      throw problem(peek(), "must go on with " + symbol + " but has " + peek().said());
    }
  }

  void expectKeyword(String keyword) {
    if (!takeKeyword(keyword)) {
      throw problem(peek(), "must go on with " + keyword + " but has " + peek().said());
    }
  }

  /** Nothing may follow; {@code otherwise} says what might have. */
  void end(String otherwise) {
    if (peek().kind() != Kind.END) {
      throw problem(peek(), "must end" + otherwise + " but has " + peek().said());
    }
  }

  InvalidInputException problem(Token token, String rule) {
    return problem(token, rule, null);
  }

  InvalidInputException problem(Token token, String rule, @Nullable String remedy) {
    return problem.at(token.column(), rule, remedy);
  }
}
