package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Documents that are gone from disk. */
@Neo4jTest(oncePerClass = true)
class PruneIT {

    private static final Options PRUNE = Options.NONE.pruning(true);

    private final Driver driver;
    private final Loader loader;
    private Sketch news = new Sketch("news");

    PruneIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null);
    }

    @BeforeEach
    void two_articles_on_one_vote() {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
        news = new Sketch("news");
        news.document("registry").bundled("State", "chad", Map.of("name", "Chad"));
        news.document("registry").bundled("State", "mali", Map.of("name", "Mali"));
        first("first");
        news.document("second")
                .vote("vote", Map.of("result", "adopted"), Map.of("chad", "for", "mali", "abstained"))
                .condemns("words", "chad", "mali", "news/vote", "that it was late");
        loader.apply(news.graph(), Progress.NONE);
    }

    private void first(String path) {
        news.document(path)
                .vote("vote", Map.of("result", "adopted"), Map.of("chad", "for"))
                .condemns("other-words", "mali", "chad", "news/vote", "that it was early")
                .entity("Person", "deby", Map.of());
    }

    private void assertSameAsFresh() {
        String edited = Dump.ours(driver);
        clear();
        loader.apply(news.graph(), Progress.NONE);
        assertThat(Dump.differences(Dump.ours(driver), edited)).isEmpty();
    }

    private void clear() {
        driver.executableQuery("MATCH (n:_Diplograph) DETACH DELETE n").execute();
    }

    @Nested
    class One_that_was_deleted {

        @BeforeEach
        void is_gone() {
            news.remove("first");
        }

        @Test
        void is_only_reported_without_prune() {
            String before = Dump.ours(driver);
            Plan plan = loader.plan(news.graph(), Options.NONE, nothing -> {}, Progress.NONE);
            assertThat(plan.missing()).containsExactly("news/first");
            assertThat(plan.pruned()).isEmpty();

            Applied applied = loader.apply(only(), Progress.NONE);

            assertThat(applied.missing()).containsExactly("news/first");
            assertThat(applied.pruned()).isEmpty();
            assertThat(applied.wroteNothing()).isTrue();
            assertThat(Dump.ours(driver)).isEqualTo(before);
        }

        /** The second document as it was written, so that nothing but the first is different. */
        private Graph only() {
            Sketch before = news;
            first("first");
            Graph whole = news.graph();
            news = before;
            news.remove("first");
            return new Graph(
                    "news",
                    Sketch.SCHEMA,
                    whole.parts().stream()
                            .filter(part -> !part.id().equals("news/first"))
                            .toList(),
                    whole::share);
        }

        @Test
        void leaves_what_the_other_still_claims_and_nothing_else() {
            List<Difference> planned = new ArrayList<>();
            Plan plan = loader.plan(news.graph(), PRUNE, one -> planned.add(one.difference()), Progress.NONE);

            Applied applied = loader.apply(news.graph(), PRUNE, Progress.NONE);

            assertThat(plan.pruned()).containsExactly("news/first");
            assertThat(applied.pruned()).containsExactly("news/first");
            assertThat(applied.missing()).isEmpty();
            assertThat(applied.totals()).isEqualTo(plan.totals());
            assertThat(Totals.of(planned)).isEqualTo(plan.totals());
            assertThat(applied.totals().retracted())
                    .containsEntry("Document", 1L)
                    .containsEntry("Person", 1L)
                    .containsEntry("Statement", 1L)
                    .containsEntry("Article", 1L)
                    .doesNotContainKey("Vote");
            assertThat(loader.apply(news.graph(), PRUNE, Progress.NONE).wroteNothing())
                    .isTrue();
            assertSameAsFresh();
        }

        @Test
        void ends_right_when_pruning_was_interrupted() {
            news.remove("second");
            Progress interrupted = (work, done, total) -> {
                if (done == 2) {
                    throw new IllegalStateException("interrupted");
                }
            };
            assertThatThrownBy(() -> loader.apply(large(), PRUNE, interrupted)).hasMessage("interrupted");

            loader.apply(large(), PRUNE, Progress.NONE);

            assertThat(Dump.ours(driver).lines().filter(line -> line.contains("first") || line.contains("second")))
                    .isEmpty();
        }

        /** The registry and one more document, so that there is a border to be interrupted at. */
        private Graph large() {
            news.document("third").entity("Person", "itno", Map.of());
            return news.graph();
        }
    }

    @Test
    void what_loses_its_last_sources_to_several_transactions_is_said_to_leave() {
        news.document("registry").bundled("State", "togo", Map.of("name", "Togo"));
        news.document("third").entity("State", "togo", Map.of("name", "Togo", "aliases", List.of("Togoland")));
        loader.apply(news.graph(), Progress.NONE);
        news.remove("third");
        news.document("registry").clear();
        news.document("registry").bundled("State", "chad", Map.of("name", "Chad"));
        news.document("registry").bundled("State", "mali", Map.of("name", "Mali"));
        List<Difference> planned = new ArrayList<>();

        Plan plan = loader.plan(news.graph(), PRUNE, one -> planned.add(one.difference()), Progress.NONE);
        Applied applied = loader.apply(news.graph(), PRUNE, Progress.NONE);

        assertThat(planned)
                .contains(
                        new Difference.Retracted(Difference.Element.node("State", "togo"), List.of("news/third#togo")));
        assertThat(plan.totals()).isEqualTo(applied.totals());
        assertThat(Totals.of(planned)).isEqualTo(plan.totals());
        assertSameAsFresh();
    }

    @Test
    void a_renamed_document_keeps_every_fact_and_leaves_no_ghost() {
        news.remove("first");
        first("renamed");
        Plan plan = loader.plan(news.graph(), PRUNE, nothing -> {}, Progress.NONE);
        assertThat(plan.renamed()).containsOnly(Map.entry("news/first", "news/renamed"));
        assertThat(plan.totals().retracted()).doesNotContainKeys("Vote", "Statement", "Person", "VOTED");

        Applied applied = loader.apply(news.graph(), PRUNE, Progress.NONE);

        assertThat(applied.totals().retracted()).doesNotContainKeys("Vote", "Statement", "Person", "VOTED");
        assertThat(Dump.ours(driver)).contains("news/renamed#other-words").doesNotContain("news/first#");
        assertSameAsFresh();
    }

    @Test
    void a_renamed_document_keeps_when_its_claims_were_first_seen() {
        Map<String, Object> before = firstSeen("news/first#");
        news.remove("first");
        first("renamed");
        news.document("renamed").entity("Person", "itno", Map.of());

        loader.apply(news.graph(), PRUNE, Progress.NONE);

        Map<String, Object> after = firstSeen("news/renamed#");
        assertThat(after).containsKey("itno");
        assertThat(after.remove("itno")).isNotIn(before.values());
        assertThat(after).isEqualTo(before);
    }

    private Map<String, Object> firstSeen(String document) {
        Map<String, Object> seen = new TreeMap<>();
        driver.executableQuery(
                        "MATCH (c:Claim) WHERE c.id STARTS WITH $document RETURN c.id AS id, c.firstSeen AS seen")
                .withParameters(Map.of("document", document))
                .execute()
                .records()
                .forEach(row -> seen.put(
                        row.get("id").asString().substring(document.length()),
                        row.get("seen").asObject()));
        assertThat(seen).isNotEmpty();
        return seen;
    }

    @Test
    void a_renamed_document_is_two_sources_until_the_old_one_is_pruned() {
        news.remove("first");
        first("renamed");
        loader.apply(news.graph(), Progress.NONE);
        assertThat(Dump.ours(driver)).contains("sources=[news/first#vote, news/renamed#vote, news/second#vote]");

        loader.apply(news.graph(), PRUNE, Progress.NONE);

        assertSameAsFresh();
    }

    @Test
    void an_emptied_corpus_leaves_only_what_others_have_written() {
        driver.executableQuery("CREATE (:Person {id: 'deby'})-[:KNOWS]->(:Note {name: 'mine'})")
                .execute();
        Sketch other = new Sketch("other");
        other.document("facts").entity("Person", "deby", Map.of("aliases", List.of("Itno")));
        clear();
        loader.apply(other.graph(), Progress.NONE);
        String others = Dump.ours(driver);
        String theirs = Dump.theirs(driver);
        loader.apply(news.graph(), Progress.NONE);
        Sketch nothing = new Sketch("news");
        nothing.document("registry");

        Applied left = loader.apply(nothing.graph(), Progress.NONE);
        assertThat(left.missing()).containsExactly("news/first", "news/second");
        Applied pruned = loader.apply(nothing.graph(), PRUNE, Progress.NONE);

        assertThat(pruned.pruned()).containsExactly("news/first", "news/registry", "news/second");
        assertThat(Dump.differences(others, Dump.ours(driver))).isEmpty();
        assertThat(Dump.theirs(driver)).isEqualTo(theirs);
        assertThat(loader.apply(nothing.graph(), PRUNE, Progress.NONE).wroteNothing())
                .isTrue();
        assertThat(loader.apply(nothing.graph(), Progress.NONE).wroteNothing()).isTrue();
    }
}
