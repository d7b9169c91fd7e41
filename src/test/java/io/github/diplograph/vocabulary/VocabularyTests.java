package io.github.diplograph.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VocabularyTests {

    private static final Vocabulary BUNDLED = Vocabulary.bundled();

    @Nested
    class TheBundledVocabulary {

        @Test
        void has_the_kinds_of_the_contract() {
            assertThat(BUNDLED.kinds())
                    .extracting(Kind::label)
                    .containsExactly(
                            "Person",
                            "State",
                            "Organisation",
                            "Group",
                            "Place",
                            "Office",
                            "Topic",
                            "Resolution",
                            "Text",
                            "Vote",
                            "Statement",
                            "Event",
                            "Figure");
        }

        @Test
        void has_the_sections_of_the_contract() {
            assertThat(BUNDLED.entryKinds())
                    .extracting(EntryKind::section)
                    .containsExactly(
                            "entities", "votes", "statements", "events", "roles", "ties", "figures", "attributes");
        }

        @Test
        void finds_a_verb_by_an_accepted_spelling_whatever_its_case_and_spacing() {
            assertThat(BUNDLED.verb("Called   FOR").orElseThrow().name()).isEqualTo("urged");
            assertThat(BUNDLED.verb("condemed")).isEmpty();
        }

        @Test
        void says_which_verb_cancels() {
            assertThat(BUNDLED.verbs().stream().filter(verb -> verb.affects().equals("CANCELS")))
                    .extracting(Verb::name)
                    .containsExactly("cancelled");
        }

        @Test
        void gives_every_verb_a_meaning_and_knows_plover() {
            assertThat(BUNDLED.verbs()).hasSizeGreaterThan(150).allSatisfy(verb -> assertThat(verb.meaning())
                    .endsWith("."));
            assertThat(BUNDLED.verb("travelled to").orElseThrow().plover()).hasToString("Optional[CONSULT visit]");
        }

        @Test
        void shares_no_type_of_edge_between_verbs_and_the_structure() {
            Set<String> structure = new HashSet<>(
                    Set.of("PUBLISHED_BY", "MADE_IN", "WRITTEN_IN", "ACCORDING_TO", "ASSERTS", "CLAIMED", "CANCELS"));
            BUNDLED.entryKinds()
                    .forEach(kind -> kind.keys().forEach(key -> key.edge().ifPresent(structure::add)));
            BUNDLED.ties().forEach(tie -> structure.add(tie.edge()));
            assertThat(BUNDLED.verbs()).extracting(Verb::edge).doesNotContainAnyElementsOf(structure);
        }

        @Test
        void draws_edges_only_for_what_occurred_goes_on_or_has_ended() {
            assertThat(BUNDLED.statuses().stream().filter(Word::deed))
                    .extracting(Word::name)
                    .containsExactly("occurred", "ongoing", "ended");
        }

        @Test
        void types_of_differently_by_the_kind_of_the_entity() {
            EntryKind entities = BUNDLED.entryKind("entities").orElseThrow();
            assertThat(entities.key("of", "office").orElseThrow().type()).isEqualTo(Type.NAME);
            assertThat(entities.key("of", "group").orElseThrow().type()).isEqualTo(Type.KIND);
            assertThat(entities.key("of", "person")).isEmpty();
        }

        @Test
        void makes_every_property_of_entities_a_key_of_their_definitions() {
            EntryKind entities = BUNDLED.entryKind("entities").orElseThrow();
            assertThat(entities.key("binding", "resolution").orElseThrow().type())
                    .isEqualTo(Type.FLAG);
            assertThat(entities.key("binding", "person")).isEmpty();
            assertThat(entities.key("under seal", "text").orElseThrow().property())
                    .contains("underSeal");
            assertThat(entities.key("tone")).isEmpty();
        }

        @Test
        void has_no_kind_that_is_also_a_key_of_entities() {
            EntryKind entities = BUNDLED.entryKind("entities").orElseThrow();
            assertThat(BUNDLED.kinds()).extracting(Kind::key).doesNotContainAnyElementsOf(entities.names());
        }

        @Test
        void has_no_key_that_an_editor_of_yaml_1_1_would_turn_into_a_truth_value() {
            Set<String> names = new HashSet<>();
            BUNDLED.entryKinds().forEach(kind -> names.addAll(kind.names()));
            BUNDLED.kinds().forEach(kind -> names.add(kind.key()));
            names.addAll(BUNDLED.header().names());
            assertThat(names).doesNotContain("on", "off", "yes", "no", "y", "n");
        }
    }

    @Nested
    class AnExtension {

        @Test
        void adds_kinds_verbs_properties_ties_and_words() {
            List<Diagnostic> problems = new ArrayList<>();
            Vocabulary more = Vocabulary.read(
                    Map.of(
                            "mine.yaml",
                            bytes(
                                    """
                            kinds:
                              ship: {label: Ship, is: agent, meaning: A vessel.}
                            verbs:
                              action:
                                boarded: {edge: BOARDED, actors: [agent], targets: [ship], spellings: [went aboard], plover: ASSAULT}
                            properties:
                              gross tonnage: {type: whole, of: [ship], disputable: true}
                            ties:
                              flagged in: {edge: FLAGGED_IN, subjects: [ship], objects: [state]}
                            words:
                              hedges:
                                it seems: {}
                            """)),
                    problems::add);
            assertThat(problems).isEmpty();
            assertThat(more.kind("ship").orElseThrow().label()).isEqualTo("Ship");
            assertThat(more.verb("went aboard").orElseThrow().targets()).containsExactly("ship");
            assertThat(more.property("gross tonnage").orElseThrow().name()).isEqualTo("grossTonnage");
            assertThat(more.tie("flagged in").orElseThrow().edge()).isEqualTo("FLAGGED_IN");
            assertThat(more.word("hedges", "it seems")).isPresent();
            assertThat(more.entryKind("entities")
                            .orElseThrow()
                            .key("gross tonnage", "ship")
                            .orElseThrow()
                            .type())
                    .isEqualTo(Type.WHOLE);
            assertThat(more.verb("condemned")).isEqualTo(BUNDLED.verb("condemned"));
            assertThat(more.hash()).isNotEqualTo(BUNDLED.hash());
        }

        @Test
        void may_use_the_kinds_of_another() {
            List<Diagnostic> problems = new ArrayList<>();
            byte[] verbs = bytes("verbs:\n  action:\n    boarded: {edge: BOARDED, targets: [ship]}\n");
            byte[] kinds = bytes("kinds:\n  ship: {label: Ship}\n");
            Vocabulary one = Vocabulary.read(Map.of("a.yaml", verbs, "b.yaml", kinds), problems::add);
            Vocabulary other = Vocabulary.read(Map.of("b.yaml", verbs, "a.yaml", kinds), problems::add);
            assertThat(problems).isEmpty();
            assertThat(one.hash()).isEqualTo(other.hash());
        }

        @Test
        void that_is_not_there_leaves_the_bundled_vocabulary() {
            assertThat(Vocabulary.read(Map.of(), problem -> {})).isSameAs(BUNDLED);
        }

        @Test
        void is_told_every_mistake_at_its_place() throws IOException {
            List<Diagnostic> problems = new ArrayList<>();
            Vocabulary.read(Map.of("mine.yaml", resource("mistakes.yaml")), problems::add);
            assertThat(problems.stream().sorted().map(Diagnostic::toString).collect(Collectors.joining("\n", "", "\n")))
                    .isEqualTo(new String(resource("mistakes.txt"), StandardCharsets.UTF_8));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = VocabularyTests.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
