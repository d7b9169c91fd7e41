package io.github.diplograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.corpus.TestCorpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Applied;
import io.github.diplograph.load.Dump;
import io.github.diplograph.load.Loader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/** What becomes of the graph while curators edit: the same as if the last state had been loaded into an empty database. */
@Neo4jTest
class CurationIT {

    private static final String ONE =
            """
            article: {id: one, published: 2024-03-25}
            entities:
              netanyahu: {person: Benjamin Netanyahu, aliases: [Netanyahu]}
              draft: {resolution: a draft resolution, symbol: S/1}
            votes:
              - {id: the-vote, resolution: draft, body: UN Security Council, date: 2024-03-25, abstained: [US], others: for, passage: x}
            statements:
              - {by: Netanyahu, verb: condemned, towards: US, date: 2024-03-25, says: that, note: a note, passage: x}
            """;

    private static final String TWO =
            """
            article: {id: two, published: 2024-03-26}
            votes:
              - {id: the-vote, against: [US], counts: {for: 14}, passage: x}
            statements:
              - {by: Netanyahu, verb: condemned, towards: US, about: the-vote, date: 2024-03-26, says: this, passage: x}
            attributes:
              - {about: draft, property: binding, value: false, passage: x}
            """;

    @TempDir
    Path folder;

    private TestCorpus corpus;

    @BeforeEach
    void makeCorpus() {
        corpus = TestCorpus.in(folder).with("extractions/one.yaml", ONE).with("extractions/two.yaml", TWO);
    }

    private Applied apply(Driver driver) {
        Corpus read = corpus.read();
        assertThat(corpus.mistakes()).isEmpty();
        return Loader.of(driver, "neo4j").apply(Graph.of(read), Progress.NONE);
    }

    private void assertAsIfNew(Driver driver, TestDatabase database) {
        apply(driver);
        String edited = Dump.ours(driver);
        database.empty();
        apply(driver);
        assertThat(Dump.differences(Dump.ours(driver), edited)).isEmpty();
        assertThat(TestDatabase.count(driver, "(n:_Diplograph) WHERE n:_Unsupported OR n.sources = []"))
                .isZero();
    }

    @Test
    void applyingTwiceWritesNothing(Driver driver) {
        apply(driver);

        Applied again = apply(driver);

        assertThat(again.wroteNothing()).isTrue();
    }

    @Test
    void theSameWordsOnTwoDaysAreTwoEdges(Driver driver) {
        apply(driver);

        assertThat(TestDatabase.count(
                        driver, "(:Person {id: 'netanyahu'})-[:CONDEMNED]->(:State {id: 'united-states'})"))
                .isEqualTo(2);
    }

    @Test
    void aPropertyThatLeavesTheYamlLeavesTheGraph(Driver driver, TestDatabase database) {
        apply(driver);
        assertThat(TestDatabase.count(driver, "(n:Resolution {symbol: 'S/1'})")).isOne();

        corpus.with("extractions/one.yaml", ONE.replace(", symbol: S/1", "").replace(" note: a note,", ""));
        apply(driver);

        assertThat(TestDatabase.count(driver, "(n:Resolution {symbol: 'S/1'})")).isZero();
        assertThat(TestDatabase.count(driver, "(n:_Diplograph) WHERE n.note IS NOT NULL"))
                .isZero();
        assertAsIfNew(driver, database);
    }

    @Test
    void aDisputeEndsWhenOneSideFallsSilent(Driver driver, TestDatabase database) {
        apply(driver);
        assertThat(TestDatabase.count(driver, "()-[:CLAIMED]->(:Vote)")).isOne();

        corpus.with("extractions/two.yaml", TWO.replace("against: [US], ", ""));
        apply(driver);

        assertThat(TestDatabase.count(driver, "()-[:CLAIMED]->(:Vote)")).isZero();
        assertThat(TestDatabase.count(driver, "(n:_Diplograph) WHERE n.disputed IS NOT NULL"))
                .isZero();
        assertThat(TestDatabase.count(driver, "(:State {id: 'united-states'})-[:ABSTAINED]->()"))
                .isOne();
        assertAsIfNew(driver, database);
    }

    @Test
    void anEntryThatMovesToAnotherFileStays(Driver driver, TestDatabase database) {
        apply(driver);
        String statement = ONE.substring(ONE.indexOf("  - {by:"));

        corpus.with("extractions/one.yaml", ONE.replace(statement, "").replace("statements:\n", ""))
                .with("extractions/two.yaml", TWO.replace("attributes:", statement + "attributes:"));

        assertAsIfNew(driver, database);
    }

    @Test
    void aNewNameAndAnAliasChangeOnlyWhatHangsOnThem(Driver driver, TestDatabase database) {
        apply(driver);

        corpus.with("extractions/one.yaml", ONE.replace("Benjamin Netanyahu", "Bibi Netanyahu"));

        assertAsIfNew(driver, database);
    }

    @Test
    void twoThatProvedToBeOneBecomeOne(Driver driver, TestDatabase database) {
        String third =
                """
                article: {id: three, published: 2024-03-27}
                entities:
                  bibi: {person: Bibi}
                statements:
                  - {by: bibi, verb: urged, towards: US, says: that, passage: x}
                """;
        corpus.with("extractions/three.yaml", third);
        apply(driver);
        assertThat(TestDatabase.count(driver, "(:Person)")).isEqualTo(2);

        corpus.with("extractions/three.yaml", third.replace("person: Bibi", "person: Bibi, same as: netanyahu"));
        apply(driver);

        assertThat(TestDatabase.count(driver, "(:Person)")).isOne();
        assertAsIfNew(driver, database);
    }

    @Test
    void whatTheRegistryBringsLeavesWithTheLastReference(Driver driver, TestDatabase database) {
        apply(driver);
        assertThat(TestDatabase.count(driver, "(:State)")).isEqualTo(15);

        corpus.with("extractions/one.yaml", ONE.replace("others: for, ", ""));
        apply(driver);

        assertThat(driver.executableQuery("MATCH (n:State) RETURN n.id AS id")
                        .execute()
                        .records())
                .extracting(row -> row.get("id").asString())
                .isEqualTo(List.of("united-states"));
        assertAsIfNew(driver, database);
    }
}
