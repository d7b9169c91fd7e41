package io.github.diplograph.corpus;

import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Type;
import io.github.diplograph.vocabulary.Verb;
import io.github.diplograph.vocabulary.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes extractions that are right by the vocabulary's grammar, and breaks files by structure, line, word and byte. */
final class Mutation {

    private static final List<String> AGENTS =
            List.of("UK", "United States", "Israel", "UN Security Council", "Ann Example", "ann", "China");

    private static final List<String> HOSTILE = List.of(
            "a`b",
            "\"}) DETACH DELETE n //",
            "'; MATCH (n) DELETE n; //",
            "\\u0060",
            "Person`:`Admin",
            "../../etc/passwd",
            "\u202eabc",
            "\u001b[31m",
            "\ud83d\ude00",
            "\u0000",
            "-",
            "#",
            "&a",
            "*a",
            "!!str",
            "|",
            ">-",
            "{",
            "[",
            "]",
            "}",
            ": ",
            "? ",
            "\t",
            "---",
            "...",
            "%YAML 1.1",
            "~",
            "null",
            "NO",
            "0x1F",
            "1e999",
            "2024-02-30",
            "9999-99",
            "../..",
            "<<: *a",
            "constructor");

    /** Keys that are right only beside others. */
    private static final Set<String> RARE = Set.of(
            "others", "same as", "in response to", "part of", "explains", "reports", "towards", "place", "hedge");

    private final Random random;
    private final Vocabulary vocabulary = Vocabulary.bundled();
    private final List<EntryKind> kinds = vocabulary.entryKinds().stream()
            .filter(kind -> !kind.section().equals("entities"))
            .toList();

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    /** An extraction by the grammar; about half of them have no mistake. */
    String extraction(String id) {
        StringBuilder text = new StringBuilder("article: {id: ").append(id).append(", published: 2024-03-26}\n");
        text.append("entities:\n  ")
                .append(id)
                .append("-person: {person: Person of ")
                .append(id)
                .append("}\n");
        for (int sections = 1 + random.nextInt(2); sections > 0; sections--) {
            EntryKind kind = pick(kinds);
            if (text.indexOf("\n" + kind.section() + ":") < 0) {
                text.append(kind.section()).append(":\n");
                for (int entries = 1 + random.nextInt(2); entries > 0; entries--) {
                    text.append(entry(kind, id + '-' + kind.section() + entries));
                }
            }
        }
        return text.toString();
    }

    private String entry(EntryKind kind, String id) {
        List<String> keys = new ArrayList<>(List.of("id: " + id, "passage: some words"));
        List<String> names = new ArrayList<>(List.of("id", "passage"));
        for (Key key : kind.keys()) {
            boolean rare = RARE.contains(key.name()) && random.nextInt(40) != 0;
            boolean wanted = !rare && (key.required() || random.nextInt(3) == 0);
            if (wanted && !names.contains(key.name()) && key.type() != Type.POINTS) {
                names.add(key.name());
                keys.add(key.name() + ": " + value(kind, key, id));
            }
        }
        return keys.stream().collect(Collectors.joining("\n    ", "  - ", "\n"));
    }

    private String value(EntryKind kind, Key key, String id) {
        return switch (key.type()) {
            case NAME -> key.name().equals("same as") ? id : name(key);
            case DATE -> pick(List.of("2024-03-25", "2024-03", "2024-01/2024-02", "../2024-03-01", "2024-03-XX"));
            case WHOLE, NUMBER -> Integer.toString(random.nextInt(200));
            case FLAG -> random.nextBoolean() ? "true" : "false";
            case WORD ->
                key.words().orElse("").equals("ties")
                        ? "partner of"
                        : pick(List.copyOf(vocabulary.words(key.words().orElse(""))))
                                .name();
            case VERB ->
                pick(vocabulary.verbs().stream()
                        .filter(verb -> verb.speech() == kind.section().equals("statements"))
                        .map(Verb::name)
                        .toList());
            case PROPERTY -> "faction";
            case KEYS -> "[passage]";
            case KIND -> "person";
            case ID -> id + "-1";
            case COUNTS -> "{for: " + random.nextInt(15) + "}";
            default -> "words of " + random.nextInt(9);
        };
    }

    private String name(Key key) {
        return switch (key.name()) {
            case "resolution" -> "a resolution";
            case "office" -> "Chair";
            case "body" -> "UN Security Council";
            case "person", "about" -> "ann";
            case "for" -> "[UK, China]";
            case "against" -> "United States";
            case "abstained" -> "Russia";
            case "not voting" -> "Japan";
            case "subject" -> "UK";
            case "object" -> "Israel";
            default -> pick(AGENTS);
        };
    }

    /** A file with some mistakes: now of structure, now of words, now of bytes. */
    byte[] broken(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(9)) {
                case 0 -> lines.add(at, pick(lines));
                case 1 -> lines.remove(at);
                case 2 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
                case 3 -> lines.set(at, " ".repeat(random.nextInt(6)) + line.strip());
                case 4 -> lines.set(at, line.replaceFirst(": .*", ": " + quoted(pick(HOSTILE))));
                case 5 -> lines.set(at, line.replaceFirst(": .*", ": " + pick(HOSTILE)));
                case 6 ->
                    lines.set(at, line.replaceFirst("[a-z]+(?=:)", pick(List.of("verb", "by", "id", "for", "x"))));
                case 7 -> lines.set(at, line.replaceFirst(": (.*)", ": [$1, $1]"));
                default -> lines.set(at, line + pick(HOSTILE));
            }
            if (lines.isEmpty()) {
                lines.add("");
            }
        }
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(6) == 0 && bytes.length > 0) {
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
