package dev.epochal.core.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.Loss;
import dev.epochal.core.plan.Pooling;
import dev.epochal.core.plan.WeightInit;
import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of {@code network.layers}: its {@code type} says which, by this table. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LayerSpec.Convolution2d.class, name = "convolution2d"),
  @JsonSubTypes.Type(value = LayerSpec.MaxPool2d.class, name = "maxpool2d"),
  @JsonSubTypes.Type(value = LayerSpec.AvgPool2d.class, name = "avgpool2d"),
  @JsonSubTypes.Type(value = LayerSpec.GlobalPooling.class, name = "globalPooling"),
  @JsonSubTypes.Type(value = LayerSpec.BatchNormalization.class, name = "batchNormalization"),
  @JsonSubTypes.Type(value = LayerSpec.Activated.class, name = "activation"),
  @JsonSubTypes.Type(value = LayerSpec.Dropout.class, name = "dropout"),
  @JsonSubTypes.Type(value = LayerSpec.Dense.class, name = "dense"),
  @JsonSubTypes.Type(value = LayerSpec.Output.class, name = "output"),
})
public sealed interface LayerSpec {
  /** More units than memory holds weights for. */
  int MOST_UNITS = 65_536;

  /** Larger than any image; small enough that sums of it stay an int. */
  int LARGEST_WINDOW = 10_000;

  /** By which the layer is addressed. */
  String name();

  /** What {@code cases} makes of this type of layer. */
  <T> T match(Cases<T> cases);

  /** A function of a layer, type by type. */
  interface Cases<T> {
    T convolution2d(Convolution2d layer);

    T maxPool2d(MaxPool2d layer);

    T avgPool2d(AvgPool2d layer);

    T globalPooling(GlobalPooling layer);

    T batchNormalization(BatchNormalization layer);

    T activated(Activated layer);

    T dropout(Dropout layer);

    T dense(Dense layer);

    T output(Output layer);
  }

  /** Convolution. */
  record Convolution2d(
      @Doc("The layer's name.")
          @NotNull
          @Pattern(regexp = ExperimentSpec.WORD, message = ExperimentSpec.WORD_RULE)
          String name,
      @Doc("Filters.") @NotNull @Min(1) @Max(MOST_UNITS) Integer nOut,
      @Doc("Height and width of the window.") @NotNull @Size(min = 2, max = 2)
          List<@Min(1) @Max(LARGEST_WINDOW) Integer> kernel,
      @Doc("Steps of the window, down and across.") @Size(min = 2, max = 2)
          @Nullable List<@Min(1) @Max(LARGEST_WINDOW) Integer> stride,
      @Doc("Rows and columns around the image: [h, w], or same; none by default.")
          @Nullable PaddingSpec padding,
      @Doc("Activation.") @Nullable Activation activation,
      @Doc("How weights start; the network's by default.") @Nullable WeightInit weightInit,
      @Doc("Penalty of the weights' sizes; the network's by default.") @DecimalMin("0")
          @Nullable Double l1,
      @Doc("Penalty of the weights' squares; the network's by default.") @DecimalMin("0")
          @Nullable Double l2)
      implements LayerSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.convolution2d(this);
    }
  }

  /** The largest value of each window. */
  record MaxPool2d(
      @Doc("The layer's name.")
          @NotNull
          @Pattern(regexp = ExperimentSpec.WORD, message = ExperimentSpec.WORD_RULE)
          String name,
      @Doc("Height and width of the window.") @Size(min = 2, max = 2)
          @Nullable List<@Min(1) @Max(LARGEST_WINDOW) Integer> kernel,
      @Doc("Steps of the window, down and across; the kernel's size by default.")
          @Size(min = 2, max = 2)
          @Nullable List<@Min(1) @Max(LARGEST_WINDOW) Integer> stride,
      @Doc("Rows and columns around the image: [h, w], or same; none by default.")
          @Nullable PaddingSpec padding)
      implements LayerSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.maxPool2d(this);
    }
  }

  /** The mean of each window. */
  record AvgPool2d(
      @Doc("The layer's name.")
          @NotNull
          @Pattern(regexp = ExperimentSpec.WORD, message = ExperimentSpec.WORD_RULE)
          String name,
      @Doc("Height and width of the window.") @Size(min = 2, max = 2)
          @Nullable List<@Min(1) @Max(LARGEST_WINDOW) Integer> kernel,
      @Doc("Steps of the window, down and across; the kernel's size by default.")
          @Size(min = 2, max = 2)
          @Nullable List<@Min(1) @Max(LARGEST_WINDOW) Integer> stride,
      @Doc("Rows and columns around the image: [h, w], or same; none by default.")
          @Nullable PaddingSpec padding)
      implements LayerSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.avgPool2d(this);
    }
  }

  /** One value of each channel. */
  record GlobalPooling(
      @Doc("The layer's name.")
          @NotNull
          @Pattern(regexp = ExperimentSpec.WORD, message = ExperimentSpec.WORD_RULE)
          String name,
      @Doc("What becomes of a channel's values.") @NotNull Pooling pooling)
      implements LayerSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.globalPooling(this);
    }
  }

  /** Each channel, or unit, to mean 0 and variance 1, then scaled and shifted. */
  record BatchNormalization(
      @Doc("The layer's name.")
          @NotNull
          @Pattern(regexp = ExperimentSpec.WORD, message = ExperimentSpec.WORD_RULE)
          String name,
      @Doc("Share of the running mean and variance that an update keeps.")
          @DecimalMin("0")
          @DecimalMax(value = "1", inclusive = false)
          @Nullable Double decay,
      @Doc("Keeps the divisor from zero.") @DecimalMin(value = "0", inclusive = false)
          @Nullable Double epsilon)
      implements LayerSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.batchNormalization(this);
    }
  }

  /** An activation by itself. */
  record Activated(
      @Doc("The layer's name.")
          @NotNull
          @Pattern(regexp = ExperimentSpec.WORD, message = ExperimentSpec.WORD_RULE)
          String name,
      @Doc("Activation.") @NotNull Activation activation)
      implements LayerSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.activated(this);
    }
  }

  /** Sets a share of the activations to zero while training. */
  record Dropout(
      @Doc("The layer's name.")
          @NotNull
          @Pattern(regexp = ExperimentSpec.WORD, message = ExperimentSpec.WORD_RULE)
          String name,
      @Doc("The share that is dropped.")
          @NotNull
          @DecimalMin("0")
          @DecimalMax(value = "1", inclusive = false)
          Double rate)
      implements LayerSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.dropout(this);
    }
  }

  /** Fully connected. */
  record Dense(
      @Doc("The layer's name.")
          @NotNull
          @Pattern(regexp = ExperimentSpec.WORD, message = ExperimentSpec.WORD_RULE)
          String name,
      @Doc("Units.") @NotNull @Min(1) @Max(MOST_UNITS) Integer nOut,
      @Doc("Activation.") @Nullable Activation activation,
      @Doc("How weights start; the network's by default.") @Nullable WeightInit weightInit,
      @Doc("Penalty of the weights' sizes; the network's by default.") @DecimalMin("0")
          @Nullable Double l1,
      @Doc("Penalty of the weights' squares; the network's by default.") @DecimalMin("0")
          @Nullable Double l2)
      implements LayerSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.dense(this);
    }
  }

  /** Fully connected, with the loss; the last layer. */
  record Output(
      @Doc("The layer's name.")
          @NotNull
          @Pattern(regexp = ExperimentSpec.WORD, message = ExperimentSpec.WORD_RULE)
          String name,
      @Doc("Units: the number of classes, which is the default.") @Min(1) @Max(MOST_UNITS)
          @Nullable Integer nOut,
      @Doc("Activation; the loss's usual one by default.") @Nullable Activation activation,
      @Doc("What training makes small.") @Nullable Loss loss,
      @Doc("How weights start; the network's by default.") @Nullable WeightInit weightInit,
      @Doc("Penalty of the weights' sizes; the network's by default.") @DecimalMin("0")
          @Nullable Double l1,
      @Doc("Penalty of the weights' squares; the network's by default.") @DecimalMin("0")
          @Nullable Double l2)
      implements LayerSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.output(this);
    }
  }
}
