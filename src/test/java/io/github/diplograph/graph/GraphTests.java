package io.github.diplograph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.TestCorpus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphTests {

    private static final String PEOPLE =
            """
            entities:
              netanyahu: {person: Benjamin Netanyahu, aliases: [Netanyahu]}
              lammy: {person: David Lammy, aliases: [Lammy]}
              uk-foreign-secretary: {office: Foreign Secretary, of: UK, single: true}
              draft: {resolution: a draft resolution}
            """;

    @TempDir
    Path folder;

    private TestCorpus corpus;

    @BeforeEach
    void makeCorpus() {
        corpus = TestCorpus.in(folder).with("entities/people.yaml", PEOPLE);
    }

    private Share share(String document) {
        Corpus read = corpus.read();
        assertThat(read.diagnostics().stream().filter(diagnostic -> diagnostic.isError()))
                .isEmpty();
        Graph graph = Graph.of(read);
        return graph.share(graph.parts().stream()
                .filter(part -> part.id().equals("test/" + document))
                .findFirst()
                .orElseThrow());
    }

    private static Edge edge(Share share, String type) {
        return share.edges().stream()
                .filter(edge -> edge.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " among " + share.edges()));
    }

    private static List<String> types(Share share) {
        return share.edges().stream().map(Edge::type).distinct().toList();
    }

    private static Node node(Share share, String id) {
        return share.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " among " + share.nodes()));
    }

    @Nested
    class AStatement {

        private static final String CONDEMNED =
                """
                article: {id: one, published: 2024-03-26}
                statements:
                  - id: the-statement
                    by: Netanyahu
                    verb: condemned
                    towards: US
                    date: 2024-03-25
                    says: that it stood aside
                    quote: [one segment, another]
                    passage: Netanyahu condemned
                """;

        @Test
        void drawsTheVerbItselfBetweenSpeakerAndTarget() {
            corpus.with("extractions/one.yaml", CONDEMNED);

            Edge edge = edge(share("extractions/one"), "CONDEMNED");

            assertThat(edge)
                    .isEqualTo(new Edge(
                            "test/the-statement|netanyahu|united-states",
                            "CONDEMNED",
                            "netanyahu",
                            "united-states",
                            Map.of(
                                    "occurrence",
                                    "test/the-statement",
                                    "date",
                                    "2024-03-25",
                                    "earliest",
                                    LocalDate.of(2024, 3, 25),
                                    "latest",
                                    LocalDate.of(2024, 3, 25)),
                            List.of("test/extractions/one#the-statement")));
        }

        @Test
        void keepsTheSegmentsOfAQuotationInOrder() {
            corpus.with("extractions/one.yaml", CONDEMNED);

            assertThat(node(share("extractions/one"), "test/the-statement").properties())
                    .containsEntry("quote", List.of("one segment", "another"))
                    .containsEntry("verb", "condemned")
                    .containsEntry("says", "that it stood aside");
        }

        @Test
        void drawsNoVerbWhereTheArticleHedges() {
            corpus.with("extractions/one.yaml", CONDEMNED + "    hedge: reportedly\n");

            assertThat(types(share("extractions/one")))
                    .contains("SAID", "TOWARDS")
                    .doesNotContain("CONDEMNED");
        }

        @Test
        void drawsNoVerbWhereSomeoneElseSaysSo() {
            corpus.with("extractions/one.yaml", CONDEMNED + "    according to: Israel\n");

            assertThat(types(share("extractions/one"))).contains("ACCORDING_TO").doesNotContain("CONDEMNED");
        }

        @Test
        void ofSeveralSpeakersIsOneEachUnlessTheySpeakJointly() {
            String two = CONDEMNED.replace("by: Netanyahu", "by: [Netanyahu, Lammy]");
            corpus.with("extractions/one.yaml", two);
            assertThat(share("extractions/one").nodes())
                    .extracting(Node::id)
                    .contains("test/the-statement--netanyahu", "test/the-statement--lammy");

            corpus.with("extractions/one.yaml", two + "    joint: true\n");
            assertThat(share("extractions/one").nodes())
                    .extracting(Node::id)
                    .contains("test/the-statement")
                    .doesNotContain("test/the-statement--lammy");
        }
    }

    @Nested
    class AnEvent {

        private static final String SUSPENDED =
                """
                article: {id: one, published: 2024-09-04}
                events:
                  - {id: the-suspension, verb: suspended licences, by: UK, towards: Israel, quantity: 30, out of: 350, unit: arms export licences, passage: of 350}
                """;

        @Test
        void carriesItsNumbersOnTheVerb() {
            corpus.with("extractions/one.yaml", SUSPENDED);

            assertThat(edge(share("extractions/one"), "SUSPENDED_LICENCES").properties())
                    .containsEntry("quantity", 30L)
                    .containsEntry("outOf", 350L)
                    .containsEntry("unit", "arms export licences");
        }

        @Test
        void thatIsOnlyPlannedDrawsNoVerb() {
            corpus.with("extractions/one.yaml", SUSPENDED.replace("passage:", "status: planned, passage:"));

            assertThat(types(share("extractions/one")))
                    .contains("ACTED_IN", "AFFECTED")
                    .doesNotContain("SUSPENDED_LICENCES");
        }

        @Test
        void thatCancelsAnotherPointsToIt() {
            corpus.with(
                    "extractions/one.yaml",
                    """
                    article: {id: one, published: 2024-09-04}
                    events:
                      - {id: the-meeting, verb: met with, by: [Israel, US], status: cancelled, passage: that}
                      - {verb: cancelled, by: Netanyahu, on behalf of: Israel, towards: the-meeting, passage: that}
                    """);

            Share share = share("extractions/one");

            assertThat(edge(share, "CANCELS").to()).isEqualTo("test/the-meeting");
            assertThat(share.edges().stream()
                            .filter(edge -> edge.type().equals("CANCELLED"))
                            .map(edge -> edge.from() + " " + edge.properties().get("through")))
                    .containsExactlyInAnyOrder("netanyahu null", "israel [netanyahu]");
            assertThat(types(share)).doesNotContain("MET_WITH", "AFFECTED");
        }

        @Test
        void thatTwoArticlesAscribeToOthersKeepsBothSides() {
            corpus.with(
                    "extractions/one.yaml",
                    """
                    article: {id: one, published: 2024-03-25}
                    events: [{id: the-event, verb: cancelled, by: Netanyahu, passage: that}]
                    """);
            corpus.with(
                    "extractions/two.yaml",
                    """
                    article: {id: two, published: 2024-03-26}
                    events: [{id: the-event, verb: cancelled, by: Israel, passage: that}]
                    """);

            Share older = share("extractions/one");
            Share newer = share("extractions/two");

            assertThat(edge(newer, "ACTED_IN").from()).isEqualTo("israel");
            assertThat(edge(older, "CLAIMED"))
                    .isEqualTo(new Edge(
                            "test/the-event|netanyahu",
                            "CLAIMED",
                            "netanyahu",
                            "test/the-event",
                            Map.of("type", "ACTED_IN", "instead", "test/the-event|israel"),
                            List.of("test/extractions/one#the-event")));
            assertThat(node(older, "test/the-event").properties()).containsEntry("disputed", List.of("by"));
            assertThat(edge(older, "ASSERTS").properties()).containsEntry("by", List.of("netanyahu"));
        }

        @Test
        void isDoneThroughAllWhomItsArticlesName() {
            corpus.with("extractions/one.yaml", cancelled("one", "Netanyahu"));
            corpus.with("extractions/two.yaml", cancelled("two", "[Netanyahu, Lammy]"));

            assertThat(throughWhom("extractions/one")).containsExactly("[lammy, netanyahu]");
            assertThat(throughWhom("extractions/two")).containsExactly("[lammy, netanyahu]");
        }

        @Test
        void isDoneThroughNobodyIfOneArticleSaysThatThePrincipalDidItItself() {
            corpus.with("extractions/one.yaml", cancelled("one", "Netanyahu"));
            corpus.with("extractions/two.yaml", cancelled("two", "[Netanyahu, Israel]"));

            assertThat(throughWhom("extractions/one")).containsExactly("null");
            assertThat(throughWhom("extractions/two")).containsExactly("null");
        }

        private static String cancelled(String article, String by) {
            return """
                    article: {id: %s}
                    events:
                      - {id: the-meeting, verb: met with, by: [Israel, US], status: cancelled, passage: that}
                      - {id: the-event, verb: cancelled, by: %s, on behalf of: Israel, towards: the-meeting, passage: that}
                    """
                    .formatted(article, by);
        }

        /** Through whom Israel cancelled, as one document's share has it. */
        private List<String> throughWhom(String document) {
            return share(document).edges().stream()
                    .filter(edge ->
                            edge.type().equals("CANCELLED") && edge.from().equals("israel"))
                    .map(edge -> String.valueOf(edge.properties().get("through")))
                    .toList();
        }
    }

    @Nested
    class AnArticle {

        private static final String TEXT = "5c".repeat(32);
        private static final String RECORD =
                """
                {"version": 1, "claims": {"test/extractions/%s#the-event": {"text": "%s", "words": {}}}}
                """;

        @Test
        void thatSeveralFilesExtractHasTheHashOfItsTextInEach() {
            corpus.with("extractions/one.yaml", report("the-event")).with("extractions/two.yaml", report("another"));
            String before = hash("extractions/two");

            corpus.with("evidence.json", RECORD.formatted("one", TEXT));

            assertThat(node(share("extractions/one"), "test/report").properties())
                    .isEqualTo(Map.of("name", "report", "textSha256", TEXT))
                    .isEqualTo(node(share("extractions/two"), "test/report").properties());
            assertThat(hash("extractions/two")).isNotEqualTo(before);
        }

        private String hash(String document) {
            return share(document).part().hash();
        }

        private static String report(String event) {
            return """
                    article: {id: report}
                    events: [{id: %s, verb: cancelled, by: Netanyahu, passage: that}]
                    """
                    .formatted(event);
        }
    }

    @Nested
    class Ballots {

        @Test
        void thatTwoArticlesTellDifferentlyAreDisputed() {
            corpus.with(
                    "extractions/one.yaml",
                    """
                    article: {id: one, published: 2024-03-25}
                    votes: [{id: the-vote, resolution: draft, abstained: [US], passage: that}]
                    """);
            corpus.with(
                    "extractions/two.yaml",
                    """
                    article: {id: two, published: 2024-03-26}
                    votes: [{id: the-vote, resolution: draft, against: [US], passage: that}]
                    """);

            Edge shown = edge(share("extractions/two"), "VOTED");
            Edge claimed = edge(share("extractions/one"), "CLAIMED");

            assertThat(shown.properties())
                    .isEqualTo(Map.of("choice", "against", "inferred", false, "disputed", List.of("choice")));
            assertThat(claimed.properties())
                    .isEqualTo(Map.of("type", "ABSTAINED", "choice", "abstained", "instead", shown.id()));
            assertThat(node(share("extractions/one"), "test/the-vote").properties())
                    .containsEntry("disputed", List.of("ballots"));
        }
    }

    @Nested
    class TheRegistry {

        @Test
        void hasAnotherHashWhenTwoItemsOfAListBecomeOne() {
            corpus.with("entities/more.yaml", "entities: {israel: {state: Israel, aliases: [A, B]}}\n");
            String two = share("registry").part().hash();

            corpus.with("entities/more.yaml", "entities: {israel: {state: Israel, aliases: [\"A, B\"]}}\n");

            assertThat(share("registry").part().hash()).isNotEqualTo(two);
        }

        @Test
        void bringsAlongWhateverItsMembershipsTouch() {
            corpus.with(
                    "extractions/one.yaml",
                    """
                    article: {id: one, published: 2024-03-25}
                    votes:
                      - {id: the-vote, resolution: draft, body: UN General Assembly, date: 2024-03-24, for: [UK], passage: x}
                    """);

            Share registry = share("registry");

            assertThat(registry.nodes()).extracting(Node::id).contains("un", "united-kingdom", "un-general-assembly");
            assertThat(registry.mentions()).isEmpty();
        }
    }

    @Nested
    class Attributes {

        private static final String BINDING =
                """
                article: {id: one, published: 2024-03-25}
                attributes: [{about: draft, property: binding, value: false, passage: not binding}]
                """;

        @Test
        void areSetOnWhatTheyAreAbout() {
            corpus.with("extractions/one.yaml", BINDING);

            Node draft = node(share("extractions/one"), "draft");

            assertThat(draft.properties()).containsEntry("binding", false);
            assertThat(edge(share("extractions/one"), "ASSERTS").properties()).isEqualTo(Map.of("binding", false));
        }

        @Test
        void thatOnlySomeoneClaimsAreNotSet() {
            corpus.with("extractions/one.yaml", BINDING.replace("passage", "according to: US, passage"));

            assertThat(node(share("extractions/one"), "draft").properties()).doesNotContainKey("binding");
        }

        @Test
        void thatAnotherArticleDeniesAreDisputed() {
            corpus.with("extractions/one.yaml", BINDING);
            corpus.with(
                    "extractions/two.yaml",
                    BINDING.replace("id: one", "id: two")
                            .replace("false", "true")
                            .replace("-25", "-26"));

            assertThat(node(share("extractions/one"), "draft").properties())
                    .containsEntry("binding", true)
                    .containsEntry("disputed", List.of("binding"));
        }

        @Test
        void thatAreListsUnite() {
            String professions =
                    """
                    article: {id: one, published: 2024-03-25}
                    attributes: [{about: lammy, property: profession, value: [politician, barrister], passage: x}]
                    """;
            corpus.with("extractions/one.yaml", professions);
            corpus.with(
                    "extractions/two.yaml",
                    professions.replace("id: one", "id: two").replace("barrister", "author"));

            assertThat(node(share("extractions/one"), "lammy").properties())
                    .containsEntry("profession", List.of("author", "barrister", "politician"))
                    .doesNotContainKey("disputed");
        }
    }

    @Nested
    class Roles {

        @Test
        void thatAreAttestedOnOneDayAreSureOnThatDayOnly() {
            corpus.with(
                    "extractions/one.yaml",
                    """
                    article: {id: one, published: 2024-09-04}
                    roles: [{person: Lammy, office: Foreign Secretary, of: UK, date: 2024-09-02, as: Foreign Secretary}]
                    """);

            Edge held = edge(share("extractions/one"), "HELD");

            assertThat(held.id()).isEqualTo("lammy|uk-foreign-secretary");
            assertThat(held.properties())
                    .isEqualTo(Map.of(
                            "as",
                            "Foreign Secretary",
                            "attested",
                            List.of("2024-09-02"),
                            "fromLatest",
                            LocalDate.of(2024, 9, 2),
                            "toEarliest",
                            LocalDate.of(2024, 9, 2)));
        }
    }

    @Nested
    class TheOrderOfFiles {

        @Test
        void doesNotMatter() {
            corpus.with(
                    "extractions/b.yaml", "article: {id: b}\nevents: [{verb: met with, by: [UK, US], passage: x}]\n");
            corpus.with(
                    "extractions/a.yaml", "article: {id: a}\nevents: [{verb: met with, by: [US, UK], passage: x}]\n");

            assertThat(share("extractions/a").edges())
                    .filteredOn(edge -> edge.type().equals("MET_WITH"))
                    .extracting(Edge::from)
                    .containsExactly("united-kingdom");
        }
    }
}
