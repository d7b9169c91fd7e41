package io.github.diplograph.cli;

import io.github.diplograph.corpus.Claim;
import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.Document;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.evidence.Check;
import io.github.diplograph.evidence.EvidenceRecord;
import io.github.diplograph.extraction.Text;
import io.github.diplograph.page.Dossier;
import io.github.diplograph.page.Review;
import io.github.diplograph.report.Format;
import io.github.diplograph.report.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what became of quotations and passages when they were looked for in the articles. */
@Command(
        name = "evidence",
        header = "Show what became of quotations in their articles.",
        description = {
            "Looks for every quotation and passage in its article's text: exact; normalised, where typography differs;"
                    + " recorded, where the text is not at hand and was looked through before; unchecked, where it"
                    + " never was. Shows the outcomes by article, and each claim that is not exact.",
            "With --record it keeps what was found in the corpus's evidence.json, so that the corpus can be published"
                    + " without the articles.",
            "With --page it writes one article for a second curator: its text, and beside each passage what was taken"
                    + " from it, as HTML, or as an object with --format json. What is missing is shown, not refused."
        },
        footer = {
            "  diplograph evidence src/corpus --texts articles",
            "  diplograph evidence src/corpus --texts articles --record",
            "  diplograph evidence src/corpus --texts articles --page uk-arms-licences > review.html",
            "",
            "Exit code: 0 nothing is missing, 1 words are missing or the corpus has other errors, 2 usage."
        })
final class EvidenceCommand implements Callable<Integer> {

    private static final String RECORD = "evidence.json";

    private final Console given;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Common common = new Common();

    @Mixin
    private CorpusOptions options = new CorpusOptions();

    @Option(names = "--record", description = "Write what was found into the corpus's evidence.json.")
    private boolean record;

    @Option(
            names = "--page",
            paramLabel = "ARTICLE",
            description = "Write this article's text with what was curated beside each passage.")
    private @Nullable String page;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write the page to. Without it: standard output.")
    private @Nullable Path output;

    EvidenceCommand(Console console) {
        given = console;
    }

    @Override
    public Integer call() {
        Console console = common.on(given);
        if (common.format == Format.CSV && record) {
            throw new ParameterException(spec.commandLine(), "\"--record\" and the format csv exclude each other");
        }
        if (page == null && output != null) {
            throw new ParameterException(spec.commandLine(), "\"--output\" is where \"--page\" goes; name an article");
        }
        if (page != null && record) {
            throw new ParameterException(
                    spec.commandLine(), "\"--page\" and \"--record\" exclude each other; run one after the other");
        }
        if (page != null && (common.format == Format.CSV || common.format == Format.MARKDOWN)) {
            throw new ParameterException(
                    spec.commandLine(), "a page is HTML, or json with \"--format json\"; not " + common.format);
        }
        Corpus corpus = options.read(console);
        if (page != null && corpus.isReviewable()) {
            return page(console, corpus, page);
        }
        Findings.complain(corpus, console);
        if (!corpus.isValid()) {
            console.complain(
                    "evidence needs a corpus without errors: " + Findings.verdict(corpus, console.complaintInk()));
            return Main.FAILED;
        }
        List<List<@Nullable Object>> articles = new ArrayList<>();
        List<List<@Nullable Object>> claims = new ArrayList<>();
        for (Document document : corpus.documents()) {
            if (document.header() != null) {
                articles.add(article(document.header().id(), corpus.claims(document), claims));
            }
        }
        List<String> columns = new ArrayList<>(List.of("article", "claims"));
        Arrays.stream(Check.values()).map(Check::toString).forEach(columns::add);
        columns.add("without words");
        Table byArticle = new Table(columns, articles, List.of());
        Table byClaim = new Table(List.of("place", "claim", "check", "words"), claims, List.of());
        @Nullable String recorded = record ? record(corpus) : null;
        print(console, corpus, byArticle, byClaim, recorded);
        return Main.FINE;
    }

    private int page(Console console, Corpus corpus, String article) {
        Review review = Dossier.of(corpus).review(article);
        List<String> lines = common.format == Format.JSON
                ? Json.lines(review.object())
                : review.html().lines().toList();
        if (output == null) {
            lines.forEach(console::print);
        } else {
            try {
                Files.write(output, lines);
            } catch (IOException e) {
                throw new DiplographException("cannot write \"" + output + "\"; may you write there?", e);
            }
            console.say("wrote " + Visible.of(output.toString()));
        }
        return corpus.isValid() ? Main.FINE : Main.FAILED;
    }

    private void print(Console console, Corpus corpus, Table byArticle, Table byClaim, @Nullable String recorded) {
        switch (common.format) {
            case JSON -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                object.put("corpus", corpus.name());
                object.put("articles", Json.rows(byArticle));
                object.put("notExact", Json.rows(byClaim));
                object.put("recorded", recorded);
                Json.print(console, object);
            }
            case CSV -> byClaim.write(common.format, console.results());
            case TABLE, MARKDOWN -> {
                byArticle.write(common.format, console.results(), console.width());
                if (!byClaim.rows().isEmpty()) {
                    console.print("");
                    byClaim.write(common.format, console.results(), console.width());
                }
                if (recorded != null) {
                    console.say(recorded);
                }
            }
        }
    }

    private static List<@Nullable Object> article(
            String id, List<Claim> claims, List<List<@Nullable Object>> notExact) {
        Map<Check, Long> counts = new EnumMap<>(Check.class);
        long silent = 0;
        for (Claim claim : claims) {
            @Nullable Check check = claim.words().worst();
            if (check == null) {
                silent++;
            } else {
                counts.merge(check, 1L, Long::sum);
                if (check != Check.EXACT) {
                    List<@Nullable Object> row = new ArrayList<>();
                    row.add(claim.entry().position().toString());
                    row.add(claim.id());
                    row.add(check.toString());
                    row.add(words(claim));
                    notExact.add(row);
                }
            }
        }
        List<@Nullable Object> row = new ArrayList<>();
        row.add(id);
        row.add((long) claims.size());
        for (Check check : Check.values()) {
            row.add(counts.getOrDefault(check, 0L));
        }
        row.add(silent);
        return row;
    }

    private static List<String> words(Claim claim) {
        return Stream.of("quote", "passage", "as")
                .flatMap(key -> claim.entry().texts(key).stream())
                .map(Text::text)
                .toList();
    }

    /** Replaces the record as a whole, and only if it differs. */
    private String record(Corpus corpus) {
        EvidenceRecord evidence = corpus.evidence();
        Path file = options.folder().resolve(RECORD);
        byte[] content = evidence.write().getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return file + " is as it should be";
            }
            Path whole = file.resolveSibling("." + RECORD + ".new");
            Files.write(whole, content);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return "recorded " + Findings.count(evidence.size(), "claims") + " in " + file;
        } catch (IOException e) {
            throw new DiplographException("cannot write \"" + file + "\"; may you write there?", e);
        }
    }
}
