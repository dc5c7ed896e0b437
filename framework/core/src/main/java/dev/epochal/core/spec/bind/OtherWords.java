package dev.epochal.core.spec.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The words of PyTorch, Lightning, Keras, scikit-learn and Hugging Face, with ours: for hints,
 * never accepted. Written without regard to case, underscores and dashes.
 */
final class OtherWords {
  /** Our key, or its path where several are called so: their keys. */
  private static final Map<String, List<String>> KEYS =
      table(
          """
          batchSize: batch, minibatch, minibatchsize, trainbatchsize, perdevicetrainbatchsize
          beta1: beta_1, adambeta1
          beta2: beta_2, adambeta2
          biasInit: biasinitializer
          checkpoint: modelcheckpoint, checkpoints, checkpointing, savestrategy
          data: dataset_config, datamodule
          data.dataset: datasetname
          data.path: datasetpath, dir, datadir, root, dataroot
          data.split: splits, splitratio, traintestsplit
          data.split.test: testsize, testsplit, testfraction
          data.split.train: trainsize, trainsplit
          data.split.validation: valsplit, validationsplit, valsize, valfraction, validationfraction
          data.subset: limit, nsamples, maxsamples
          data.subset.test: limittestbatches, maxtestsamples
          data.subset.train: limittrainbatches, maxtrainsamples
          data.subset.validation: limitvalbatches, maxevalsamples
          decay: rho
          description: notes, comment
          dilation: dilationrate
          earlyStopping: earlystop, earlystoppingcallback
          epochs: maxepochs, nepochs, numepochs, nbepoch, numtrainepochs, maxiter
          epsilon: eps, adamepsilon
          evaluate: evaluation, eval
          every: everynepochs, saveeverynepochs, stepsize, decaysteps
          factor: gamma, decayrate
          figures: plots
          gradientClipping: clipnorm, clipvalue, gradclip, gradientclip, gradientclipval, \
          maxgradnorm, globalclipnorm
          keep: savetopk, savetotallimit, maxtokeep
          kernel: kernelsize, poolsize, filtersize
          l1: l1lambda
          l2: weightdecay, kernelregularizer, alpha, l2lambda
          learningRate: lr, eta, learningrateinit, initiallearningrate, baselr
          loss: criterion, lossfn, lossfunction, objective
          metric: monitor, metricforbestmodel
          minDelta: mindelta, tol, earlystoppingthreshold
          name: experiment, experimentname, project
          nesterov: nesterovsmomentum
          network: model, net, architecture
          nOut: features, filters, nfilters, outchannels, outfeatures, units, numunits, hiddensize
          normalize: normalise, normalization, scaling, rescale, scaler
          onNonFinite: terminateonnan, detectanomaly
          patience: niternochange, earlystoppingpatience
          rate: p, prob, dropoutrate, droprob
          schedule: scheduler, lrscheduler, lrschedulertype, lrschedule, learningrateschedule
          seed: randomseed, randomstate, seedeverything, manualseed
          stratify: stratified
          stride: strides
          subset: fraction
          training: train, fit, trainer
          updater: optim, optimizer, optimiser, solver
          validation: val, valid, dev
          weightInit: initializer, kernelinitializer, init, weightinitializer
          """);

  /** Our word: their words. */
  private static final Map<String, List<String>> VALUES =
      table(
          """
          adagrad: adagradoptimizer
          adam: adamw, adamoptimizer
          avg: average, mean
          avgpool2d: avgpool, averagepooling2d, averagepooling
          batchNormalization: batchnorm, batchnorm1d, batchnorm2d, bn
          convolution2d: conv, conv2d, convolution
          dense: linear, fc, fullyconnected, inner
          dropout: dropout2d, alphadropout
          exponential: exponentiallr, exponentialdecay
          globalPooling: globalavgpool, globalaveragepooling2d, globalmaxpooling2d, \
          adaptiveavgpool2d, adaptivemaxpool2d
          identity: linear, none
          leakyrelu: lrelu
          maxpool2d: maxpool, maxpooling2d, maxpooling
          mcxent: categoricalcrossentropy, sparsecategoricalcrossentropy, crossentropy, \
          crossentropyloss, nll, nllloss, softmaxcrossentropy, logloss
          meanAbsoluteError: mae, l1loss
          mse: meansquarederror, mseloss, squarederror
          none: off, no, false
          output: head, classifier
          poly: polynomial, polynomiallr, polynomialdecay, linear
          relu: henormal, kaimingnormal, he, kaiming
          reluUniform: heuniform, kaiminguniform
          same: half
          sgd: momentum, nesterov, nesterovs
          standardize: zscore, standard, standardscaler, meanstd
          step: steplr, staircase
          swish: silu
          unit: minmax, minmaxscaler, rescale, totensor
          validation.accuracy: valaccuracy, valacc, evalaccuracy
          validation.loss: valloss, evalloss
          xavier: glorot, glorotnormal, xaviernormal
          xavierUniform: glorotuniform
          xent: binarycrossentropy, bce, bceloss, bcewithlogitsloss
          zero: zeros
          """);

  /** What is said of their keys for which we have none: their keys. */
  private static final Map<String, List<String>> WITHOUT =
      table(
          """
          an image is flattened where a dense layer needs it: flatten
          dropout is a layer of its own, {name: drop, type: dropout, rate: 0.5}: dropout
          every layer with weights has a bias: bias, usebias
          images are not augmented; data.normalize is all that is done to pixels: transform, \
          transforms, augment, augmentation, dataaugmentation
          it follows from the dataset: numclasses, nclasses, numlabels, classes
          it follows from what comes before; leave it out: nin, inchannels, infeatures, inputshape, \
          inputdim, inputsize
          layers are listed under network.layers: hiddenlayersizes, numlayers, hiddenunits
          loss, accuracy and F1 are recorded always: metrics, scoring
          numbers are 32-bit floats: precision, mixedprecision, fp16, bf16, amp, dtype
          runs are kept in runs/; --runs DIR names another folder: outputdir, logdir, logger, \
          savepath, savedir, checkpointdir, defaultrootdir
          the name of a run is given as --name NAME: runname
          the program shows what it does where a person watches: verbose, verbosity, progressbar, \
          enableprogressbar, logeverynsteps, loggingsteps
          there are no callbacks; earlyStopping and checkpoint are keys of training: callbacks, \
          callback
          there is no accumulation; raise training.batchSize: gradientaccumulationsteps, \
          accumulategradbatches
          there is no warm-up: warmup, warmupsteps, warmupratio, warmupepochs
          there are no class weights; data.split.stratify divides each class alike: classweight, \
          classweights, sampler
          training is counted in epochs: maxsteps, stepsperepoch, numsteps, totalsteps
          training runs on the CPU; --threads N sets its threads: device, devices, gpu, gpus, cuda, \
          accelerator, strategy, numworkers, workers, njobs, dataloadernumworkers, pinmemory
          write beta1 and beta2: betas
          """);

  private OtherWords() {}

  /** Our key, or its path, for another framework's. */
  static Optional<String> forKey(String word) {
    return first(KEYS, word, ours -> true);
  }

  /** Our word, among those that are known, for another framework's. */
  static Optional<String> forValue(String word, Predicate<String> known) {
    // torch.nn.Conv2d
    return first(VALUES, word.substring(word.lastIndexOf('.') + 1), known)
        .or(() -> first(VALUES, word, known));
  }

  /** What is to be said of another framework's key for which we have none. */
  static Optional<String> withoutKey(String word) {
    return first(WITHOUT, word, sentence -> true);
  }

  private static Optional<String> first(
      Map<String, List<String>> table, String word, Predicate<String> wanted) {
    return table.getOrDefault(plain(word), List.of()).stream().filter(wanted).findFirst();
  }

  private static Map<String, List<String>> table(String lines) {
    Map<String, List<String>> table = new HashMap<>();
    for (String line : lines.lines().toList()) {
      // A sentence may hold a colon; no word does.
      int colon = line.lastIndexOf(':');
      for (String word : line.substring(colon + 1).split(",")) {
        table
            .computeIfAbsent(plain(word.strip()), key -> new ArrayList<>())
            .add(line.substring(0, colon));
      }
    }
    return table;
  }

  /** A word without what other styles of writing add. */
  static String plain(String word) {
    return word.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }
}
