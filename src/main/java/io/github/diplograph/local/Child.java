package io.github.diplograph.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process of Neo4j that ends with this one.
 *
 * @param arguments what its JVM is told, then the main class and what that is told
 */
record Child(List<String> arguments) {

    private static final Set<String> OPTIONS_OF_OTHERS =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    Child {
        arguments = List.copyOf(arguments);
    }

    /**
     * A process that is yet to be started.
     *
     * @param main Neo4j's main class
     * @param options options of the JVM
     * @param given what the main class is told
     */
    static Child of(ServerJars jars, SharedClasses classes, String main, List<String> options, List<String> given) {
        List<String> arguments = new ArrayList<>(options);
        arguments.add("-XX:+ExitOnOutOfMemoryError");
        arguments.add("-Djava.awt.headless=true");
        arguments.add("-Dfile.encoding=UTF-8");
        arguments.add("-D" + TetheredServer.MAIN + "=" + main);
        arguments.add("-cp");
        arguments.add(Stream.concat(Stream.of(classes.jar()), jars.jars().stream())
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator"))));
        arguments.add(TetheredServer.class.getName());
        arguments.addAll(given);
        return new Child(arguments);
    }

    /**
     * Starts it over a Neo4j home.
     *
     * @param file takes the arguments: two hundred jars make a line too long for some systems
     * @param folder where it runs
     * @param output takes what it prints
     */
    Process launch(Java java, Path file, Path folder, Path output) throws IOException {
        Files.write(file, arguments.stream().map(Child::quoted).toList());
        ProcessBuilder builder = new ProcessBuilder(command(java.executable().toString(), "@" + file.toAbsolutePath()));
        builder.directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NEO4J_") || OPTIONS_OF_OTHERS.contains(name));
        Path home = file.toAbsolutePath().normalize().getParent();
        builder.environment().put("NEO4J_CONF", String.valueOf(home));
        builder.environment().put("NEO4J_HOME", String.valueOf(home == null ? folder : home.getParent()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        return builder.start();
    }

    /**
     * Ctrl-C reaches every process of a terminal; the server must outlive the work that it interrupts, and is told to
     * end by its input. A JVM that inherits an ignored signal goes on ignoring it.
     */
    private static List<String> command(String... java) {
        return Files.isExecutable(Path.of("/bin/sh"))
                ? Stream.concat(Stream.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"), Stream.of(java))
                        .toList()
                : List.of(java);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
