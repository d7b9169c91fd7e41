package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application, as a process, over the curated example and its own local server. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DiplographIT {

    @TempDir
    Path folder;

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(TestDatabase.application().resolve("bin/diplograph").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("NEO4J_"));
        builder.environment()
                .put(
                        "DIPLOGRAPH_SERVER",
                        TestDatabase.serverJars().toAbsolutePath().toString());
        builder.environment().put("DIPLOGRAPH_USER", "desk");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectError(folder.resolve("err.txt").toFile());
        return builder.start();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(out + Files.readString(folder.resolve("err.txt")))
                .isZero();
        return out;
    }

    @Test
    void applies_the_example_answers_from_it_and_finds_nothing_to_do_the_second_time() throws Exception {
        String store = folder.resolve("store").toString();
        String first = run("apply", "src/corpus", "--local", store, "--report", "ballots", "--report", "actions");
        assertThat(first).contains(" entities, ", " occurrences, ", " edges, ", " claims", "evidence");
        assertThat(first.lines().filter(line -> line.contains("United States") && line.contains("abstained")))
                .isNotEmpty();
        assertThat(first.lines().filter(line -> line.contains("30") && line.contains("350")))
                .isNotEmpty();
        assertThat(run("apply", "src/corpus", "--local", store))
                .endsWith("\n  applied   nothing differed, and nothing was written\n");
    }

    @Test
    void prepares_its_server_for_minutes_of_work_where_there_are_thousands_of_claims() throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("corpus.yaml"), "name: many\ntitle: Many\n");
        StringBuilder places = new StringBuilder("entities:\n");
        for (int i = 0; i < 5_000; i++) {
            places.append("  place-%1$d: {place: Place %1$d}%n".formatted(i));
        }
        Files.writeString(Files.createDirectories(corpus.resolve("entities")).resolve("places.yaml"), places);
        Path few = folder.resolve("few");
        Path many = folder.resolve("many");

        run("apply", "src/corpus", "--local", few.toString());
        assertThat(run("apply", corpus.toString(), "--local", many.toString())).contains("  database  5000 entities");

        assertThat(Files.readString(few.resolve("conf/java-arguments.txt"))).contains("-XX:TieredStopAtLevel=1");
        assertThat(Files.readString(many.resolve("conf/java-arguments.txt"))).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void serves_the_example_until_it_is_told_to_end() throws Exception {
        String store = folder.resolve("store").toString();
        Process serve = start("serve", "src/corpus", "--local", store);
        BufferedReader out = new BufferedReader(new InputStreamReader(serve.getInputStream(), StandardCharsets.UTF_8));
        String link = out.readLine();
        assertThat(link)
                .as(Files.readString(folder.resolve("err.txt")))
                .matches("http://localhost:\\d+/browser/\\?dbms=bolt://localhost:\\d+&preselectAuthMethod=NO_AUTH"
                        + "&cmd=edit&arg=MATCH%20p%3D\\S+%20LIMIT%2060");

        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        Path err = folder.resolve("err.txt");
        String served = Files.readString(err);
        assertThat(run("report", "ballots", "--local", store, "--format", "csv"))
                .contains("United States");
        assertThat(served).endsWith("Ctrl-C stops it\n");
        Path runs = Files.writeString(folder.resolve("runs.cypher"), "MATCH (run:Run) RETURN run.who AS who\n");
        assertThat(run("report", runs.toString(), "--local", store, "--format", "csv"))
                .isEqualTo("who\r\ndesk\r\n");

        serve.toHandle().destroy();
        assertThat(serve.waitFor()).isZero();
        assertThat(out.readLine()).isNull();
        assertThat(Path.of(store, "server.properties")).doesNotExist();
    }
}
