package io.github.diplograph.graph;

import io.github.diplograph.corpus.Claim;
import io.github.diplograph.corpus.Ref;
import io.github.diplograph.extraction.Text;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names for occurrences that have none: short, built from what is known of them. */
final class Titles {

    private Titles() {}

    static String of(String section, Map<String, Object> properties, List<Claim> claims, Collection<Ref> actors) {
        Optional<String> given = claims.stream()
                .flatMap(claim -> claim.entry().text("name").stream())
                .map(Text::text)
                .findFirst();
        return given.orElseGet(() -> switch (section) {
            case "votes" -> vote(properties, claims);
            case "figures" -> figure(properties, claims);
            default -> deed(properties, claims, actors);
        });
    }

    private static String vote(Map<String, Object> properties, List<Claim> claims) {
        String on = names(claims, "resolution");
        String day = properties.containsKey("date") ? ", " + properties.get("date") : "";
        return (on.isEmpty() ? "vote in " + names(claims, "body") : "vote on " + on) + day;
    }

    private static String figure(Map<String, Object> properties, List<Claim> claims) {
        StringBuilder title = new StringBuilder(String.valueOf(properties.get("measure")));
        String about = names(claims, "about");
        if (!about.isEmpty()) {
            title.append(", ").append(about);
        }
        String number = String.valueOf(properties.getOrDefault("value", properties.getOrDefault("printed", "?")));
        String comparator = String.valueOf(properties.getOrDefault("comparator", ""));
        title.append(": ");
        if (!comparator.isEmpty() && !number.equalsIgnoreCase(comparator)) {
            title.append(comparator).append(' ');
        }
        return title.append(number).toString();
    }

    private static String deed(Map<String, Object> properties, List<Claim> claims, Collection<Ref> actors) {
        StringBuilder title = new StringBuilder();
        if (!actors.isEmpty()) {
            title.append(enumerated(actors.stream().map(Ref::name).toList())).append(' ');
        }
        if (Boolean.TRUE.equals(properties.get("negated"))) {
            title.append("not ");
        }
        title.append(properties.getOrDefault("verb", ""));
        String towards = names(claims, "towards");
        if (!towards.isEmpty()) {
            title.append(' ').append(towards);
        }
        if (properties.containsKey("quantity")) {
            title.append(" (").append(properties.get("quantity"));
            if (properties.containsKey("outOf")) {
                title.append(" of ").append(properties.get("outOf"));
            }
            title.append(')');
        }
        String status = String.valueOf(properties.getOrDefault("status", "occurred"));
        if (!status.equals("occurred") && !status.equals("ongoing")) {
            title.append(" (").append(status).append(')');
        }
        return title.toString();
    }

    /** Names as a sentence has them: {@code China, Russia and United States}. */
    private static String enumerated(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String names(List<Claim> claims, String key) {
        Set<String> names = new LinkedHashSet<>();
        claims.forEach(claim -> claim.links(key).forEach(ref -> names.add(ref.name())));
        return enumerated(List.copyOf(names));
    }
}
