package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@Neo4jTest
class LoaderIT {

    private static final Map<String, Object> VOTE =
            Map.of("date", "2024-03-25", "earliest", LocalDate.of(2024, 3, 25), "for", 14L);

    private final Driver driver;
    private final Loader loader;
    private Sketch news = new Sketch("news");

    LoaderIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null);
    }

    @BeforeEach
    void a_corpus_of_two_articles_on_one_vote() {
        news = new Sketch("news");
        news.document("states")
                .entity("State", "united-states", Map.of("iso3", "USA", "aliases", List.of("America", "US")))
                .entity("State", "russia", Map.of())
                .entity("State", "china", Map.of())
                .entity("Organisation", "council", Map.of())
                .member("china", "council", Map.of("from", "1945"));
        news.document("first").vote("vote", VOTE, Map.of("united-states", "abstained", "russia", "for"));
        news.document("second")
                .vote("vote", VOTE, Map.of("russia", "for", "china", "for"))
                .condemns("words", "russia", "united-states", "news/vote", "that it was late");
    }

    @Nested
    class An_empty_database {

        @Test
        void holds_the_whole_graph_after_one_apply() {
            Applied applied = apply();

            assertThat(applied.totals().created())
                    .containsEntry("Vote", 1L)
                    .containsEntry("Claim", 8L)
                    .containsEntry("VOTED", 2L)
                    .containsEntry("ABSTAINED", 1L)
                    .containsEntry("Document", 3L);
            assertThat(applied.totals().changed()).isEmpty();
            assertThat(applied.totals().retracted()).isEmpty();
            assertThat(applied.counters().nodesCreated()).isEqualTo(count("MATCH (n) RETURN count(n) AS n"));
            assertThat(applied.counters().relationshipsCreated())
                    .isEqualTo(count("MATCH ()-->() RETURN count(*) AS n"));
            assertThat(Dump.ours(driver))
                    .contains(
                            "[Vote, _Diplograph] {date=2024-03-25, earliest=2024-03-25, for=14, id=news/vote, name=vote,"
                                    + " sources=[news/first#vote, news/second#vote]}")
                    .contains("united-states -ABSTAINED-> news/vote {choice=abstained, id=news/vote|united-states,"
                            + " sources=[news/first#vote]}")
                    .contains("russia -VOTED-> news/vote {choice=for, id=news/vote|russia, sources=[news/first#vote,"
                            + " news/second#vote]}")
                    .contains("russia -CONDEMNED-> united-states {id=news/words|russia|united-states,"
                            + " occurrence=news/words, sources=[news/second#words]}")
                    .doesNotContain("_Unsupported");
            assertThat(count("MATCH (c:Claim) WHERE c.firstSeen IS NOT NULL RETURN count(c) AS n"))
                    .isEqualTo(8);
        }

        @Test
        void is_the_same_whatever_comes_first_and_however_documents_share_transactions() {
            apply();
            String expected = Dump.ours(driver);
            for (List<String> order : List.of(
                    List.of("second", "first", "states"),
                    List.of("first", "states", "second"),
                    List.of("second", "states", "first"))) {
                clear();
                for (int known = 1; known <= order.size(); known++) {
                    loader.apply(only(order.subList(0, known)), Progress.NONE);
                }
                assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
            }
        }

        @Test
        void has_what_several_documents_say_as_created_once_and_not_as_changed() {
            Applied applied = loader.sharing(1).apply(news.graph(), Progress.NONE);

            assertThat(applied.totals()).isEqualTo(new Totals(created(), new TreeMap<>(), new TreeMap<>()));
        }

        private SortedMap<String, Long> created() {
            SortedMap<String, Long> created = new TreeMap<>();
            for (String statement : List.of(
                    "MATCH (n) WHERE NOT n:Run RETURN head([l IN labels(n) WHERE l <> '_Diplograph']) AS word, count(n) AS n",
                    "MATCH ()-[r]->() RETURN type(r) AS word, count(r) AS n")) {
                driver.executableQuery(statement)
                        .execute()
                        .records()
                        .forEach(row -> created.put(
                                row.get("word").asString(), row.get("n").asLong()));
            }
            return created;
        }

        @Test
        void has_the_constraints_and_indexes_and_finds_names() {
            apply();

            assertThat(driver.executableQuery(
                                    "SHOW INDEXES YIELD name WHERE name STARTS WITH 'diplograph_' RETURN name")
                            .execute()
                            .records())
                    .extracting(row -> row.get("name").asString())
                    .contains("diplograph_id", "diplograph_type_VOTED", "diplograph_label_Vote", "diplograph_earliest")
                    .doesNotContain("diplograph_type_HELD");
            assertThat(driver.executableQuery(
                                    "CALL db.index.fulltext.queryNodes('diplograph_names', 'AMERICA') YIELD node RETURN"
                                            + " node.id AS id")
                            .execute()
                            .records())
                    .extracting(row -> row.get("id").asString())
                    .containsExactly("united-states");
        }
    }

    @Nested
    class Applied_once {

        @BeforeEach
        void is_applied() {
            apply();
        }

        @Test
        void a_second_apply_writes_nothing() {
            Applied again = apply();

            assertThat(again.wroteNothing()).isTrue();
            assertThat(again.counters()).isEqualTo(Applied.Counters.NONE);
            assertThat(again.totals().isEmpty()).isTrue();
            assertThat(again.unchanged()).isEqualTo(3);
        }

        @Test
        void a_plan_finds_nothing() {
            List<Difference> differences = new ArrayList<>();

            Plan plan = loader.plan(news.graph(), differences::add, Progress.NONE);

            assertThat(differences).isEmpty();
            assertThat(plan.totals().isEmpty()).isTrue();
            assertThat(plan.unchanged()).isEqualTo(3);
        }

        @Test
        void an_edited_value_changes_and_one_that_leaves_leaves() {
            news.document("states").clear();
            news.document("states")
                    .entity("State", "united-states", Map.of("capital", "Washington", "aliases", List.of("US")))
                    .entity("State", "russia", Map.of())
                    .entity("State", "china", Map.of())
                    .entity("Organisation", "council", Map.of())
                    .member("china", "council", Map.of());
            List<Difference> planned = new ArrayList<>();
            loader.plan(news.graph(), planned::add, Progress.NONE);

            Applied applied = apply();

            assertThat(planned)
                    .contains(new Difference.Changed(
                            new Difference.Element("State", "united-states", "", ""),
                            "State",
                            Map.of("iso3", "USA", "aliases", List.of("America", "US")),
                            Map.of("capital", "Washington", "aliases", List.of("US")),
                            List.of(),
                            List.of()));
            assertThat(Dump.ours(driver))
                    .contains("[State, _Diplograph] {aliases=[US], capital=Washington, id=united-states,"
                            + " name=united-states, sources=[news/states#united-states]}")
                    .contains(
                            "china -MEMBER_OF-> council {id=china|council, sources=[news/states#china-member-of-council]}");
            assertThat(applied.totals().changed())
                    .containsOnly(
                            Map.entry("State", 1L),
                            Map.entry("MEMBER_OF", 1L),
                            Map.entry("ASSERTS", 2L),
                            Map.entry("Document", 1L));
            assertSameAsFresh();
        }

        @Test
        void an_element_stays_until_its_last_source_leaves() {
            news.document("first").clear();
            Applied one = apply();

            assertThat(one.totals().retracted())
                    .containsOnly(
                            Map.entry("Claim", 1L),
                            Map.entry("ABSTAINED", 1L),
                            Map.entry("ASSERTS", 1L),
                            Map.entry("MADE_IN", 1L),
                            Map.entry("WRITTEN_IN", 1L));
            assertThat(Dump.ours(driver))
                    .contains("russia -VOTED-> news/vote {choice=for, id=news/vote|russia, sources=[news/second#vote]}")
                    .doesNotContain("-ABSTAINED->");
            assertSameAsFresh();

            news.document("second").clear();
            Applied two = apply();

            assertThat(two.totals().retracted()).containsEntry("Vote", 1L).containsEntry("Statement", 1L);
            assertThat(count("MATCH (n:Vote|Statement) RETURN count(n) AS n")).isZero();
            assertSameAsFresh();
        }

        @Test
        void a_tie_and_an_office_that_only_a_role_defines_leave_with_it() {
            news.document("roles").entity("Person", "wang", Map.of()).role("wang", "foreign-minister", "china");
            apply();
            assertThat(Dump.ours(driver)).contains("foreign-minister -OFFICE_OF-> china");

            news.document("roles").clear();
            apply();

            assertThat(Dump.ours(driver)).doesNotContain("foreign-minister").doesNotContain("wang");
            assertSameAsFresh();
        }

        @Test
        void an_entry_that_moves_to_another_file_is_the_same_entry() {
            news.document("second").clear();
            news.document("second").vote("vote", VOTE, Map.of("russia", "for", "china", "for"));
            news.document("a-third").condemns("words", "russia", "united-states", "news/vote", "that it was late");
            apply();

            assertThat(Dump.ours(driver)).contains("sources=[news/a-third#words]");
            assertSameAsFresh();
        }

        @Test
        void an_occurrence_of_another_kind_changes_its_label() {
            news.document("second").clear();
            news.document("second").entity("Event", "news/words", Map.of());
            apply();

            assertThat(Dump.ours(driver)).contains("[Event, _Diplograph] {id=news/words");
            assertSameAsFresh();
        }

        @Test
        void a_document_that_is_gone_is_reported_and_left_alone() {
            String before = Dump.ours(driver);
            news.remove("second");

            Applied applied = loader.apply(only(List.of("states")), Progress.NONE);

            assertThat(applied.missing()).containsExactly("news/first", "news/second");
            assertThat(applied.wroteNothing()).isTrue();
            assertThat(Dump.differences(before, Dump.ours(driver))).isEmpty();
        }

        @Test
        void a_vocabulary_that_grows_widens_the_index_of_names() {
            List<String> labels = new ArrayList<>(Sketch.SCHEMA.entityLabels());
            labels.add("Ship");
            Schema wider =
                    new Schema(labels, Sketch.SCHEMA.labels(), Sketch.SCHEMA.types(), Sketch.SCHEMA.properties());
            Applied applied = loader.apply(news.graph(wider), Progress.NONE);

            assertThat(applied.counters()).isEqualTo(new Applied.Counters(0, 0, 0, 0, 0, 0, 0, 2, 1));
            assertThat(apply().wroteNothing()).isTrue();
        }
    }

    @Nested
    class Interrupted {

        @Test
        void after_some_documents_it_goes_on_with_the_others() {
            apply();
            String expected = Dump.ours(driver);
            clear();
            loader.apply(only(List.of("second")), Progress.NONE);
            Graph whole = news.graph();
            Graph failing = new Graph("news", Sketch.SCHEMA, whole.parts(), part -> {
                if (part.id().equals("news/states")) {
                    throw new IllegalStateException("killed");
                }
                return whole.share(part);
            });
            assertThatThrownBy(() -> loader.apply(failing, Progress.NONE)).hasMessage("killed");

            Applied applied = apply();

            assertThat(applied.unchanged()).isOne();
            assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
        }

        @Test
        void before_the_sweep_it_leaves_nothing_behind() {
            apply();
            execute("MATCH (c:State {id: 'china'}) CREATE (:State:_Diplograph:_Unsupported {id: 'ghost'})");
            news.document("second").clear();
            Plan plan = loader.plan(news.graph(), nothing -> {}, Progress.NONE);

            Applied applied = apply();

            assertThat(applied.totals()).isEqualTo(plan.totals());
            assertThat(applied.totals().retracted()).containsEntry("State", 1L).containsEntry("Statement", 1L);
            assertThat(count("MATCH (r:Run) WHERE any(node IN r.retractedNodes WHERE node STARTS WITH 'State ghost')"
                            + " RETURN count(r) AS n"))
                    .isOne();
            assertThat(apply().wroteNothing()).isTrue();
            assertSameAsFresh();
        }
    }

    @Nested
    class Data_of_somebody_else {

        @BeforeEach
        void lives_in_the_same_database() {
            execute(
                    "CREATE (:Person {id: 'wang', name: 'Wang'})-[:MEMBER_OF {id: 'x', since: 1}]->(:State {id: 'china',"
                            + " name: 'Middle'})");
            execute("CREATE (:Note {name: 'mine'}), (:Document {id: 'news/first', hash: 'x'})");
        }

        @Test
        void is_neither_read_nor_changed() {
            String before = Dump.theirs(driver);

            apply();
            news.document("first").clear();
            news.document("second").clear();
            apply();

            assertThat(Dump.theirs(driver)).isEqualTo(before);
        }

        @Test
        void keeps_the_properties_and_labels_that_it_put_on_ours() {
            apply();
            execute("MATCH (n:_Diplograph {id: 'united-states'}) SET n.pagerank = 0.5, n:Reviewed");
            news.document("states").entity("State", "united-states", Map.of("capital", "Washington"));
            apply();

            assertThat(Dump.ours(driver))
                    .contains("[Reviewed, State, _Diplograph] {aliases=[America, US], capital=Washington,"
                            + " id=united-states, iso3=USA, name=united-states, pagerank=0.5,"
                            + " sources=[news/states#united-states]}");
        }

        @Test
        void keeps_a_node_that_it_is_related_to_stripped_and_reported() {
            apply();
            execute("MATCH (n:_Diplograph {id: 'news/words'}), (m:Note) SET n.mine = true"
                    + " CREATE (m)-[:READ {at: 1}]->(n)");
            news.document("second").clear();
            news.document("second").vote("vote", VOTE, Map.of("russia", "for", "china", "for"));

            Applied applied = apply();

            assertThat(applied.strangers()).containsExactly("news/words");
            assertThat(Dump.theirs(driver)).contains("[] {mine=true}").contains("mine -READ-> ? {at=1}");
            assertThat(apply().strangers()).isEmpty();
            execute("MATCH (n {mine: true}) DETACH DELETE n");
            assertSameAsFresh();
        }
    }

    private Applied apply() {
        return loader.apply(news.graph(), Progress.NONE);
    }

    /** The graph as it is, and only some of its documents. */
    private Graph only(List<String> documents) {
        Graph graph = news.graph();
        List<Part> parts = graph.parts().stream()
                .filter(part -> documents.contains(part.id().substring("news/".length())))
                .toList();
        return new Graph("news", Sketch.SCHEMA, parts, graph::share);
    }

    private void assertSameAsFresh() {
        String edited = Dump.ours(driver);
        clear();
        apply();
        assertThat(Dump.differences(Dump.ours(driver), edited)).isEmpty();
    }

    private void clear() {
        execute("MATCH (n:_Diplograph) DETACH DELETE n");
    }

    private void execute(String cypher) {
        driver.executableQuery(cypher).execute();
    }

    private long count(String cypher) {
        return driver.executableQuery(cypher)
                .execute()
                .records()
                .get(0)
                .get("n")
                .asLong();
    }
}
