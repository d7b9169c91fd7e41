package io.github.diplograph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.corpus.Corpus;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SchemaTests {

    @Test
    void lists_what_a_database_needs_with_every_word_quoted() {
        Schema schema = new Schema(List.of("State"), List.of("Vote"), List.of("VOTED", "VOTED", "MET `x`"), List.of());

        assertThat(schema.rules())
                .extracting(Schema.Rule::cypher)
                .containsExactly(
                        "CREATE CONSTRAINT `diplograph_id` IF NOT EXISTS FOR (n:`_Diplograph`) REQUIRE n.`id` IS UNIQUE",
                        "CREATE CONSTRAINT `diplograph_type_MET ``x``` IF NOT EXISTS FOR ()-[r:`MET ``x```]-() REQUIRE"
                                + " r.`id` IS UNIQUE",
                        "CREATE CONSTRAINT `diplograph_type_VOTED` IF NOT EXISTS FOR ()-[r:`VOTED`]-() REQUIRE r.`id` IS"
                                + " UNIQUE",
                        "CREATE INDEX `diplograph_check` IF NOT EXISTS FOR (n:`_Diplograph`) ON (n.`check`)",
                        "CREATE INDEX `diplograph_disputed` IF NOT EXISTS FOR (n:`_Diplograph`) ON (n.`disputed`)",
                        "CREATE INDEX `diplograph_earliest` IF NOT EXISTS FOR (n:`_Diplograph`) ON (n.`earliest`)",
                        "CREATE INDEX `diplograph_first_seen` IF NOT EXISTS FOR (n:`_Diplograph`) ON (n.`firstSeen`)",
                        "CREATE INDEX `diplograph_latest` IF NOT EXISTS FOR (n:`_Diplograph`) ON (n.`latest`)",
                        "CREATE INDEX `diplograph_verb` IF NOT EXISTS FOR (n:`_Diplograph`) ON (n.`verb`)",
                        "CREATE INDEX `diplograph_label_State` IF NOT EXISTS FOR (n:`State`) ON (n.`id`)",
                        "CREATE INDEX `diplograph_label_Vote` IF NOT EXISTS FOR (n:`Vote`) ON (n.`id`)",
                        "CREATE FULLTEXT INDEX `diplograph_names` IF NOT EXISTS FOR (n:`State`) ON EACH [n.`name`,"
                                + " n.`official`, n.`aliases`, n.`misspellings`, n.`adjectives`, n.`iso2`, n.`iso3`,"
                                + " n.`code`, n.`symbol`, n.`wikidata`] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}");
    }

    @Test
    void knows_every_word_of_the_example_corpus() {
        Graph graph = Graph.of(Corpus.read(Path.of("src/corpus")));
        Set<String> labels = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        Set<String> properties = new TreeSet<>();
        for (Part part : graph.parts()) {
            for (Node node : graph.share(part).nodes()) {
                labels.add(node.label());
                properties.addAll(node.properties().keySet());
            }
            for (Edge edge : graph.share(part).edges()) {
                types.add(edge.type());
                properties.addAll(edge.properties().keySet());
            }
        }

        assertThat(graph.schema().labels()).containsAll(labels);
        assertThat(graph.schema().types()).containsAll(types);
        assertThat(graph.schema().properties()).containsAll(properties);
        assertThat(properties).doesNotContain("id", "sources", "firstSeen");
    }

    @Test
    void refuses_a_word_that_could_end_its_quotation() {
        assertThatThrownBy(() -> Schema.quoted("A\\u0060) DETACH DELETE (n"))
                .hasMessage("not a label, type or property name: \"A\\u0060) DETACH DELETE (n\"");
        assertThatThrownBy(() -> Schema.quoted("")).hasMessage("not a label, type or property name: \"\"");
        assertThatThrownBy(() -> Schema.quoted("A\nB")).hasMessage("not a label, type or property name: \"A\nB\"");
    }
}
