package dev.epochal.core.spec.bind;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ranges that a component's annotations declare. */
final class Constraints {
  private Constraints() {}

  /** The first rule that a value breaks, as {@code must be at least 1}. */
  static Optional<String> broken(Object value, AnnotatedElement declared) {
    return Arrays.stream(declared.getAnnotations())
        .flatMap(annotation -> broken(value, annotation).stream())
        .findFirst();
  }

  private static Optional<String> broken(Object value, Annotation annotation) {
    if (annotation instanceof Min min) {
      return rule(number(value).longValue() < min.value(), "must be at least " + min.value());
    }
    if (annotation instanceof Max max) {
      return rule(number(value).longValue() > max.value(), "must be at most " + max.value());
    }
    if (annotation instanceof DecimalMin min) {
      int order = decimal(value).compareTo(new BigDecimal(min.value()));
      return min.inclusive()
          ? rule(order < 0, "must be at least " + min.value())
          : rule(order <= 0, "must be greater than " + min.value());
    }
    if (annotation instanceof DecimalMax max) {
      int order = decimal(value).compareTo(new BigDecimal(max.value()));
      return max.inclusive()
          ? rule(order > 0, "must be at most " + max.value())
          : rule(order >= 0, "must be less than " + max.value());
    }
    if (annotation instanceof Pattern pattern) {
      return rule(!((String) value).matches(pattern.regexp()), pattern.message());
    }
    return annotation instanceof Size size ? size(value, size) : Optional.empty();
  }

  private static Optional<String> size(Object value, Size size) {
    if (value instanceof List<?> list) {
      return size(list.size(), " item", size);
    }
    return value instanceof Map<?, ?> map
        ? size(map.size(), " key", size)
        : size(((String) value).length(), " character", size);
  }

  private static Optional<String> size(int n, String thing, Size size) {
    if (size.min() == size.max()) {
      return rule(n != size.min(), "must have " + size.min() + plural(thing, size.min()));
    }
    return n < size.min()
        ? Optional.of("must have at least " + size.min() + plural(thing, size.min()))
        : rule(n > size.max(), "must have at most " + size.max() + plural(thing, size.max()));
  }

  private static String plural(String thing, int n) {
    return n == 1 ? thing : thing + "s";
  }

  private static Optional<String> rule(boolean broken, String rule) {
    return broken ? Optional.of(rule) : Optional.empty();
  }

  private static Number number(Object value) {
    return (Number) value;
  }

  private static BigDecimal decimal(Object value) {
    return new BigDecimal(value.toString());
  }
}
