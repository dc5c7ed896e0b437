package dev.epochal.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./run} itself: without a word it prints a short help. */
@Command(
    name = "./run",
    description = "Epochal: experiments on Deeplearning4j, from YAML to recorded runs.",
    synopsisSubcommandLabel = "COMMAND | SPEC.yaml [key=value …]",
    mixinStandardHelpOptions = true,
    version = "Epochal 0.1.0",
    subcommands = {
      RunCommand.class,
      ResumeCommand.class,
      RerunCommand.class,
      VerifyCommand.class,
      ValidateCommand.class,
      DataCommand.class,
      ListCommand.class,
      CompareCommand.class,
      AnswerCommand.class,
      ExercisesCommand.class,
      DiffCommand.class,
      ShowCommand.class,
      LogsCommand.class,
      UiCommand.class,
      WatchCommand.class,
      StopCommand.class,
      FiguresCommand.class,
      OpenCommand.class,
      PredictCommand.class,
      ReportCommand.class,
      TagCommand.class,
      NoteCommand.class,
      RenameCommand.class,
      BaselineCommand.class,
      DeleteCommand.class,
      RestoreCommand.class,
      GcCommand.class,
      DoctorCommand.class,
      ReindexCommand.class,
      JvmCommand.class,
      TrialCommand.class,
      WarmUpCommand.class,
    },
    footer = {
      "",
      "For example:",
      "  ./run experiments/quickstart.yaml",
      "  ./run experiments/baseline.yaml seed=2 training.epochs=10",
      "  ./run show latest",
    })
final class EpochalCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
