package io.github.diplograph.cli;

import io.github.diplograph.cli.Console.Ink;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Difference;
import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Element;
import io.github.diplograph.load.Plan;
import io.github.diplograph.load.Planned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a plan found, gathered by document for people to review. Of each document it keeps a few things by name and
 * counts the rest, so that a plan of millions fits.
 */
final class PlanView implements Consumer<Planned> {

    /** How many things of a kind of change are named in a document, and how many disputes in all. */
    private static final int NAMED = 4;

    private static final int DISPUTES = 20;

    /** Bookkeeping that the claims themselves stand for. */
    private static final Set<String> BEHIND = Set.of("ACCORDING_TO", "ASSERTS", "MADE_IN", "WRITTEN_IN", "Document");

    /** What happens to one document. */
    private static final class Section {
        private boolean created;
        private boolean retracted;
        private final Changes adds = new Changes();
        private final Changes changes = new Changes();
        private final Changes retracts = new Changes();

        private boolean isSilent() {
            return !created && !retracted && adds.isEmpty() && changes.isEmpty() && retracts.isEmpty();
        }
    }

    /** Changes of one kind. */
    private static final class Changes {
        private long claims;
        private long edges;
        private final List<String> named = new ArrayList<>();
        private final Map<String, Long> kinds = new TreeMap<>();

        private void thing(String kind, String text) {
            kinds.merge(kind, 1L, Long::sum);
            if (named.size() < NAMED) {
                named.add(text);
            }
        }

        private boolean isEmpty() {
            return claims == 0 && edges == 0 && kinds.isEmpty();
        }

        private String text(boolean gist) {
            List<String> parts = new ArrayList<>();
            if (claims > 0) {
                parts.add(Findings.count(claims, "claims"));
            }
            long things = kinds.values().stream().mapToLong(Long::longValue).sum();
            if (things > NAMED && !gist) {
                parts.add(Wording.counted(kinds));
            } else {
                parts.addAll(named);
                if (things > NAMED) {
                    parts.add((things - NAMED) + " more");
                }
            }
            if (edges > 0) {
                parts.add(Findings.count(edges, "edges"));
            }
            return String.join(gist ? "\n" : ", ", parts);
        }
    }

    private final Map<String, String> files = new TreeMap<>();
    private final String corpus;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<String> disputes = new ArrayList<>();
    private final Map<String, Planned> turned = new TreeMap<>();
    private long moreDisputes;

    PlanView(Graph graph) {
        corpus = graph.corpus();
        graph.parts()
                .forEach(part -> files.put(part.id(), part.file().isEmpty() ? "the bundled registry" : part.file()));
    }

    /** What people call a document: its file. */
    String file(String document) {
        return document.isEmpty()
                ? "in no file"
                : Visible.of(files.getOrDefault(document, document.substring(corpus.length() + 1)));
    }

    @Override
    public void accept(Planned planned) {
        Difference difference = planned.difference();
        Element element = difference.element();
        String document =
                planned.documents().isEmpty() ? "" : planned.documents().get(0);
        Section section = sections.computeIfAbsent(document, id -> new Section());
        if (element.word().equals("Document")) {
            section.created |= difference instanceof Created;
            section.retracted |= difference instanceof Difference.Retracted;
        }
        disputes(planned);
        if (BEHIND.contains(element.word())) {
            return;
        }
        if (difference instanceof Changed changed) {
            String gist = Wording.gist(changed);
            if (element.word().equals("Claim")) {
                section.changes.claims++;
            }
            if (!gist.isEmpty()) {
                section.changes.thing(element.word(), Wording.thing(planned) + ": " + gist);
            }
            return;
        }
        Changes changes = difference instanceof Created ? section.adds : section.retracts;
        if (element.word().equals("Claim")) {
            changes.claims++;
        } else if (element.isEdge()) {
            changes.edges++;
        } else {
            changes.thing(element.word().toLowerCase(java.util.Locale.ROOT), Wording.thing(planned));
        }
    }

    /** A ballot's dispute is told at its vote; there it changes sides when another edge is shown. */
    private void disputes(Planned planned) {
        Element element = planned.difference().element();
        boolean ballot = element.isEdge()
                && (planned.disputedBefore().contains("choice")
                        || planned.disputedAfter().contains("choice"));
        if (ballot) {
            Planned other = turned.put(element.id(), planned);
            if (other != null) {
                boolean comes = planned.difference() instanceof Created;
                Planned shown = comes ? planned : other;
                Planned hidden = comes ? other : planned;
                turn(shown.from() + " on " + shown.to(), ballot(hidden), ballot(shown));
            } else if (planned.difference() instanceof Changed changed
                    && changed.before().containsKey("choice")) {
                turn(
                        planned.from() + " on " + planned.to(),
                        Wording.value(changed.before().get("choice")),
                        Wording.value(changed.after().get("choice")));
            }
            return;
        }
        for (String property : planned.disputedAfter()) {
            if (isToldAtItsOccurrence(element, property)) {
                continue;
            }
            if (!planned.disputedBefore().contains(property)) {
                dispute("begins    " + Wording.thing(planned) + ": " + property);
            } else if (planned.difference() instanceof Changed changed
                    && changed.before().containsKey(property)
                    && changed.after().containsKey(property)) {
                turn(
                        Wording.thing(planned) + ": " + property,
                        Wording.value(changed.before().get(property)),
                        Wording.value(changed.after().get(property)));
            }
        }
        planned.disputedBefore().stream()
                .filter(property ->
                        !planned.disputedAfter().contains(property) && !isToldAtItsOccurrence(element, property))
                .forEach(property -> dispute("ends      " + Wording.thing(planned) + ": " + property));
    }

    private static boolean isToldAtItsOccurrence(Element element, String property) {
        return element.isEdge() && property.equals("by");
    }

    private static String ballot(Planned planned) {
        return planned.difference() instanceof Created created
                ? Wording.value(created.properties().get("choice"))
                : switch (planned.difference().element().word()) {
                    case "ABSTAINED" -> "abstained";
                    case "DID_NOT_VOTE" -> "not voting";
                    default -> "for or against";
                };
    }

    private void turn(String what, String before, String after) {
        dispute("turns     " + Visible.of(what) + ": shows " + after + " instead of " + before);
    }

    private void dispute(String line) {
        if (disputes.size() < DISPUTES) {
            disputes.add(line);
        } else {
            moreDisputes++;
        }
    }

    /** What was found, by document, and the disputes. */
    List<String> lines(Plan plan, Ink ink) {
        List<String> lines = new ArrayList<>();
        long silent = 0;
        for (Map.Entry<String, Section> each : sections.entrySet()) {
            String document = each.getKey();
            Section section = each.getValue();
            if (section.isSilent()) {
                silent++;
                continue;
            }
            String state = section.created ? "new" : section.retracted ? "gone, retracted" : "changed";
            lines.add(ink.bold(file(document)) + "  " + state);
            changes(lines, "adds", section.adds, false);
            changes(lines, "changes", section.changes, true);
            changes(lines, "retracts", section.retracts, false);
        }
        if (silent > 0) {
            lines.add(Findings.count(silent, "files") + (sections.size() == silent ? "" : " more")
                    + " in which nothing is different that the graph shows");
        }
        for (String document : plan.missing()) {
            lines.add(ink.bold(file(document)) + "  gone, left alone: --prune would retract what it says");
        }
        plan.renamed()
                .forEach((before, after) -> lines.add(file(after) + " looks like " + file(before) + " under a new name"
                        + (plan.missing().contains(before)
                                ? ": with --prune its claims move there, without it both count as sources"
                                : ": its claims move there")));
        if (!disputes.isEmpty()) {
            lines.add(ink.bold("disputes"));
            disputes.forEach(line -> lines.add("  " + line));
            if (moreDisputes > 0) {
                lines.add("  and " + moreDisputes + " more");
            }
        }
        return lines;
    }

    private static void changes(List<String> lines, String what, Changes changes, boolean gist) {
        if (!changes.isEmpty()) {
            String first = "  " + (what + "          ").substring(0, 10);
            for (String line : changes.text(gist).split("\n", -1)) {
                lines.add(first + line);
                first = "            ";
            }
        }
    }

    /** The disputes in words, for a machine to show. */
    List<String> disputes() {
        return disputes.stream()
                .map(line -> line.replaceFirst("^(\\w+) +", "$1: "))
                .toList();
    }

    /** The counts by document, for a machine. */
    List<Map<String, Object>> objects() {
        List<Map<String, Object>> objects = new ArrayList<>();
        sections.forEach((document, section) -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("document", document);
            object.put("state", section.created ? "new" : section.retracted ? "gone" : "changed");
            object.put("adds", object(section.adds));
            object.put("changes", object(section.changes));
            object.put("retracts", object(section.retracts));
            objects.add(object);
        });
        return objects;
    }

    private static Map<String, Object> object(Changes changes) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("claims", changes.claims);
        object.put("things", changes.kinds);
        object.put("edges", changes.edges);
        object.put("named", changes.named);
        return object;
    }
}
