package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

@Neo4jTest
class SeveralCorporaIT {

    private final Driver driver;
    private final Loader loader;
    private Sketch one = new Sketch("one");
    private Sketch two = new Sketch("two");

    SeveralCorporaIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null);
    }

    @BeforeEach
    void two_corpora_that_know_one_state() {
        one = new Sketch("one");
        one.document("registry").bundled("State", "chad", Map.of("name", "Chad", "iso3", "TCD"));
        one.document("registry").bundled("Organisation", "union", Map.of("name", "Union"));
        one.document("facts")
                .entity("Person", "deby", Map.of("aliases", List.of("Deby", "Idriss"), "capital", "none"))
                .member("chad", "union", Map.of("from", "2002"))
                .vote("vote", Map.of(), Map.of("chad", "for"));
        two = new Sketch("two");
        two.document("registry").bundled("State", "chad", Map.of("name", "Chad", "iso3", "TCD"));
        two.document("registry").bundled("Organisation", "union", Map.of("name", "Union"));
        two.document("facts")
                .entity("Person", "deby", Map.of("aliases", List.of("Deby", "Itno"), "as", "marshal"))
                .member("chad", "union", Map.of("from", "2002"))
                .vote("vote", Map.of(), Map.of("chad", "against"));
    }

    @Nested
    class That_agree {

        @Test
        void unite_sources_lists_and_values_and_share_nothing_else() {
            apply(one);
            apply(two);

            assertThat(Dump.ours(driver))
                    .contains("[Person, _Diplograph] {aliases=[Deby, Idriss, Itno], as=marshal, capital=none, id=deby,"
                            + " name=deby, sources=[one/facts#deby, two/facts#deby]}")
                    .contains("[State, _Diplograph] {id=chad, iso3=TCD, name=Chad, sources=[one/registry#chad,"
                            + " two/registry#chad]}")
                    .contains("chad -MEMBER_OF-> union {from=\"2002\", id=chad|union,"
                            + " sources=[one/facts#chad-member-of-union, two/facts#chad-member-of-union]}")
                    .contains("chad -VOTED-> one/vote {choice=for, id=one/vote|chad, sources=[one/facts#vote]}")
                    .contains("chad -VOTED-> two/vote {choice=against, id=two/vote|chad, sources=[two/facts#vote]}");
            assertThat(apply(one).wroteNothing()).isTrue();
            assertThat(apply(two).wroteNothing()).isTrue();
        }

        @Test
        void come_in_any_order() {
            apply(one);
            apply(two);
            String expected = Dump.ours(driver);
            driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
            apply(two);
            apply(one);

            assertThat(Dump.differences(expected, Dump.ours(driver))).isEmpty();
        }

        @Test
        void take_only_their_own_when_they_leave() {
            apply(one);
            String alone = Dump.ours(driver);
            apply(two);
            two.document("facts").clear();
            two.document("registry").clear();
            apply(two);
            driver.executableQuery("MATCH (n) WHERE n.id STARTS WITH 'two/' DETACH DELETE n")
                    .execute();

            assertThat(Dump.differences(alone, Dump.ours(driver))).isEmpty();
        }
    }

    @Nested
    class That_disagree {

        @Test
        void about_a_single_value_are_refused_naming_both() {
            apply(one);
            String before = Dump.ours(driver);
            two.document("facts").entity("Person", "deby", Map.of("capital", "Abéché"));

            assertThatThrownBy(() -> apply(two))
                    .isInstanceOf(DiplographException.class)
                    .hasMessage("in corpus \"two\" deby has the capital \"Abéché\"; another corpus (one/facts#deby) has"
                            + " given it as \"none\": make them agree, or give one of the two an id of its own");
            assertThat(Dump.differences(before, Dump.ours(driver))).isEmpty();
        }

        @Test
        void about_a_name_are_refused_naming_both() {
            apply(one);
            two.document("facts").entity("Person", "deby", Map.of("name", "Idriss Deby"));

            assertThatThrownBy(() -> apply(two))
                    .hasMessage(
                            "in corpus \"two\" deby has the name \"Idriss Deby\"; another corpus (one/facts#deby) has"
                                    + " given it as \"deby\": make them agree, or give one of the two an id of its own");
        }

        @Test
        void about_a_kind_are_refused_naming_both() {
            apply(one);
            two.document("facts").clear();
            two.document("facts").entity("Organisation", "deby", Map.of());

            assertThatThrownBy(() -> apply(two))
                    .isInstanceOf(DiplographException.class)
                    .hasMessage("in corpus \"two\" deby is a Organisation; another corpus (one/facts#deby) has given it"
                            + " as a Person: make them agree, or give one of the two an id of its own");
        }

        @Test
        void about_a_tie_are_refused_naming_both() {
            apply(one);
            two.document("facts").member("chad", "union", Map.of("from", "1960"));

            assertThatThrownBy(() -> apply(two))
                    .hasMessage("in corpus \"two\" chad|union has the from \"1960\"; another corpus"
                            + " (one/facts#chad-member-of-union) has given it as \"2002\": make them agree, or give one"
                            + " of the two an id of its own");
        }

        @Test
        void agree_once_the_other_has_changed_its_mind() {
            apply(one);
            one.document("facts").entity("Person", "deby", Map.of("capital", "Abéché"));
            apply(one);
            two.document("facts").entity("Person", "deby", Map.of("capital", "Abéché"));
            apply(two);

            assertThat(Dump.ours(driver)).contains("capital=Abéché, id=deby");
        }
    }

    @Nested
    class With_vocabularies_of_their_own {

        @Test
        void leave_alone_what_a_type_of_the_other_holds() {
            one = new Sketch("one");
            one.document("people").entity("Person", "itno", Map.of());
            one.document("groups").entity("Organisation", "union", Map.of());
            one.document("ties").member("itno", "union", Map.of());
            apply(one);
            one.remove("ties");
            one.document("groups").clear();
            apply(one);
            String before = Dump.ours(driver);
            assertThat(before).contains("_Unsupported").contains("itno -MEMBER_OF-> union");
            two = new Sketch("two");
            two.document("facts").entity("Person", "other", Map.of());
            List<String> types = Sketch.SCHEMA.types().stream()
                    .filter(type -> !type.equals("MEMBER_OF"))
                    .toList();

            Applied applied = loader.apply(two.graph(schema(Sketch.SCHEMA.entityLabels(), types)), Progress.NONE);

            assertThat(applied.strangers()).isEmpty();
            assertThat(Dump.ours(driver).lines()).containsAll(before.lines().toList());
        }

        @Test
        void may_begin_at_once_in_an_empty_database() {
            List<String> labels = new ArrayList<>(Sketch.SCHEMA.entityLabels());
            labels.add("Ship");
            Schema ships = schema(labels, Sketch.SCHEMA.types());
            try (Session session = driver.session()) {
                Setup setup = new Setup(session, ships);
                apply(one);

                setup.nodes();
            }

            assertThat(driver.executableQuery(
                                    "SHOW INDEXES YIELD name, labelsOrTypes WHERE name = 'diplograph_names' RETURN labelsOrTypes AS labels")
                            .execute()
                            .records())
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("labels").asList(Value::asString))
                            .contains("Ship")
                            .containsAll(Sketch.SCHEMA.entityLabels()));
            assertThat(loader.apply(two.graph(ships), Progress.NONE).counters().rulesAdded())
                    .isZero();
        }

        private Schema schema(List<String> labels, List<String> types) {
            return new Schema(labels, Sketch.SCHEMA.labels(), types, Sketch.SCHEMA.properties());
        }
    }

    private Applied apply(Sketch corpus) {
        return loader.apply(corpus.graph(), Progress.NONE);
    }
}
