package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.corpus.TestCorpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/**
 * What two corpora that share a database say of one entity, tie or role: it shows what both add up to, whoever was applied
 * last, and what the other says once one has withdrawn.
 */
@Neo4jTest(oncePerClass = true)
class SharedValuesIT {

    private static final String PEOPLE =
            """
            entities:
              league: {organisation: The League}
              chair: {office: Chair of the League, of: league}
              ada: {person: Ada Marsh}
            """;

    private final Driver driver;

    @TempDir
    private Path folder;

    SharedValuesIT(Driver driver) {
        this.driver = driver;
    }

    @BeforeEach
    void nothing() {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
    }

    @Nested
    class Of_a_role {

        @Test
        void the_day_on_which_it_began_and_a_later_one_on_which_it_is_attested_bound_it_together() {
            TestCorpus one = corpus("one", "roles: [{person: ada, office: chair, from: 2022-01-01}]");
            TestCorpus two = corpus("two", "roles: [{person: ada, office: chair, until: 2024, date: 2024-03-24}]");

            assertThat(inAnyOrder(one, two))
                    .contains("ada -HELD-> chair {attested=[2024-03-24], from=2022-01-01, fromEarliest=2022-01-01,"
                            + " fromLatest=2022-01-01, id=ada|chair,"
                            + " sources=[one/extractions/facts#role:ada:chair:, two/extractions/facts#role:ada:chair:], to=\"2024\","
                            + " toEarliest=2024-03-24, toLatest=2024-12-31}");
        }

        @Test
        void days_on_which_either_attests_it_narrow_it_from_both_sides() {
            TestCorpus one = corpus("one", "roles: [{person: ada, office: chair, date: 2023-05}]");
            TestCorpus two = corpus(
                    "two",
                    """
                    roles:
                      - {person: ada, office: chair, date: 2021-02-03, claim: early}
                      - {person: ada, office: chair, date: 2024-07/.., claim: late}
                    """);

            assertThat(inAnyOrder(one, two))
                    .contains("ada -HELD-> chair {attested=[2021-02-03, 2023-05, 2024-07/..], fromLatest=2021-02-03,"
                            + " id=ada|chair, sources=[one/extractions/facts#role:ada:chair:, two/extractions/facts#role:ada:chair::early,"
                            + " two/extractions/facts#role:ada:chair::late], toEarliest=2024-07-01}");
        }

        @Test
        void a_day_on_which_one_believes_it_attested_narrows_nothing() {
            TestCorpus one = corpus("one", "roles: [{person: ada, office: chair, date: 2023-05-01}]");
            TestCorpus two = corpus(
                    "two",
                    """
                    roles:
                      - {person: ada, office: chair, date: 2022, claim: plain}
                      - {person: ada, office: chair, date: 2019, hedge: believed, claim: hedged}
                    """);

            assertThat(inAnyOrder(one, two))
                    .contains("ada -HELD-> chair {attested=[2022, 2023-05-01], fromLatest=2022-12-31, id=ada|chair,"
                            + " sources=[one/extractions/facts#role:ada:chair:, two/extractions/facts#role:ada:chair::hedged,"
                            + " two/extractions/facts#role:ada:chair::plain], toEarliest=2023-05-01}");
        }

        @Test
        void a_dispute_among_the_sources_of_one_is_shown() {
            TestCorpus one = corpus(
                    "one",
                    """
                    roles:
                      - {person: ada, office: chair, from: 2020, claim: a}
                      - {person: ada, office: chair, from: 2021, claim: b}
                    """);
            TestCorpus two = corpus("two", "roles: [{person: ada, office: chair, date: 2023}]");

            assertThat(inAnyOrder(one, two))
                    .contains(
                            "ada -HELD-> chair {attested=[2023], disputed=[from], from=\"2020\", fromEarliest=2020-01-01,"
                                    + " fromLatest=2020-12-31, id=ada|chair, sources=[one/extractions/facts#role:ada:chair::a,"
                                    + " one/extractions/facts#role:ada:chair::b, two/extractions/facts#role:ada:chair:], toEarliest=2023-01-01}");
        }
    }

    @Nested
    class Of_a_person {

        @Test
        void lists_unite_and_notes_and_disputes_are_kept() {
            TestCorpus one = corpus(
                            "one",
                            """
                            attributes:
                              - {about: ada, property: profession, value: [writer, author]}
                              - {about: ada, property: birth, value: 1950, claim: a}
                              - {about: ada, property: birth, value: 1951, claim: b}
                            """)
                    .with(
                            "entities/more.yaml",
                            "entities: {ada: {person: Ada Marsh, note: was a minister, aliases: [Marsh]}}");
            TestCorpus two = corpus("two", "attributes: [{about: ada, property: profession, value: author}]")
                    .with("entities/more.yaml", "entities: {ada: {person: Ada Marsh, aliases: [Ada]}}");

            assertThat(inAnyOrder(one, two))
                    .contains("[Person, _Diplograph] {aliases=[Ada, Marsh], birth=\"1950\", disputed=[birth], id=ada,"
                            + " name=Ada Marsh, note=was a minister, profession=[author, writer], sources=[");
        }

        @Test
        void what_one_has_only_from_hearsay_is_no_hindrance_to_the_other() {
            TestCorpus one = corpus("one", "attributes: [{about: ada, property: birth, value: 1950}]");
            TestCorpus two =
                    corpus("two", "attributes: [{about: ada, property: birth, value: 1950, according to: league}]");
            inAnyOrder(one, two);
            one.with(
                    "extractions/facts.yaml",
                    "article: {id: report}\nattributes: [{about: ada, property: birth, value: 1951}]");

            assertThat(inAnyOrder(one, two)).contains("{birth=\"1951\", id=ada, name=Ada Marsh, sources=[");
        }

        @Test
        void a_value_that_the_other_gives_otherwise_is_refused() {
            apply(corpus("one", "attributes: [{about: ada, property: birth, value: 1950}]"), Options.NONE);

            assertThatThrownBy(() -> apply(
                            corpus("two", "attributes: [{about: ada, property: birth, value: 1951}]"), Options.NONE))
                    .hasMessage(
                            "in corpus \"two\" ada has the birth \"1951\"; another corpus (one/extractions/facts#attribute:ada:birth)"
                                    + " has given it as \"1950\": make them agree, or give one of the two an id of its own");
        }
    }

    private TestCorpus corpus(String name, String facts) {
        return TestCorpus.named(name, folder.resolve(name))
                .with("entities/people.yaml", PEOPLE)
                .with("extractions/facts.yaml", "article: {id: report}\n" + facts);
    }

    /** Applies both in either order, takes each away again, and returns what both add up to. */
    private String inAnyOrder(TestCorpus one, TestCorpus two) {
        String both = together(one, two);
        String again = together(two, one);
        assertThat(Dump.differences(both, again)).isEmpty();
        return both;
    }

    private String together(TestCorpus first, TestCorpus second) {
        nothing();
        apply(first, Options.NONE);
        String alone = Dump.ours(driver);
        apply(second, Options.NONE);
        String both = Dump.ours(driver);
        assertThat(apply(first, Options.NONE.verifying(true)).wroteNothing()).isTrue();
        assertThat(apply(second, Options.NONE.verifying(true)).wroteNothing()).isTrue();

        String name = second.folder().getFileName().toString();
        Graph nothing = Graph.of(
                TestCorpus.named(name, folder.resolve(name + "-closed")).read());
        Loader.of(driver, null).apply(nothing, Options.NONE.pruning(true), Progress.NONE);
        assertThat(Dump.differences(alone, Dump.ours(driver))).isEmpty();
        return both;
    }

    private Applied apply(TestCorpus corpus, Options options) {
        return Loader.of(driver, null).apply(Graph.of(corpus.read()), options, Progress.NONE);
    }
}
