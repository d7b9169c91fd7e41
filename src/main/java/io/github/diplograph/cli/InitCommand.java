package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.report.Format;
import io.github.diplograph.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a small corpus to learn from. */
@Command(
        name = "init",
        header = "Make a small corpus to learn from.",
        description = {
            "Writes a corpus that passes `check`: one short text, its extraction with comments, an entities file, and"
                    + " what VS Code's YAML extension needs to complete and check while you type. Overwrites nothing."
        },
        footer = {"  diplograph init news", "  diplograph check news", "  diplograph apply news --report ballots"})
final class InitCommand implements Callable<Integer> {

    private static final String SCHEMA = "schema.json";

    /** The files, relative to the corpus, and the resources that they are made from. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("corpus.yaml", "corpus.yaml");
        FILES.put("entities/people.yaml", "people.yaml");
        FILES.put("extractions/declaration-of-human-rights.yaml", "declaration-of-human-rights.yaml");
        FILES.put("texts/declaration-of-human-rights.txt", "declaration-of-human-rights.txt");
        FILES.put(SCHEMA, "");
        FILES.put(".vscode/settings.json", "settings.json");
        FILES.put(".vscode/extensions.json", "extensions.json");
        FILES.put(".gitignore", "gitignore");
    }

    private final Console given;

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "DIR", description = "The folder to make, or an empty one.")
    private Path directory = Path.of("");

    InitCommand(Console console) {
        given = console;
    }

    @Override
    public Integer call() {
        Console console = common.on(given);
        Map<String, String> contents = contents();
        for (String file : contents.keySet()) {
            if (Files.exists(directory.resolve(file))) {
                throw new DiplographException("\"" + directory.resolve(file)
                        + "\" is there already, and nothing is overwritten; name a new folder");
            }
        }
        try {
            for (Map.Entry<String, String> content : contents.entrySet()) {
                Path file = directory.resolve(content.getKey());
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, content.getValue());
            }
        } catch (IOException e) {
            throw new DiplographException("cannot write into \"" + directory + "\"; may you write there?", e);
        }
        if (common.format == Format.JSON) {
            Json.print(console, Map.of("directory", directory.toString(), "files", List.copyOf(contents.keySet())));
        } else {
            contents.keySet()
                    .forEach(file ->
                            console.print(Visible.of(directory.resolve(file).toString())));
            console.say("");
            console.say("next: diplograph check " + Visible.of(directory.toString()));
        }
        return Main.FINE;
    }

    private Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        FILES.forEach((file, resource) -> contents.put(
                file,
                file.equals(SCHEMA)
                        ? SchemaCommand.json(Vocabulary.bundled())
                        : resource(resource)
                                .replace("{name}", name())
                                .replace(
                                        "{today}",
                                        LocalDate.now(ZoneId.systemDefault()).toString())));
        return contents;
    }

    /** The folder's name as a corpus can be named. */
    private String name() {
        Path last = directory.toAbsolutePath().normalize().getFileName();
        String plain = Normalizer.normalize(last == null ? "" : last.toString(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "news" : plain;
    }

    private static String resource(String name) {
        try (InputStream stream = InitCommand.class.getResourceAsStream("init/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the library lacks its own init/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read init/" + name, e);
        }
    }
}
