package io.github.diplograph.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class YamlWriterTests {

    private static YamlNode read(String text) {
        List<Diagnostic> problems = new ArrayList<>();
        YamlNode node = YamlFile.read("a.yaml", text.getBytes(StandardCharsets.UTF_8), problems::add)
                .orElseThrow(() -> new AssertionError(problems + " in " + text));
        assertThat(problems).isEmpty();
        return node;
    }

    private static YamlNode bare(YamlNode node) {
        Position nowhere = Position.of("");
        if (node instanceof YamlScalar scalar) {
            return new YamlScalar(scalar.text(), Style.PLAIN, nowhere);
        }
        if (node instanceof YamlList list) {
            return new YamlList(list.items().stream().map(YamlWriterTests::bare).toList(), nowhere);
        }
        return new YamlMap(
                ((YamlMap) node)
                        .entries().stream()
                                .map(entry -> new YamlMap.Entry((YamlScalar) bare(entry.key()), bare(entry.value())))
                                .toList(),
                nowhere);
    }

    private static YamlMap.Entry entry(String key, YamlNode value) {
        return YamlMap.Entry.of(key, value);
    }

    @Nested
    class A_document {

        @Test
        void is_written_as_people_write_it() {
            YamlNode vote = YamlMap.of(List.of(
                    entry("id", YamlScalar.of("r/2728")),
                    entry("date", YamlScalar.of("2024-03-25")),
                    entry("counts", YamlMap.of(List.of(entry("for", YamlScalar.of("14"))))),
                    entry("abstained", YamlList.of(List.of(YamlScalar.of("US"), YamlScalar.of("NO")))),
                    entry("against", YamlList.of(List.of())),
                    entry("note", new YamlScalar("one\n\n  two\n", Style.BLOCK, Position.of(""))),
                    entry("quote", YamlScalar.text("he said: \"No\"")),
                    entry("says", YamlScalar.text("the UK, and others"))));
            YamlNode root = YamlMap.of(
                    List.of(entry("dataset", YamlMap.of(List.of())), entry("votes", YamlList.of(List.of(vote, vote)))));
            String item =
                    """
                      - id: r/2728
                        date: 2024-03-25
                        counts:
                          for: 14
                        abstained: [US, "NO"]
                        against: []
                        note: |
                          one

                            two
                        quote: "he said: \\"No\\""
                        says: the UK, and others
                    """;
            assertThat(YamlFile.write(root)).isEqualTo("dataset: {}\nvotes:\n" + item + item);
        }

        @Test
        void wraps_long_lists_of_short_texts() {
            List<YamlScalar> names = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                names.add(YamlScalar.of("Somewhere " + i));
            }
            assertThat(YamlFile.write(YamlMap.of(List.of(entry("for", YamlList.of(names))))))
                    .isEqualTo(
                            """
                    for: [Somewhere 0, Somewhere 1, Somewhere 2, Somewhere 3, Somewhere 4, Somewhere 5, Somewhere 6,
                      Somewhere 7, Somewhere 8, Somewhere 9, Somewhere 10, Somewhere 11, Somewhere 12, Somewhere 13,
                      Somewhere 14, Somewhere 15, Somewhere 16, Somewhere 17, Somewhere 18, Somewhere 19]
                    """);
        }

        @Test
        void marks_keys_that_are_too_long_to_be_seen_as_such() {
            String key = "k".repeat(2000);
            String text = YamlFile.write(YamlMap.of(List.of(entry(key, YamlScalar.of("v")))));
            assertThat(text).isEqualTo("? " + key + "\n: v\n");
            assertThat(((YamlMap) read(text)).get(key)).isPresent();
        }
    }

    @Nested
    class A_text {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "no",
                    "NO",
                    "Yes",
                    "y",
                    "on",
                    "Off",
                    "TRUE",
                    "null",
                    "~",
                    "0123",
                    "1.10",
                    "1e3",
                    "0x1F",
                    "1_000",
                    "12:30",
                    "190:20:30",
                    ".5",
                    "+1",
                    ".inf",
                    ".NaN",
                    "2024-03-25T10:00:00Z",
                    "2001-12-14 21:59:43.10 -5",
                    "2024-02-30",
                    "=",
                    "<<",
                    "",
                    " a",
                    "a ",
                    "- a",
                    "a: b",
                    "a #b",
                    "a:",
                    "#a",
                    "'a",
                    "\"a",
                    "[a",
                    "{a",
                    "*a",
                    "&a",
                    "!a",
                    "|",
                    ">",
                    "%a",
                    "@a",
                    "`a",
                    "? a",
                    "---",
                    "...",
                    "a\nb",
                    "a\tb",
                    "\u00a0a",
                    "\u200b",
                    "\u2028",
                    "\ufeff",
                    "\ud83d\ude00",
                    "\u0000",
                    "\u007f"
                })
        void is_quoted_where_another_parser_would_read_something_else(String text) {
            String written = YamlFile.write(YamlMap.of(List.of(entry("k", YamlScalar.of(text)))));
            if (text.isEmpty()) {
                assertThat(written).isEqualTo("k:\n");
            } else {
                assertThat(written).startsWith("k: \"").endsWith("\"\n");
            }
            assertThat(((YamlMap) read(written)).get("k").map(YamlWriterTests::bare))
                    .contains(YamlScalar.of(text));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "United Kingdom",
                    "r/2728",
                    "10 Downing Street",
                    "14 members",
                    "council\u2019s",
                    "a:b",
                    "a#b",
                    "a - b",
                    "a, b",
                    "it's",
                    "é",
                    "nobody",
                    "2024-03-25/2024-03-26",
                    "2024?",
                    "2024-08~",
                    "../2024"
                })
        void is_plain_where_every_parser_reads_it(String text) {
            String written = YamlFile.write(YamlMap.of(List.of(entry("k", YamlScalar.of(text)))));
            assertThat(written).isIn("k: " + text + "\n", "k: \"" + text + "\"\n");
            assertThat(core(written)).isEqualTo(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"14", "-3", "0", "1.5", "2024-03-25", "true", "false"})
        void that_says_the_same_in_every_parser_is_quoted_only_if_it_must_stay_a_text(String text) {
            assertThat(YamlFile.write(YamlScalar.of(text))).isEqualTo(text + "\n");
            assertThat(YamlFile.write(YamlScalar.text(text))).isEqualTo("\"" + text + "\"\n");
        }
    }

    private static Object core(String text) {
        Load load = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
        return ((java.util.Map<?, ?>) load.loadFromString(text)).get("k");
    }

    @Property(tries = 500)
    void what_is_written_reads_back_the_same(@ForAll("nodes") YamlNode node) {
        String written = YamlFile.write(node);
        YamlNode back = read(written);
        assertThat(bare(back)).isEqualTo(bare(node));
        assertThat(YamlFile.write(bare(back))).isEqualTo(YamlFile.write(bare(node)));
    }

    @Property(tries = 500)
    void a_text_is_a_text_for_a_parser_that_guesses_types(@ForAll("texts") String text) {
        assertThat(core(YamlFile.write(YamlMap.of(List.of(entry("k", YamlScalar.text(text)))))))
                .isEqualTo(text);
    }

    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "no",
                "1.10",
                "2024-03-25",
                ": ",
                " #",
                "- ",
                "\n",
                " ",
                "\t",
                "a",
                "é",
                "\ud83d\ude00",
                "'",
                "\"",
                "\\",
                "[",
                "]",
                "{",
                ",",
                "|",
                ">",
                "&",
                "*",
                "!",
                "?",
                "\u00a0",
                "\u2028",
                "\u0085",
                "\r",
                "...",
                "---",
                "=",
                "~",
                "United Kingdom");
        return words.list().ofMaxSize(6).map(list -> String.join("", list));
    }

    @Provide
    static Arbitrary<YamlNode> nodes() {
        return nodes(3).filter(node ->
                !(node instanceof YamlScalar scalar && scalar.text().isEmpty()));
    }

    private static Arbitrary<YamlNode> nodes(int depth) {
        Arbitrary<YamlNode> scalar = Combinators.combine(texts(), Arbitraries.of(Style.class))
                .as((text, style) -> new YamlScalar(text, style, Position.of("")));
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<YamlNode> inner = nodes(depth - 1);
        Arbitrary<YamlNode> list = inner.list().ofMaxSize(4).map(YamlList::of);
        Arbitrary<YamlNode> map = Combinators.combine(texts(), inner)
                .as(YamlMap.Entry::of)
                .list()
                .ofMaxSize(4)
                .map(YamlWriterTests::distinct)
                .map(YamlMap::of);
        return Arbitraries.oneOf(scalar, list, map);
    }

    private static List<YamlMap.Entry> distinct(List<YamlMap.Entry> entries) {
        Set<String> keys = new HashSet<>();
        return entries.stream().filter(entry -> keys.add(entry.key().text())).toList();
    }
}
