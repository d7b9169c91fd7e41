package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/** Ctrl-C while the packaged application applies many documents. */
@Neo4jTest
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InterruptionIT {

    private static final int DOCUMENTS = 30;
    private static final int VOTES = 60;

    @TempDir
    Path folder;

    private final TestDatabase database;
    private final Driver driver;

    InterruptionIT(TestDatabase database) {
        this.database = database;
        this.driver = database.driver();
    }

    @Test
    void ends_at_a_documents_border_says_what_is_done_and_the_next_run_does_the_rest() throws Exception {
        assumeThat(Files.exists(Path.of("/proc/self/status")))
                .as("`env --default-signal`, for a build that runs in the background, is Linux's")
                .isTrue();
        corpus();

        Process process = apply();
        while (done() == 0 && process.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(process.isAlive())
                .as(Files.readString(folder.resolve("err.txt")))
                .isTrue();
        long pid = process.pid();
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(pid))
                        .start()
                        .waitFor())
                .isZero();
        int code = process.waitFor();

        String complaint = Files.readString(folder.resolve("err.txt"));
        assertThat(complaint)
                .matches("([a-z ]+: \\d+ of \\d+, .*\n)*diplograph: interrupted: \\d+ of " + (DOCUMENTS + 1)
                        + " documents are applied whole, the others not at all; run it again to go on\n");
        assertThat(code).isEqualTo(1);
        assertThat(complaint).contains("interrupted: " + done() + " of ");
        Process again = apply();
        String out = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(again.waitFor())
                .as(Files.readString(folder.resolve("err.txt")))
                .isZero();
        assertThat(done()).isEqualTo(DOCUMENTS + 1);
        assertThat(out).contains((long) DOCUMENTS * VOTES + " occurrences");
    }

    private Process apply() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                "env",
                "--default-signal=INT",
                TestDatabase.application().resolve("bin/diplograph").toString(),
                "apply",
                folder.resolve("corpus").toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("NEO4J_"));
        builder.environment().putAll(database.environment());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectError(folder.resolve("err.txt").toFile()).start();
    }

    private long done() {
        return driver.executableQuery("MATCH (d:Document) WHERE d.hash IS NOT NULL RETURN count(d) AS n")
                .execute()
                .records()
                .get(0)
                .get("n")
                .asLong();
    }

    private void corpus() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("corpus.yaml"), "name: many\n");
        for (int document = 0; document < DOCUMENTS; document++) {
            StringBuilder text = new StringBuilder("dataset: {id: data-" + document + "}\nentities:\n  r" + document
                    + ": {resolution: Resolution " + document + "}\nvotes:\n");
            for (int vote = 0; vote < VOTES; vote++) {
                text.append("  - {id: v" + document + "-" + vote + ", resolution: r" + document
                        + ", body: UN Security Council, date: 2024-03-25, abstained: [US], others: for}\n");
            }
            Files.writeString(corpus.resolve("d" + document + ".yaml"), text);
        }
    }
}
