package dev.epochal.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What can be typed. Where the first word is a command, that command alone: to read what all the
 * others take would double the time that a look at runs takes to start.
 */
final class Grammar {
  private Grammar() {}

  static CommandLine of(String[] words, CommandLine.IFactory factory) {
    if (words.length > 0) {
      for (Class<?> type : EpochalCommand.class.getAnnotation(Command.class).subcommands()) {
        if (type.getAnnotation(Command.class).name().equals(words[0])) {
          CommandSpec root =
              CommandSpec.create().name(EpochalCommand.class.getAnnotation(Command.class).name());
          return new CommandLine(root).addSubcommand(new CommandLine(type, factory));
        }
      }
    }
    return new CommandLine(new EpochalCommand(), factory);
  }
}
