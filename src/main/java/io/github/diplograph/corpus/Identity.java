package io.github.diplograph.corpus;

import io.github.diplograph.extraction.Entry;
import io.github.diplograph.extraction.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What makes two entries speak of one thing: built from resolved names and the date, never from wording or numbers. No
 * id that a curator writes has a colon, so none can be built by accident.
 */
final class Identity {

    private static final int LONGEST = 200;

    private Identity() {}

    /** The identity of an entry that has no `id`; without a date the article joins in. */
    static String of(Entry entry, Map<String, List<Ref>> links, List<Ref> by, String source) {
        String section = entry.kind().section();
        String date = entry.date("date").map(day -> day.text()).orElse("@" + source);
        String built =
                switch (section) {
                    case "votes" -> join("vote", ids(links, "body"), ids(links, "resolution"), date);
                    case "statements" ->
                        join("statement", verb(entry), ids(by), ids(links, "towards"), ids(links, "about"), date);
                    case "events" -> join("event", verb(entry), ids(by), ids(links, "towards"), date);
                    case "figures" ->
                        join(
                                "figure",
                                slug(word(entry, "measure")),
                                ids(links, "about"),
                                ids(links, "according to"),
                                date);
                    case "roles" -> join("role", ids(links, "person"), ids(links, "office"), ids(links, "of"));
                    case "ties" -> join("tie", ids(links, "subject"), slug(word(entry, "tie")), ids(links, "object"));
                    case "attributes" -> join("attribute", ids(links, "about"), slug(word(entry, "property")));
                    default -> word(entry, "id");
                };
        return built.length() <= LONGEST
                ? built
                : built.substring(0, built.indexOf(':')) + ":"
                        + Canonical.hash(List.of(built)).substring(0, 32);
    }

    /** The keys that make the identity of an entry without `id`, for a message. */
    static String keys(Entry entry) {
        return switch (entry.kind().section()) {
            case "votes" -> "`body`, `resolution` and `date`";
            case "statements" -> "`by`, `verb`, `towards`, `about` and `date`";
            case "events" -> "`by`, `verb`, `towards` and `date`";
            case "figures" -> "`measure`, `about`, `according to` and `date`";
            case "roles" -> "`person`, `office` and `of`";
            case "ties" -> "`subject`, `tie` and `object`";
            case "attributes" -> "`about` and `property`";
            default -> "`id`";
        };
    }

    private static String join(String... parts) {
        return String.join(":", parts);
    }

    private static String ids(Map<String, List<Ref>> links, String key) {
        return ids(links.getOrDefault(key, List.of()));
    }

    private static String ids(List<Ref> refs) {
        return refs.stream().map(Ref::id).distinct().sorted().collect(Collectors.joining("+"));
    }

    private static String word(Entry entry, String key) {
        return entry.text(key).map(Text::text).orElse("");
    }

    private static String verb(Entry entry) {
        return slug(entry.verb().map(verb -> verb.name()).orElse(""));
    }

    static String slug(String words) {
        return Fold.of(words).replace(' ', '-');
    }
}
