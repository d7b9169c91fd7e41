package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.cli.Shell.Ran;
import io.github.diplograph.corpus.TestCorpus;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** A corpus in which every text that a curator is free to choose is the same attempt at mischief, one document each. */
final class HostileTexts {

    static final List<String> ATTEMPTS = List.of(
            "`}) DETACH DELETE n //",
            "' OR 1=1 DETACH DELETE n //",
            "\" }) DETACH DELETE n /*",
            "\\u0060}) DETACH DELETE n //",
            "\\`}) MATCH (n) DELETE n //",
            "\\' \\\" \\\\",
            "*/ DETACH DELETE n //",
            "}}]]))) CALL db.labels() //",
            ":Person",
            "`:_Diplograph:Person`",
            "$rows",
            "{id: $ids} $$ ${id}",
            "${jndi:ldap://localhost/a} %n%s",
            "{{7*7}} #{7*7} <%= 7*7 %>",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "C:\\Windows\\system32",
            "a; CREATE (:Person) ; a",
            "AND name:* OR title:\"a\"~9 -b ^2 [a TO b]",
            "\u001b[31mred\u001b[0m",
            "\u001b]0;title\u0007\u001b]8;;a:b\u001b\\",
            "\u009b2J \u0090q\u009c",
            "\u202e reversed \u2066 \u2069 \u200f \u061c",
            "line\nline\r\u2028line\u0085line",
            "tab\tbackspace\b\b\bdelete\u007f",
            "nothing\u0000more",
            "=cmd|' /C calc'!A0",
            "null",
            "_Diplograph",
            "\ud83d\ude00 e\u0301 \ufeff");

    /** What a terminal obeys: control characters, but not the end of a line, and those that turn a line's direction. */
    static final String OBEYED = "[\\p{Cc}&&[^\\n]]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]|\\p{Cs}";

    private static final int TEXTS = 32;

    private HostileTexts() {}

    /** What a text of a document is: mischief, or something harmless in its place. */
    static String hostile(int document, int text) {
        return ATTEMPTS.get(document) + " %02d.%02d".formatted(document, text);
    }

    static String harmless(int document, int text) {
        return "harmless %02d.%02d".formatted(document, text);
    }

    /** The harmless text's place taken by the other, wherever it stands. */
    static String madeHostile(String element) {
        String result = element;
        for (int document = 0; document < ATTEMPTS.size(); document++) {
            for (int text = 0; text < TEXTS; text++) {
                result = result.replace(harmless(document, text), hostile(document, text));
            }
        }
        return result;
    }

    /** A corpus in which every text is as given, a document for each attempt. */
    static void corpus(Path folder, BiFunction<Integer, Integer, String> texts) {
        TestCorpus made =
                TestCorpus.in(folder).with("corpus.yaml", "name: test\ntitle: " + quoted(texts.apply(19, 0)) + "\n");
        for (int document = 0; document < ATTEMPTS.size(); document++) {
            made.with(file(document), document(document, texts));
        }
    }

    /** The name of a document's file. */
    static String file(int document) {
        return "d%02d.yaml".formatted(document);
    }

    /** Nothing that a command has written commands a terminal. */
    static void assertObeysNothing(Ran ran) {
        assertThat(ran.out().replace("\r\n", "\n")).doesNotContainPattern(OBEYED);
        assertThat(ran.err()).doesNotContainPattern(OBEYED).doesNotContain("should not happen");
    }

    /** A file that says everything with texts as given. */
    static String document(int document, BiFunction<Integer, Integer, String> texts) {
        String written =
                """
                article: {id: a#, published: 2024-03-25, title: <00>, url: <01>, language: <02>, publisher: <05>}
                entities:
                  p#: {person: <03>, aliases: [<04>, <06>], misspellings: [<07>], official: <08>, code: <09>, note: <10>,
                       wikidata: <11>, faction: <12>, profession: [<13>, <14>], type: <15>}
                  o#: {organisation: <05>, adjectives: [<16>]}
                  r#: {resolution: <17>, symbol: <18>, title: <19>, url: <20>}
                  f#: {office: <21>, of: <05>}
                votes:
                  - {id: v#, resolution: <18>, for: [<04>], abstained: [US], date: 2024-03-25, passage: <22>, note: <23>}
                statements:
                  - {id: s#, by: <03>, verb: condemned, towards: <17>, says: <24>, quote: [<25>, <26>], passage: [<22>]}
                events:
                  - {id: e#, by: <05>, verb: suspended licences, towards: <06>, quantity: 3, unit: <27>, name: <28>,
                     passage: <22>}
                roles:
                  - {person: <03>, office: <21>, as: <29>, date: 2024-03-25}
                figures:
                  - {id: figure-#, measure: <30>, about: <17>, value: 3, unit: <27>, printed: <31>, according to: <05>,
                     hedge: believes, passage: <22>}
                attributes:
                  - {about: r#, property: condition, value: <24>, passage: <22>}
                """
                        .replace("#", "%02d".formatted(document));
        return IntStream.range(0, TEXTS)
                .boxed()
                .reduce(
                        written,
                        (file, text) -> file.replace("<%02d>".formatted(text), quoted(texts.apply(document, text))),
                        (a, b) -> a);
    }

    /** A text as YAML's double quotes have it, every character that is not plain escaped. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
