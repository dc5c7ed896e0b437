package dev.epochal.engine.network;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * rate · (1 − n / length)^power, 0 from {@code length} on. DL4J's own {@code PolySchedule} of
 * 1.0.0-M2.1 has a plus where the minus should be: its rate grows.
 */
public final class PolynomialDecay implements ISchedule {
  private static final long serialVersionUID = 1L;

  private final ScheduleType per;
  private final double rate;
  private final double power;
  private final int length;

  public PolynomialDecay(
      @JsonProperty("per") ScheduleType per,
      @JsonProperty("rate") double rate,
      @JsonProperty("power") double power,
      @JsonProperty("length") int length) {
    this.per = per;
    this.rate = rate;
    this.power = power;
    this.length = length;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    int n = per == ScheduleType.EPOCH ? epoch : iteration;
    return n >= length ? 0 : rate * Math.pow(1 - (double) n / length, power);
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // immutable: there is nothing to copy
  public ISchedule clone() {
    return new PolynomialDecay(per, rate, power, length);
  }
}
