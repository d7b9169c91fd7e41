package io.github.diplograph.local;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars of one Neo4j server.
 *
 * @param folder where they are
 * @param jars all of them, sorted by name
 * @param version the server's, such as {@code 5.26.30} or {@code 2026.08.1}
 */
record ServerJars(Path folder, List<Path> jars, String version) {

    private static final Pattern KERNEL = Pattern.compile("neo4j-kernel-(\\d[^/]*)\\.jar");

    ServerJars {
        jars = List.copyOf(jars);
    }

    /**
     * Finds them.
     *
     * @param server a folder of jars, or a Neo4j home, which has them in {@code lib}
     * @throws DiplographException if there is no Neo4j server
     */
    static ServerJars in(Path server) {
        for (Path folder : List.of(server, server.resolve("lib"))) {
            List<Path> jars = jars(folder);
            for (Path jar : jars) {
                Matcher kernel = KERNEL.matcher(jar.getFileName().toString());
                if (kernel.matches()) {
                    return new ServerJars(folder, jars, kernel.group(1));
                }
            }
        }
        throw new DiplographException(
                "no Neo4j server in " + server
                        + ": `mvn package` puts its jars into target/diplograph/server; a folder of such jars or a Neo4j home will do");
    }

    /** The oldest Java that runs this server. */
    int oldestJava() {
        return version.startsWith("4.") ? 11 : version.startsWith("5.") ? 17 : 21;
    }

    /** The server's main class, which has another name in the versions that are named by the year. */
    String main() {
        return oldestJava() < 21 ? "org.neo4j.server.CommunityEntryPoint" : "org.neo4j.server.Neo4jCommunity";
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.toAbsolutePath().normalize())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DiplographException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
