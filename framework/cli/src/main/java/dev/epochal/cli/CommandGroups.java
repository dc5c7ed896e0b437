package dev.epochal.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** The help's list of commands, grouped by what a person wants; a test holds it complete. */
final class CommandGroups implements IHelpSectionRenderer {
  static final Map<String, List<String>> GROUPS = groups();

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("Run an experiment", List.of("run", "validate", "data"));
    groups.put("Look at runs", List.of("ui", "list", "show", "figures", "report", "open", "logs"));
    groups.put("Runs that go on", List.of("watch", "stop"));
    groups.put("Compare runs", List.of("compare", "diff", "answer"));
    groups.put("Learn by doing", List.of("exercises"));
    groups.put("Do it again", List.of("rerun", "resume", "verify"));
    groups.put("Use a model", List.of("predict"));
    groups.put(
        "Keep runs in order",
        List.of("tag", "note", "rename", "baseline", "delete", "restore", "gc"));
    groups.put("Look after this machine", List.of("doctor", "reindex"));
    return groups;
  }

  @Override
  public String render(Help help) {
    StringBuilder text = new StringBuilder();
    GROUPS.forEach(
        (title, names) -> {
          text.append("%n%s:%n".formatted(title));
          for (String name : names) {
            Help command = help.subcommands().get(name);
            if (command != null) {
              String[] description = command.commandSpec().usageMessage().description();
              text.append(
                  "  %-10s %s%n".formatted(name, description.length == 0 ? "" : description[0]));
            }
          }
        });
    return text.toString();
  }
}
