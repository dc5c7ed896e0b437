package dev.epochal.ui;

import dev.epochal.registry.Registry;
import dev.epochal.ui.dl4j.TrainingPages;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a server is to serve, and where.
 *
 * @param host a name or an address of this machine
 * @param port the first one that is tried
 * @param runs the folder of the runs, as it is said to people
 * @param found whether commands find that folder without being told
 * @param registry the registry, with where its notices go
 * @param training DL4J's pages, which whoever made them closes
 * @param unexpected is told of errors in the program
 */
public record UiSettings(
    String host,
    int port,
    Path runs,
    boolean found,
    Function<Consumer<String>, Registry> registry,
    Analyses analyses,
    TrainingPages training,
    Consumer<Throwable> unexpected) {}
