package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.corpus.TestCorpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

/** What a file said that is gone from disk stays until it is pruned, also where other files say something of the same. */
@Neo4jTest(oncePerClass = true)
class LeftAloneIT {

    private static final String STAYS =
            """
            article: {id: a, published: 2024-03-25}
            entities:
              ada: {person: Ada Marsh, aliases: [Marsh]}
              league: {organisation: The League}
              chair: {office: Chair of the League, of: league}
            roles: [{person: ada, office: chair, from: 2022, passage: x}]
            votes: [{id: budget, resolution: text, date: 2024-03-20, for: [Malta], passage: x}]
            """;
    private static final String GOES =
            """
            article: {id: b, published: 2024-03-26}
            entities:
              ada: {person: Ada Marsh, aliases: [Ada], note: spoke first}
              text: {resolution: The budget}
            attributes:
              - {about: ada, property: birth, value: 1950, passage: x}
              - {about: Malta, property: population, value: 500000, passage: x}
            roles: [{person: ada, office: chair, date: 2022-03-01, until: 2024, passage: x}]
            votes: [{id: budget, resolution: text, date: 2024-03-20, against: [Chad], result: passed, passage: x}]
            statements: [{by: Chad, verb: condemned, towards: Malta, says: that it was late, passage: x}]
            """;

    private final Driver driver;
    private final Loader loader;

    @TempDir
    private Path folder;

    private TestCorpus news = TestCorpus.named("news", Path.of("target"));

    LeftAloneIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null);
    }

    @BeforeEach
    void two_articles_on_the_same() {
        clear();
        news = TestCorpus.named("news", folder)
                .with("entities/texts.yaml", "entities: {text: {resolution: The budget}}")
                .with("extractions/a.yaml", STAYS)
                .with("extractions/b.yaml", GOES);
        apply(Options.NONE);
    }

    @Test
    void nothing_leaves_and_nothing_is_said_to_leave() {
        List<String> before = facts();
        news.without("extractions/b.yaml");

        Plan plan = loader.plan(graph(), Options.NONE, nothing -> {}, Progress.NONE);
        Applied applied = apply(Options.NONE);

        assertThat(applied.missing()).containsExactly("news/extractions/b");
        assertThat(applied.totals()).isEqualTo(plan.totals());
        assertThat(applied.totals().created()).isEmpty();
        assertThat(applied.totals().retracted()).isEmpty();
        assertThat(facts()).isEqualTo(before);
        assertThat(apply(Options.NONE).wroteNothing()).isTrue();
        assertThat(loader.plan(graph(), Options.NONE, nothing -> {}, Progress.NONE)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void what_the_other_says_from_now_on_is_added() {
        news.without("extractions/b.yaml").with("extractions/a.yaml", STAYS.replace("[Marsh]", "[Marsh, The Chair]"));

        apply(Options.NONE);

        assertThat(Dump.ours(driver))
                .contains(
                        "{aliases=[Ada, Marsh, The Chair], birth=\"1950\", id=ada, name=Ada Marsh, note=spoke first, ");
    }

    @Test
    void all_of_it_leaves_when_it_is_pruned_later() {
        news.without("extractions/b.yaml");
        apply(Options.NONE);

        apply(Options.NONE.pruning(true));

        assertSameAsFresh();
    }

    @Test
    void all_is_as_it_was_when_the_file_is_back() {
        news.without("extractions/b.yaml");
        apply(Options.NONE);
        news.with("extractions/b.yaml", GOES);

        apply(Options.NONE);

        assertSameAsFresh();
    }

    @Test
    void what_only_it_referred_to_leaves_when_the_file_is_back_without_it() {
        news.without("extractions/b.yaml");
        apply(Options.NONE);
        news.with("extractions/b.yaml", "article: {id: b, published: 2024-03-26}\n");

        apply(Options.NONE);

        assertThat(Dump.ours(driver)).doesNotContain("Chad");
        assertSameAsFresh();
    }

    @Test
    void a_bundled_entity_that_it_refers_to_keeps_what_the_registry_gives() {
        String ballot = "article: {id: b, published: 2024-03-26}\n"
                + "votes: [{id: budget, resolution: text, date: 2024-03-20, against: [Malta], passage: x}]\n";
        String attribute = "article: {id: a, published: 2024-03-25}\n"
                + "attributes: [{about: Malta, property: population, value: 500000, passage: x}]\n";
        String nothing = "article: {id: a, published: 2024-03-25}\n";
        for (int elements : List.of(1, Walk.ELEMENTS)) {
            clear();
            news.with("extractions/a.yaml", nothing).with("extractions/b.yaml", ballot);
            apply(Options.NONE);
            List<String> without = facts();
            clear();
            news.with("extractions/a.yaml", attribute);
            apply(Options.NONE);
            assertThat(facts()).isNotEqualTo(without);
            news.with("extractions/a.yaml", nothing).without("extractions/b.yaml");

            loader.sharing(elements).apply(graph(), Options.NONE, Progress.NONE);

            assertThat(facts()).as("%d elements", elements).isEqualTo(without);
            assertThat(apply(Options.NONE).wroteNothing()).isTrue();
            apply(Options.NONE.pruning(true));
            assertThat(Dump.ours(driver)).doesNotContain("id=malta");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 26})
    void values_on_which_it_disagrees_stay_as_they_are_shown_and_disputed(int day) {
        clear();
        news.with("extractions/a.yaml", values("a", 25, "2024-03-20", 6, "500000", "2022"))
                .with("extractions/b.yaml", values("b", day, "2024-03-21", 7, "600000", "2023"));
        apply(Options.NONE);
        List<String> before = facts();
        news.without("extractions/b.yaml");
        List<Planned> planned = new ArrayList<>();

        Plan plan = loader.plan(graph(), Options.NONE, planned::add, Progress.NONE);
        Applied applied = apply(Options.NONE);

        assertThat(planned).allSatisfy(one -> assertThat(one.disputedAfter()).isEqualTo(one.disputedBefore()));
        assertThat(applied.totals()).isEqualTo(plan.totals());
        assertThat(facts()).isEqualTo(before).anyMatch(line -> line.contains("disputed=[date, for]"));
        assertThat(apply(Options.NONE).wroteNothing()).isTrue();
        assertThat(apply(Options.NONE.verifying(true)).wroteNothing()).isTrue();
        apply(Options.NONE.pruning(true));
        assertSameAsFresh();
    }

    private static String values(String article, int day, String date, int votes, String population, String from) {
        return """
               article: {id: %s, published: 2024-03-%d}
               entities:
                 ada: {person: Ada Marsh}
                 league: {organisation: The League}
                 chair: {office: Chair of the League, of: league}
               votes: [{id: budget, resolution: text, date: %s, counts: {for: %d}, passage: x}]
               events: [{id: raid, verb: attacked, by: Chad, towards: Malta, date: %s, passage: x}]
               attributes: [{about: Malta, property: population, value: %s, passage: x}]
               roles: [{person: ada, office: chair, from: %s, passage: x}]
               """
                .formatted(article, day, date, votes, date, population, from);
    }

    @ParameterizedTest
    @CsvSource({
        "for, against, 26", "for, abstained, 26", "abstained, for, 26",
        "for, against, 24", "for, abstained, 24", "abstained, for, 24"
    })
    void a_ballot_on_which_it_disagrees_stays_as_it_is_shown_and_disputed(String here, String there, int day) {
        for (int elements : List.of(1, Walk.ELEMENTS)) {
            clear();
            news.with("extractions/a.yaml", ballots("a", 25, here))
                    .with("extractions/b.yaml", ballots("b", day, there));
            apply(Options.NONE);
            List<String> before = facts();
            news.without("extractions/b.yaml");

            Plan plan = loader.plan(graph(), Options.NONE, nothing -> {}, Progress.NONE);
            Applied applied = loader.sharing(elements).apply(graph(), Options.NONE, Progress.NONE);

            assertThat(applied.totals()).isEqualTo(plan.totals());
            assertThat(facts()).isEqualTo(before);
            assertThat(apply(Options.NONE).wroteNothing()).isTrue();
            assertThat(apply(Options.NONE.verifying(true)).wroteNothing()).isTrue();
            apply(Options.NONE.pruning(true));
            assertSameAsFresh();
        }
    }

    @Test
    void a_ballot_that_another_file_corrects_meanwhile_is_disputed_until_it_is_pruned() {
        clear();
        news.with("extractions/a.yaml", ballots("a", 25, "for")).with("extractions/b.yaml", ballots("b", 26, "for"));
        apply(Options.NONE);
        news.with("extractions/a.yaml", ballots("a", 25, "abstained")).without("extractions/b.yaml");

        apply(Options.NONE);

        assertThat(driver.executableQuery(
                                """
                                MATCH (:State {id: 'malta'})-[r WHERE r.choice IS NOT NULL]->(v:Vote)
                                RETURN type(r) + ' ' + r.choice + ' ' + r.sources[0] + ' ' + coalesce(r.disputed[0], '-')
                                       + ' ' + v.disputed[0] AS ballot
                                ORDER BY ballot
                                """)
                        .execute()
                        .records())
                .extracting(row -> row.get("ballot").asString())
                .containsExactly(
                        "CLAIMED abstained news/extractions/a#budget - ballots",
                        "VOTED for news/extractions/b#budget choice ballots");
        assertThat(apply(Options.NONE).wroteNothing()).isTrue();
        apply(Options.NONE.pruning(true));
        assertSameAsFresh();
    }

    private static String ballots(String article, int day, String choice) {
        return """
               article: {id: %s, published: 2024-03-%d}
               votes: [{id: budget, resolution: text, date: 2024-03-20, %s: [Malta], passage: x}]
               """
                .formatted(article, day, choice);
    }

    /** All but the documents' own nodes: their hashes tell that there is something left to do. */
    private List<String> facts() {
        return Dump.ours(driver)
                .lines()
                .filter(line -> !line.startsWith("[Document"))
                .toList();
    }

    private void assertSameAsFresh() {
        String edited = Dump.ours(driver);
        assertThat(apply(Options.NONE).wroteNothing()).isTrue();
        clear();
        apply(Options.NONE);
        assertThat(Dump.differences(Dump.ours(driver), edited)).isEmpty();
    }

    private void clear() {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
    }

    private Graph graph() {
        return Graph.of(news.read());
    }

    private Applied apply(Options options) {
        return loader.apply(graph(), options, Progress.NONE);
    }
}
