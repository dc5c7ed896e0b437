package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.stats.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What one stream of randomness does to a response.
 *
 * @param stream {@code split}, {@code init}, {@code shuffle}, {@code dropout}; {@code seed} is all
 *     of them together
 * @param n runs that tell of it
 * @param mean of their responses
 * @param sd standard deviation of the response when this stream alone changes
 * @param ci its 95 % interval
 * @param freedom degrees of freedom that the interval has
 * @param share of the whole variance; null when the whole is not known
 * @param shareCi its 95 % interval; null when the whole was not measured by itself
 * @param differentBits how many different final parameters these runs have, of runs that are the
 *     same but for this stream
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerStream(
    String stream,
    int n,
    double mean,
    double sd,
    @JsonFormat(shape = JsonFormat.Shape.ARRAY) Interval ci,
    double freedom,
    @Nullable Double share,
    @JsonFormat(shape = JsonFormat.Shape.ARRAY) @Nullable Interval shareCi,
    int differentBits) {

  AnswerStream of(@Nullable Double part, @Nullable Interval interval) {
    return new AnswerStream(stream, n, mean, sd, ci, freedom, part, interval, differentBits);
  }
}
