package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.cli.Shell.Ran;
import io.github.diplograph.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCommandTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Ran schema(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "schema";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Shell.plain().run(all);
    }

    @Test
    void is_a_json_schema() {
        Ran ran = schema();
        assertThat(ran.code()).isZero();
        JsonNode schema = JSON.readTree(ran.out());
        assertThat(schema.get("$schema").asString()).startsWith("http");
    }

    @Test
    void commands_no_terminal(@TempDir Path folder) throws IOException {
        Path words = Files.writeString(
                folder.resolve("words.yaml"),
                "kinds: {vessel: {label: Vessel, is: thing, meaning: \"A\\x9bb\\u202ec\"}}\n");

        Ran ran = schema("--vocabulary", words.toString());

        assertThat(ran.out()).contains("A\\u009bb\\u202ec").doesNotContain("\u009b", "\u202e");
        assertThat(JSON.readTree(ran.out()).toString()).contains("A\u009bb\u202ec");
    }

    @Test
    void lists_keys_with_what_they_take() {
        Ran ran = schema("--keys", "--format", "csv");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("key,section,takes,required,kinds,edge,meaning\r\n")
                .contains(
                        "\r\nabstained,votes,\"state, person; or a list\",no,,ABSTAINED,",
                        "\r\ncomparator,figures,\"exactly, about, ",
                        "\r\npublished,header,date,");
        assertThat(ran.out().lines().filter(line -> line.startsWith("tie,")))
                .singleElement()
                .asString()
                .startsWith("tie,ties,\"member of, ");
    }

    @Test
    void lists_verbs_with_their_edges_and_spellings() {
        Ran ran = schema("--verbs", "--format", "csv");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("verb,edge,actors,targets,polarity,plover,spellings\r\n");
        assertThat(ran.out().lines().filter(line -> line.startsWith("urged,")))
                .singleElement()
                .asString()
                .startsWith("urged,URGED,")
                .contains("called for");
    }

    @Test
    void lists_kinds_with_their_labels() {
        assertThat(schema("--kinds", "--format", "markdown").out())
                .startsWith("| kind | label | family | meaning |\n| --- | --- | --- | --- |\n")
                .contains("| organisation | Organisation | agent |");
    }

    @Test
    void writes_constraints_as_statements() {
        assertThat(schema("--constraints").out().lines())
                .allMatch(line -> line.matches("CREATE .* IF NOT EXISTS FOR .*;"))
                .contains(
                        "CREATE CONSTRAINT `diplograph_id` IF NOT EXISTS FOR (n:`_Diplograph`) REQUIRE n.`id` IS UNIQUE;");
    }

    @Test
    void lists_every_problem() {
        JsonNode problems =
                JSON.readTree(schema("--problems", "-f", "json").out()).get("problems");
        assertThat(problems).hasSize(Problem.values().length);
        assertThat(problems.get(0).get("problem").asString()).isEqualTo("DG001");
        assertThat(problems.get(0).get("severity").asString()).isEqualTo("error");
        assertThat(problems.get(0).get("rule").asString()).isEqualTo("unreadable file");
    }

    @Test
    void shows_one_thing_at_a_time() {
        Ran ran = schema("--verbs", "--kinds");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("--verbs and --kinds exclude each other\n");
    }
}
