package io.github.diplograph.local;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What starts of the same server by the same Java have in common: a jar with our main class, and an archive of classes
 * (AppCDS) that the first of them leaves behind and every later one maps, which halves the time until it answers.
 *
 * <p>Kept beside the server's jars or, where nothing can be written there, in the user's cache. The class goes into a
 * jar of its own because an archive admits no directories on the class path, and lest the rest of ours comes along.
 *
 * @param jar our main class
 * @param archive the archive, which may not be there yet
 */
record SharedClasses(Path jar, Path archive) {

    private static final String FOLDER = ".diplograph";
    private static final String DRAFT = ".draft-";

    /** Finds or makes the folder and the jar. */
    static SharedClasses of(ServerJars jars, Java java) {
        byte[] main = mainClass();
        StringBuilder key = new StringBuilder(java.home() + java.version());
        for (Path file : jars.jars()) {
            key.append('\n').append(file).append(' ').append(file.toFile().lastModified());
        }
        Path folder = folder(jars.folder());
        Path jar = folder.resolve("start-" + hash(main) + ".jar");
        key.append(jar);
        try {
            if (!Files.exists(jar)) {
                writeJar(jar, main);
            }
        } catch (IOException e) {
            throw new DiplographException("cannot write " + jar + ": " + e, e);
        }
        return new SharedClasses(
                jar, folder.resolve("classes-" + hash(key.toString().getBytes(StandardCharsets.UTF_8)) + ".jsa"));
    }

    /** The JVM's options: to use the archive, or to leave a draft of it. */
    List<String> options() {
        return Files.exists(archive) ? mapping() : List.of("-XX:ArchiveClassesAtExit=" + draft());
    }

    /** The JVM's options: to use the archive if there is one. */
    List<String> mapping() {
        return Files.exists(archive) ? List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive) : List.of();
    }

    /**
     * Takes over the draft that the server left, or removes it.
     *
     * @param whole whether the server had got so far that all it needs was loaded
     */
    void keep(boolean whole) {
        try {
            if (whole && !Files.exists(archive) && Files.exists(draft())) {
                Files.move(draft(), archive, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(draft());
            deleteLeftDrafts();
        } catch (IOException e) {
            // starts remain slow, and the next one tries again
        }
    }

    private Path draft() {
        return archive.resolveSibling(
                archive.getFileName() + DRAFT + ProcessHandle.current().pid());
    }

    private void deleteLeftDrafts() throws IOException {
        try (Stream<Path> files = Files.list(archive.getParent())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                int mark = name.indexOf(DRAFT);
                if (mark >= 0
                        && ProcessHandle.of(Long.parseLong(name.substring(mark + DRAFT.length())))
                                .isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Path folder(Path jars) {
        Path beside = jars.toAbsolutePath().normalize().resolve(FOLDER);
        try {
            return Files.createDirectories(beside);
        } catch (IOException e) {
            return cache();
        }
    }

    private static Path cache() {
        Map<String, String> environment = System.getenv();
        @Nullable String configured = environment.getOrDefault("XDG_CACHE_HOME", environment.get("LOCALAPPDATA"));
        Path caches = configured == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(configured);
        try {
            return Files.createDirectories(caches.resolve("diplograph"));
        } catch (IOException e) {
            throw new DiplographException("cannot write to the cache " + caches + ": " + e, e);
        }
    }

    private static byte[] mainClass() {
        try (InputStream stream = SharedClasses.class.getResourceAsStream("TetheredServer.class")) {
            if (stream == null) {
                throw new DiplographException("the class TetheredServer is missing beside " + SharedClasses.class);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new DiplographException("cannot read the class TetheredServer: " + e, e);
        }
    }

    private static void writeJar(Path jar, byte[] main) throws IOException {
        Path whole = Files.createTempFile(jar.getParent(), "start-", ".new");
        try (OutputStream file = Files.newOutputStream(whole);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry(TetheredServer.class.getName().replace('.', '/') + ".class"));
            entries.write(main);
        }
        Files.move(whole, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
