package io.github.diplograph.local;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A Java that can run the server.
 *
 * @param home its directory
 * @param version as it tells it, such as {@code 17.0.15}
 */
record Java(Path home, String version) {

    /** The one that runs this program. */
    static Java running() {
        return new Java(Path.of(System.getProperty("java.home")), System.getProperty("java.version"));
    }

    /**
     * One that is installed elsewhere.
     *
     * @param home its directory
     * @throws DiplographException if there is none
     */
    static Java in(Path home) {
        Properties release = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
            release.load(file);
        } catch (IOException e) {
            throw new DiplographException("no Java in " + home + ": its file `release` cannot be read", e);
        }
        return new Java(home, release.getProperty("JAVA_VERSION", "0").replace("\"", ""));
    }

    /** The program to start. */
    Path executable() {
        return home.resolve("bin").resolve(isWindows() ? "java.exe" : "java");
    }

    /** The first part of the version, such as 17. */
    int feature() {
        return Runtime.Version.parse(version).feature();
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
