package io.github.diplograph.cli;

import io.github.diplograph.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A folder into which a test imports what others have collected. */
abstract class ImportFolder {

    static final Path SOURCES = Path.of("src/test/resources/roll-calls");
    static final String VOTES = SOURCES.resolve("votes.csv").toString();

    @TempDir
    Path folder;

    Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--output", folder.resolve("corpus").toString()));
        return Shell.plain().run(all.toArray(String[]::new));
    }

    String written(String file) throws IOException {
        return Files.readString(folder.resolve("corpus").resolve(file));
    }

    Path write(String file, String content) throws IOException {
        return Files.writeString(folder.resolve(file), content);
    }
}
