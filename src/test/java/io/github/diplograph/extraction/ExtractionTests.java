package io.github.diplograph.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.edtf.Edtf;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExtractionTests {

    @Nested
    class Headers {

        @Test
        void tell_an_article_from_a_data_set() {
            Header article =
                    read("""
                            article: {id: us-abstains, title: US abstains, published: 2024-03-25?, publisher: CNN, url: u, language: en}
                            """)
                            .header()
                            .orElseThrow();
            assertThat(article)
                    .isEqualTo(new Header(
                            false,
                            "us-abstains",
                            "US abstains",
                            new Text("CNN", new Position("a.yaml", 1, 83)),
                            "u",
                            null,
                            "en",
                            Edtf.of("2024-03-25?"),
                            new Position("a.yaml", 1, 15)));
            assertThat(read("dataset: {id: roll-calls}\n")
                            .header()
                            .orElseThrow()
                            .dataset())
                    .isTrue();
        }

        @Test
        void are_missed_by_sections_that_only_an_article_can_fill() {
            assertThat(problems("votes:\n  - {resolution: r, for: UK}\n"))
                    .containsExactly(
                            "a.yaml:1:1: error DG103: the file has `votes` and neither `article` nor `dataset`\n"
                                    + "  hint: begin it with `article: {id: …}`");
            assertThat(problems("ties:\n  - {subject: a, tie: part of, object: b}\n"))
                    .isEmpty();
        }

        @Test
        void with_a_mistake_keep_their_id() {
            List<Diagnostic> problems = new ArrayList<>();
            Extraction extraction = read("article: {id: a, published: soon}\n", problems);
            assertThat(problems).hasSize(1);
            assertThat(extraction.header().orElseThrow().id()).isEqualTo("a");
        }
    }

    @Nested
    class Values {

        @Test
        void of_texts_and_names_are_what_was_written_whatever_it_looks_like() {
            Entry vote = only(
                    """
                    dataset: {id: "1"}
                    votes:
                      - {resolution: 2728, for: [NO, yes, 1.10, 0123, ~, 2024-03-25, null], note: false}
                    """);
            assertThat(vote.texts("for"))
                    .extracting(Text::text)
                    .containsExactly("NO", "yes", "1.10", "0123", "~", "2024-03-25", "null");
            assertThat(vote.text("resolution").orElseThrow().text()).isEqualTo("2728");
            assertThat(vote.text("note").orElseThrow().text()).isEqualTo("false");
        }

        @Test
        void that_stand_alone_are_a_list_of_one() {
            Entry vote = only("article: {id: a}\nvotes:\n  - {resolution: r, for: UK}\n");
            assertThat(vote.texts("for")).containsExactly(new Text("UK", new Position("a.yaml", 3, 26)));
            assertThat(vote.texts("against")).isEmpty();
        }

        @Test
        void of_words_and_verbs_are_those_of_the_vocabulary() {
            Entry event = only(
                    """
                    article: {id: a}
                    events:
                      - {verb: Called  Off, by: Israel, towards: m, status: canceled, quantity: 2, comparator: around}
                    """);
            assertThat(event.verb().orElseThrow().name()).isEqualTo("cancelled");
            assertThat(event.text("verb").orElseThrow().text()).isEqualTo("cancelled");
            assertThat(event.text("status").orElseThrow().text()).isEqualTo("cancelled");
            assertThat(event.text("comparator").orElseThrow().text()).isEqualTo("about");
            assertThat(event.at("status")).isEqualTo(new Position("a.yaml", 3, 57));
            assertThat(event.at("place")).isEqualTo(event.position());
        }

        @Test
        void of_numbers_flags_dates_and_counts_have_their_types() {
            List<Entry> entries =
                    read("""
                            article: {id: a}
                            votes:
                              - {resolution: r, date: 2024-03, counts: {in favour: 014, not voting: 0}}
                            figures:
                              - {measure: m, value: 1.50}
                            events:
                              - {verb: met with, by: a, negated: TRUE, quantity: 30}
                            """)
                            .entries();
            assertThat(entries.get(0).date("date")).contains(Edtf.of("2024-03"));
            assertThat(entries.get(0).counts()).containsExactly(entry("for", 14L), entry("not voting", 0L));
            assertThat(entries.get(1).number("value")).contains(1.5);
            assertThat(entries.get(1).text("value").orElseThrow().text()).isEqualTo("1.5");
            assertThat(entries.get(2).flag("negated")).isTrue();
            assertThat(entries.get(2).flag("joint")).isFalse();
            assertThat(entries.get(2).text("quantity").orElseThrow().text()).isEqualTo("30");
        }

        @Test
        void of_attributes_have_the_types_of_their_properties() {
            List<Entry> entries =
                    read("""
                            article: {id: a}
                            attributes:
                              - {about: r, property: Binding, value: false}
                              - {about: r, value: 2024-03-25, property: adopted}
                              - {about: r, property: population, value: 2100000}
                              - {about: r, property: distinction, value: [first, only]}
                              - {about: r, property: agenda, value: 1.10}
                            """)
                            .entries();
            assertThat(entries)
                    .extracting(entry -> entry.values().get("value").getClass().getSimpleName())
                    .containsExactly("Flag", "Date", "Whole", "Texts", "Text");
            assertThat(entries.get(0).text("property").orElseThrow().text()).isEqualTo("binding");
        }

        @Test
        void that_are_wrong_are_left_out_and_the_entry_stays() {
            List<Diagnostic> problems = new ArrayList<>();
            Entry event = read("article: {id: a}\nevents:\n  - {verb: met with, by: a, date: soon}\n", problems)
                    .entries()
                    .get(0);
            assertThat(problems).hasSize(1);
            assertThat(event.values().keySet()).containsExactly("verb", "by");
        }
    }

    @Nested
    class Entities {

        @Test
        void have_their_id_kind_and_name_beside_other_keys() {
            Entry group = only("entities:\n  us-vetoed: {group: vetoed resolutions, of: resolution, count: 3}\n");
            assertThat(group.values().keySet()).containsExactly("id", "kind", "name", "of", "count");
            assertThat(group.text("id")).contains(new Text("us-vetoed", new Position("a.yaml", 2, 3)));
            assertThat(group.text("kind").orElseThrow().text()).isEqualTo("group");
            assertThat(group.text("name").orElseThrow().text()).isEqualTo("vetoed resolutions");
            assertThat(group.whole("count")).contains(3L);
        }
    }

    @Nested
    class Points {

        @Test
        void inherit_everything_but_verb_targets_topics_and_words() {
            List<Entry> points =
                    read("""
                            article: {id: a}
                            statements:
                              - by: [UK, US]
                                joint: true
                                date: 2024-09-07
                                inferred: [date, by]
                                medium: joint statement
                                points:
                                  - {verb: urged, towards: Israel, says: let aid in}
                                  - {id: b, verb: welcomed, about: vaccination, date: 2024-09-08, inferred: [about]}
                            """)
                            .entries();
            assertThat(points).hasSize(2);
            assertThat(points.get(0).texts("by")).extracting(Text::text).containsExactly("UK", "US");
            assertThat(points.get(0).flag("joint")).isTrue();
            assertThat(points.get(0).text("medium").orElseThrow().text()).isEqualTo("joint statement");
            assertThat(points.get(0).texts("inferred")).extracting(Text::text).containsExactly("date", "by");
            assertThat(points.get(0).position()).isEqualTo(new Position("a.yaml", 9, 9));
            assertThat(points.get(1).date("date")).contains(Edtf.of("2024-09-08"));
            assertThat(points.get(1).texts("inferred")).extracting(Text::text).containsExactly("by", "about");
            assertThat(points.get(1).values()).doesNotContainKeys("points", "towards");
        }

        @Test
        void may_list_an_inherited_key_as_inferred() {
            assertThat(
                            problems(
                                    """
                            article: {id: a}
                            statements:
                              - by: UK
                                date: 2024-09-07
                                points:
                                  - {verb: urged, says: let aid in, inferred: [date]}
                            """))
                    .isEmpty();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void reads_anything_without_failing_and_points_into_the_file(@ForAll("files") String yaml) {
        List<Diagnostic> problems = new ArrayList<>();
        read(yaml, problems);
        long lines = yaml.lines().count();
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.position().file()).isEqualTo("a.yaml");
            assertThat(problem.position().line()).isBetween(1, (int) lines + 1);
        });
    }

    @Provide
    Arbitrary<String> files() {
        List<String> keys = new ArrayList<>(List.of("article", "dataset", "person", "group", "for", "xyz"));
        Vocabulary.bundled().entryKinds().forEach(kind -> {
            keys.add(kind.section());
            keys.addAll(kind.names());
        });
        Arbitrary<String> words = Arbitraries.of(
                "condemned", "met with", "true", "2024-03-25", "14", "-1", "a b", "\"\"", "", "binding", "~");
        Arbitrary<String> leaf = Arbitraries.oneOf(words, Arbitraries.of(keys));
        Arbitrary<String> value = nested(keys, leaf, 3);
        return Arbitraries.maps(Arbitraries.of(keys), value)
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(map -> map.entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private static Arbitrary<String> nested(List<String> keys, Arbitrary<String> leaf, int depth) {
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = nested(keys, leaf, depth - 1);
        return Arbitraries.oneOf(
                leaf,
                inner.list().ofMaxSize(3).map(items -> "[" + String.join(", ", items) + "]"),
                Arbitraries.maps(Arbitraries.of(keys), inner).ofMaxSize(5).map(map -> map.entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining(", ", "{", "}"))));
    }

    private static Entry only(String yaml) {
        List<Entry> entries = read(yaml).entries();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static Extraction read(String yaml) {
        List<Diagnostic> problems = new ArrayList<>();
        Extraction extraction = read(yaml, problems);
        assertThat(problems).isEmpty();
        return extraction;
    }

    private static List<String> problems(String yaml) {
        List<Diagnostic> problems = new ArrayList<>();
        read(yaml, problems);
        return problems.stream().map(Diagnostic::toString).toList();
    }

    private static Extraction read(String yaml, List<Diagnostic> problems) {
        return YamlFile.read("a.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems::add)
                .map(root -> Extraction.read("a.yaml", root, Vocabulary.bundled(), problems::add))
                .orElseGet(() -> new Extraction("a.yaml", null, List.of(), Set.of()));
    }
}
