package io.github.diplograph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/** The first load through Neo4j's importer, from YAML to a finished store, beside the online one and the bare importer. */
final class OfflineSection implements Bench.Section {

    private static final String MAIN = "io.github.diplograph.cli.Main";

    @Override
    public void run(Setting setting, Results results) throws Exception {
        Path corpus = setting.times() > 0 ? setting.corpora().of(setting.times()) : setting.corpus();
        setting.release();
        Path store = setting.home().resolve("offline");
        Path files = setting.home().resolve("files");
        try {
            Database.delete(store);
            Child.Outcome whole = Child.run(
                    "apply --offline",
                    Child.OFFLINE,
                    options(setting),
                    List.of(MAIN, "apply", corpus.toString(), "--offline", "--local", store.toString(), "--quiet"));
            long ballots;
            Elements elements;
            try (Database database = Database.over(store, setting.server())) {
                Record row = database.rows(
                                "MATCH ()-[r:VOTED]->() WITH count(r) AS voted MATCH ()-[r:ABSTAINED]->()"
                                        + " WITH voted, count(r) AS abstained RETURN voted + abstained AS n",
                                Map.of())
                        .get(0);
                ballots = row.get("n").asLong();
                elements = Elements.of(database.driver());
            }
            Database.delete(store);
            Database.delete(files);
            Child.run(
                    "export --format neo4j-admin",
                    Child.OFFLINE,
                    options(setting),
                    List.of(
                            MAIN,
                            "export",
                            corpus.toString(),
                            "--format",
                            "neo4j-admin",
                            "--output",
                            files.toString(),
                            "--quiet"));
            double bare = importer(setting, store, files);
            double rate = ballots / whole.seconds();
            double online = setting.largestRate();
            results.add(
                    "`apply --offline` of " + Results.number(ballots, 0)
                            + " ballots in a process of 512 MB, YAML to finished store",
                    Results.number(whole.seconds(), 1) + " s, " + Results.number(rate, 0) + " ballots a second"
                            + (online > 0 ? "; " + Results.number(rate / online, 1) + "× online" : ""),
                    "at least 3× online");
            results.add(
                    "the bare importer on ready files",
                    Results.number(bare, 1) + " s; `apply --offline` has " + Results.number(bare / whole.seconds(), 2)
                            + " of its rate",
                    "at least 0.75");
            setting.largest()
                    .map(elements::differing)
                    .ifPresent(differing -> results.add(
                            "`apply --offline` against `apply`, element by element: " + elements.size()
                                    + ", constraints and indexes",
                            differing.isEmpty() ? "no difference" : "different: " + String.join(", ", differing),
                            "no difference"));
        } finally {
            Database.delete(store);
            Database.delete(files);
        }
    }

    private static List<String> options(Setting setting) {
        return List.of("-Xmx512m", "-Ddiplograph.home=" + setting.server().getParent());
    }

    private static double importer(Setting setting, Path store, Path files) throws Exception {
        Path home = Files.createDirectories(store.resolve("conf")).getParent();
        Files.writeString(store.resolve("conf/neo4j.conf"), "dbms.usage_report.enabled=false\n");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                setting.server() + "/*",
                "org.neo4j.cli.AdminTool",
                "database",
                "import",
                "full",
                "@import.args",
                "--overwrite-destination",
                "neo4j"));
        Path log = setting.home().resolve("importer.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(files.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("NEO4J_HOME", home.toString());
        builder.environment().put("NEO4J_CONF", home.resolve("conf").toString());
        return Results.seconds(() -> {
            Process process = builder.start();
            try {
                if (process.waitFor() != 0) {
                    throw new IOException("the importer ended with " + process.exitValue() + "; see " + log);
                }
            } finally {
                process.destroy();
            }
        });
    }
}
