package io.github.diplograph.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs {@code diplograph import}. */
final class Import {

    private Import() {}

    static void run(Path corpus, Path calls, Path votes) throws IOException {
        Child.run(
                "import",
                List.of(),
                List.of("-Xmx3g"),
                List.of(
                        "io.github.diplograph.cli.Main",
                        "import",
                        calls.toString(),
                        votes.toString(),
                        "--mapping",
                        "unga",
                        "--output",
                        corpus.toString(),
                        "--quiet"));
    }
}
