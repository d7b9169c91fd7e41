package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.diagnostic.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

/** What somebody has changed in the graph by hand. */
@Neo4jTest(oncePerClass = true)
class DriftIT {

    private static final Options VERIFY = Options.NONE.verifying(true);

    private final Driver driver;
    private final Loader loader;
    private Sketch news = new Sketch("news");
    private String intact = "";

    DriftIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null);
    }

    @BeforeEach
    void a_graph_beside_somebody_elses() {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
        driver.executableQuery(
                        "CREATE (:Person {id: 'chad', name: 'Chad'})-[:MEMBER_OF {id: 'x'}]->(:Note {name: 'n'})")
                .execute();
        Sketch other = new Sketch("other");
        other.document("registry").bundled("State", "chad", Map.of("name", "Chad"));
        other.document("registry").bundled("Organisation", "union", Map.of("name", "Union"));
        other.document("facts").member("chad", "union", Map.of("from", "2002"));
        news = new Sketch("news");
        news.document("registry").bundled("State", "chad", Map.of("name", "Chad"));
        news.document("registry").bundled("State", "mali", Map.of("name", "Mali"));
        news.document("registry").bundled("Organisation", "union", Map.of("name", "Union"));
        news.document("first")
                .vote("vote", Map.of("result", "adopted"), Map.of("chad", "for", "mali", "abstained"))
                .entity("Person", "deby", Map.of("aliases", List.of("Itno")))
                .role("deby", "president", "chad");
        news.document("second")
                .vote("vote", Map.of("result", "adopted"), Map.of("chad", "for"))
                .member("mali", "union", Map.of())
                .condemns("words", "chad", "mali", "news/vote", "that it was late");
        loader.apply(other.graph(), Progress.NONE);
        loader.apply(news.graph(), Progress.NONE);
        intact = Dump.ours(driver);
    }

    @Test
    void is_nothing_in_a_graph_that_nobody_touched() {
        Plan plan = loader.plan(news.graph(), VERIFY, nothing -> {}, Progress.NONE);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.unchanged()).isEqualTo(plan.documents());
        assertThat(loader.apply(news.graph(), VERIFY, Progress.NONE).counters()).isEqualTo(Applied.Counters.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (n:Vote) SET n.result = 'rejected'",
                "MATCH (n:Vote) REMOVE n.result, n.name",
                "MATCH (n:Vote) SET n.sources = ['news/first#vote']",
                "MATCH (n:Vote) REMOVE n.sources",
                "MATCH (n:Vote) SET n.sources = n.sources + 'news/deleted#vote'",
                "MATCH (n:Vote) DETACH DELETE n",
                "MATCH (n:Vote) REMOVE n:Vote",
                "MATCH (n:Vote) REMOVE n:Vote SET n:Statement",
                "MATCH (n:Statement) REMOVE n:_Diplograph SET n.id = null",
                "MATCH (n:_Diplograph {id: 'chad'}) SET n.iso3 = 'QQQ'",
                "MATCH (n:_Diplograph {id: 'deby'}) SET n.id = 'renamed'",
                "MATCH (n:_Diplograph {id: 'deby'}) DETACH DELETE n",
                "MATCH (n:Claim {id: 'news/first#vote'}) DETACH DELETE n",
                "MATCH (n:Claim {id: 'news/first#vote'}) SET n.name = 'else', n.kind = null",
                "MATCH (n:Document {id: 'news/first'}) SET n.name = 'else'",
                "MATCH (n:Document {id: 'news/first'}) DETACH DELETE n",
                "MATCH (n:Article {id: 'news/first-article'}) DETACH DELETE n",
                "MATCH (n:_Diplograph) WHERE n.id STARTS WITH 'news/' DETACH DELETE n",
                "MATCH ()-[r:VOTED]->() DELETE r",
                "MATCH ()-[r:VOTED]->() SET r.choice = 'against'",
                "MATCH ()-[r:ASSERTS {id: 'news/first#vote|news/vote'}]->() DELETE r",
                "MATCH ()-[r:WRITTEN_IN {id: 'news/first#vote|news/first'}]->() DELETE r",
                "MATCH ()-[r:ABSTAINED]->() REMOVE r.sources",
                "MATCH ()-[r:ABSTAINED]->() REMOVE r.sources SET r.name = 'else'",
                "MATCH ()-[r:ABSTAINED]->() SET r.id = 'news/nothing|mali'",
                "MATCH ()-[r:CONDEMNED]->() SET r.id = 'news/words|x|y'",
                "MATCH (c:_Diplograph {id: 'chad'})-[r:VOTED]->(v) MATCH (m:_Diplograph {id: 'mali'}) WITH r, v, m,"
                        + " properties(r) AS p DELETE r WITH v, m, p CREATE (m)-[s:VOTED]->(v) SET s = p",
                "CREATE (:Vote:_Diplograph {id: 'news/ghost', name: 'a ghost'})",
                "CREATE (:Person:_Diplograph {id: 'ghost', name: 'a ghost', sources: ['news/first#vote']})",
                "MATCH (v:Vote), (d:Document {id: 'news/first'}) CREATE (c:Claim:_Diplograph {id: 'news/first#ghost'})"
                        + "-[:ASSERTS {id: 'news/first#ghost|news/vote'}]->(v),"
                        + " (c)-[:WRITTEN_IN {id: 'news/first#ghost|news/first'}]->(d)",
                "MATCH (m:_Diplograph {id: 'mali'}), (v:Vote) CREATE (m)-[:VOTED {id: 'news/vote|mali', choice: 'for'}]->(v)",
                "MATCH (m:_Diplograph {id: 'mali'}), (v:Vote) CREATE (m)-[:VOTED {id: 'news/vote|mali', choice: 'for',"
                        + " sources: ['news/first#vote']}]->(v)"
            })
    void is_found_and_mended(String edit) {
        String theirs = Dump.theirs(driver);
        driver.executableQuery(edit).execute();
        boolean leavesStranger = edit.contains("REMOVE n:_Diplograph");
        List<Planned> found = new ArrayList<>();

        Plan plan = loader.plan(news.graph(), VERIFY, found::add, Progress.NONE);
        Applied applied = loader.apply(news.graph(), VERIFY.reviewed(plan.fingerprint()), Progress.NONE);

        assertThat(found).isNotEmpty();
        assertThat(plan.isEmpty()).isFalse();
        assertThat(applied.wroteNothing()).isFalse();
        assertThat(applied.unchanged()).isEqualTo(plan.unchanged());
        assertThat(Dump.differences(intact, Dump.ours(driver))).isEmpty();
        if (!leavesStranger) {
            assertThat(Dump.theirs(driver)).isEqualTo(theirs);
        }
        assertThat(loader.apply(news.graph(), VERIFY, Progress.NONE).wroteNothing())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (n:Vote) SET n.pagerank = 0.5, n:Reviewed",
                "MATCH (n:_Diplograph {id: 'mali'}), (m:Note) CREATE (m)-[:READ]->(n)",
                "MATCH (n:_Diplograph {id: 'mali'}), (v:Vote) CREATE (n)-[:ABOUT {id: 'mine'}]->(v), (n)-[:VOTED]->(v)",
                "CREATE (:Vote {id: 'news/ghost'}), (:_Other {id: 'x'})",
                "CREATE (:Person:_Diplograph {id: 'third', sources: ['third/facts#third']}),"
                        + " (:Claim:_Diplograph {id: 'third/facts#third'})"
            })
    void is_not_what_others_have_added(String edit) {
        driver.executableQuery(edit).execute();
        String ours = Dump.ours(driver);
        String theirs = Dump.theirs(driver);

        assertThat(loader.plan(news.graph(), VERIFY, nothing -> {}, Progress.NONE)
                        .isEmpty())
                .isTrue();
        assertThat(loader.apply(news.graph(), VERIFY, Progress.NONE).wroteNothing())
                .isTrue();
        assertThat(Dump.ours(driver)).isEqualTo(ours);
        assertThat(Dump.theirs(driver)).isEqualTo(theirs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH ({id: 'c'})-[r:VOTED]->() SET r.choice = 'against'",
                "MATCH ({id: 'c'})-[r:VOTED]->() REMOVE r.sources",
                "MATCH ({id: 'c'})-[r:VOTED]->() SET r.id = 'many/vote|x'",
                "MATCH ({id: 'c'})-[r:VOTED]->() DELETE r",
                "MATCH ({id: 'c'})-[r:VOTED]->(v), (d {id: 'd'}) WITH r, v, d, properties(r) AS p DELETE r"
                        + " WITH v, d, p CREATE (d)-[s:VOTED]->(v) SET s = p"
            })
    void in_one_of_many_alike_ballots_is_mended_when_their_document_changes(String edit) {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
        String before = ballots("first", "a", "b", "c", "d", "e");
        driver.executableQuery(edit).execute();
        assertThat(Dump.ours(driver)).isNotEqualTo(before);

        String healed = ballots("second", "a", "b", "c", "d", "e");
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();

        assertThat(Dump.differences(ballots("second", "a", "b", "c", "d", "e"), healed))
                .isEmpty();
    }

    /** What the graph holds once it has been told of a vote with this result in which all voted alike. */
    private String ballots(String result, String... voters) {
        Sketch many = new Sketch("many");
        Map<String, String> ballots = new TreeMap<>();
        for (String voter : voters) {
            many.document("registry").bundled("State", voter, Map.of("name", voter));
            ballots.put(voter, "for");
        }
        many.document("first").vote("vote", Map.of("result", result), ballots);
        loader.apply(many.graph(), Progress.NONE);
        return Dump.ours(driver);
    }

    @Test
    void is_not_what_a_document_says_that_is_gone_and_left_alone() {
        news.remove("second");
        loader.apply(news.graph(), Progress.NONE);
        String ours = Dump.ours(driver);

        Applied applied = loader.apply(news.graph(), VERIFY, Progress.NONE);

        assertThat(applied.missing()).containsExactly("news/second");
        assertThat(applied.wroteNothing()).isTrue();
        assertThat(Dump.ours(driver)).isEqualTo(ours);
    }
}
