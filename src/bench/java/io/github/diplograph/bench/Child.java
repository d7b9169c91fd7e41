package io.github.diplograph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java of its own with the benchmark's class path, for what must not share its heap. */
final class Child {

    /**
     * What came of it.
     *
     * @param output all that it printed on standard output
     * @param seconds from start to end
     * @param resident the most memory that it held in RAM, in MiB; 0 where the system does not say
     */
    record Outcome(List<String> output, double seconds, long resident) {}

    /** The virtual machine's, as the command line's launcher gives them where a server does most of the work. */
    static final List<String> ONLINE = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** The same for what is all Java's own work: exports and first loads. */
    static final List<String> OFFLINE = List.of("-XX:+UseParallelGC");

    private Child() {}

    /**
     * Runs it to its end.
     *
     * @param what for the message if it fails
     * @param launched {@link #ONLINE} or {@link #OFFLINE}
     * @param options further ones of the virtual machine
     * @param arguments main class and arguments
     */
    static Outcome run(String what, List<String> launched, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(launched);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        Path output = Files.createTempFile("bench", ".out");
        Path errors = Files.createTempFile("bench", ".err");
        long from = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            long resident = 0;
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                resident = Math.max(resident, resident(process.pid()));
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            if (process.exitValue() != 0) {
                List<String> said = Files.readAllLines(errors);
                throw new IOException(what + " ended with " + process.exitValue() + ": "
                        + String.join(" / ", said.subList(0, Math.min(4, said.size()))));
            }
            return new Outcome(Files.readAllLines(output), seconds, resident);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(what + " was interrupted", interrupted);
        } finally {
            process.destroy();
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }

    /** The high-water mark that Linux keeps. */
    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
