package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Problem;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Header;
import io.github.diplograph.extraction.Text;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one entry must not say, whatever others say: periods that run backwards, news from the future, more than all. */
final class EntryChecks {

    private static final Set<String> ATTESTED = Set.of("roles", "ties");
    private static final Set<String> DONE = Set.of("occurred", "ongoing");

    private EntryChecks() {}

    static void of(Entry entry, @Nullable Header header, Consumer<Diagnostic> problems) {
        periods(entry, problems);
        attested(entry, problems);
        if (header != null && header.published() != null) {
            published(entry, header.published(), problems);
        }
        share(entry, problems);
        result(entry, problems);
    }

    private static void periods(Entry entry, Consumer<Diagnostic> problems) {
        Optional<LocalDate> from = entry.date("from").flatMap(Edtf::earliest);
        Optional<LocalDate> until = entry.date("until").flatMap(Edtf::latest);
        if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
            problems.accept(Diagnostic.of(
                    entry.at("until"),
                    Problem.DATES_REVERSED,
                    "it ends on " + text(entry, "until") + ", before it begins on " + text(entry, "from"),
                    "`from` is the first day, `until` the last"));
        }
    }

    /** A tie or role is not seen before its first day or after its last. */
    private static void attested(Entry entry, Consumer<Diagnostic> problems) {
        boolean early = isBefore(entry.date("date"), entry.date("from"));
        boolean late = isBefore(entry.date("until"), entry.date("date"));
        if (ATTESTED.contains(entry.kind().section()) && (early || late)) {
            problems.accept(Diagnostic.of(
                    entry.at("date"),
                    Problem.CONTRADICTION,
                    "`date` " + text(entry, "date")
                            + (early
                                    ? " is before `from` " + text(entry, "from") + ", the first day"
                                    : " is after `until` " + text(entry, "until") + ", the last day"),
                    "`date` is a day on which the source attests it: check both against the article"));
        }
    }

    private static boolean isBefore(Optional<Edtf> one, Optional<Edtf> other) {
        Optional<LocalDate> last = one.flatMap(Edtf::latest);
        Optional<LocalDate> first = other.flatMap(Edtf::earliest);
        return last.isPresent() && first.isPresent() && last.get().isBefore(first.get());
    }

    private static void published(Entry entry, Edtf published, Consumer<Diagnostic> problems) {
        Optional<LocalDate> printed = published.latest();
        Optional<LocalDate> day = entry.date("date").flatMap(Edtf::earliest);
        String status = entry.text("status").map(Text::text).orElse("occurred");
        if (printed.isPresent()
                && day.isPresent()
                && DONE.contains(status)
                && day.get().isAfter(printed.get())) {
            problems.accept(Diagnostic.of(
                    entry.at("date"),
                    Problem.AFTER_PUBLICATION,
                    "`date` " + text(entry, "date") + " is later than the article, published " + published.text(),
                    entry.kind().key("status").isPresent()
                            ? "mend the date, or give a `status` such as planned"
                            : "mend the date, or that of the article"));
        }
    }

    private static void share(Entry entry, Consumer<Diagnostic> problems) {
        Optional<Double> part = entry.number("quantity");
        Optional<Double> all = entry.number("out of");
        if (part.isPresent() && all.isPresent() && part.get() > all.get()) {
            problems.accept(Diagnostic.of(
                    entry.at("quantity"),
                    Problem.CONTRADICTION,
                    "`quantity` " + entry.text("quantity").map(Text::text).orElse("") + " is more than `out of` "
                            + entry.text("out of").map(Text::text).orElse("") + ", the total",
                    "swap the two if they were mixed up"));
        }
    }

    private static void result(Entry entry, Consumer<Diagnostic> problems) {
        Long yes = entry.counts().get("for");
        Long no = entry.counts().get("against");
        boolean adopted = entry.text("result").map(Text::text).orElse("").equals("adopted");
        if (adopted && yes != null && no != null && yes <= no) {
            problems.accept(Diagnostic.of(
                    entry.at("result"),
                    Problem.COUNTS_DIFFER,
                    "the result is adopted, and `counts` has " + yes + " for and " + no + " against",
                    "check both against the article"));
        }
    }

    private static String text(Entry entry, String key) {
        return entry.date(key).map(Edtf::text).orElse("");
    }
}
