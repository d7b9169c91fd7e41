package io.github.diplograph.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files as an editor sees them, typed by YAML's own guesses, before a validator that knows nothing of Diplograph. */
class EditorSchemaTests {

    private static final ObjectNode BUNDLED = EditorSchema.of(Vocabulary.bundled());
    private static final Schema SCHEMA = schema(BUNDLED);
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void is_a_schema_of_draft_7() {
        Schema draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
        assertThat(draft.validate(BUNDLED)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> accepts_and_rejects_what_check_accepts_and_rejects() throws IOException {
        String all = resource("structure.txt");
        return Stream.of(all.split("(?m)^=== ")).skip(1).map(part -> {
            String name = part.substring(0, part.indexOf('\n'));
            String yaml = part.substring(part.indexOf('\n') + 1);
            return DynamicTest.dynamicTest(name, () -> {
                boolean valid = name.startsWith("valid: ");
                assertThat(checked(yaml)).as("check").matches(problems -> problems.isEmpty() == valid);
                assertThat(validated(yaml)).as("schema").matches(errors -> errors.isEmpty() == valid);
            });
        });
    }

    @Test
    void accepts_the_registry_and_the_example_corpus() throws IOException {
        for (String folder : List.of("src/main/resources/io/github/diplograph/corpus/registry", "src/corpus")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                assertThat(files.filter(path -> path.toString().endsWith(".yaml"))
                                .filter(path -> !path.endsWith("corpus.yaml")))
                        .isNotEmpty()
                        .allSatisfy(file ->
                                assertThat(validated(Files.readString(file))).isEmpty());
            }
        }
    }

    @Test
    void explains_kinds_keys_and_verbs_while_they_are_typed() {
        assertThat(BUNDLED.at("/definitions/statements/properties/towards/description")
                        .asString())
                .isEqualTo("The target of the verb.");
        JsonNode speech = BUNDLED.at("/definitions/speech");
        List<String> verbs = new ArrayList<>();
        speech.get("enum").forEach(verb -> verbs.add(verb.asString()));
        assertThat(verbs).contains("urged", "called for").doesNotContain("met with");
        assertThat(speech.get("enumDescriptions")
                        .get(verbs.indexOf("called for"))
                        .asString())
                .isEqualTo("urged. Asked for it with some force.");
        assertThat(BUNDLED.at("/definitions/words-results/enumDescriptions/1").asString())
                .isEqualTo("adopted");
        assertThat(BUNDLED.at("/definitions/entities/properties/person/description")
                        .asString())
                .isEqualTo("A human being; one who is not named has `unnamed: true`.");
    }

    @Test
    void knows_what_an_extension_adds() {
        String extension = "kinds:\n  ship: {label: Ship}\nverbs:\n  action:\n    boarded: {edge: BOARDED}\n";
        Vocabulary more =
                Vocabulary.read(Map.of("mine.yaml", extension.getBytes(StandardCharsets.UTF_8)), problem -> {});
        String yaml = "article: {id: a}\nentities: {titanic: {ship: Titanic}}\nevents: [{verb: boarded, by: UK}]\n";
        assertThat(schema(EditorSchema.of(more)).validate(json(yaml))).isEmpty();
        assertThat(validated(yaml)).isNotEmpty();
    }

    private static List<Diagnostic> checked(String yaml) {
        List<Diagnostic> problems = new ArrayList<>();
        YamlFile.read("a.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems::add)
                .ifPresent(root -> Extraction.read("a.yaml", root, Vocabulary.bundled(), problems::add));
        return problems;
    }

    private static List<Error> validated(String yaml) {
        return SCHEMA.validate(json(yaml));
    }

    private static JsonNode json(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JSON.valueToTree(new Load(settings).loadFromString(yaml));
    }

    private static Schema schema(ObjectNode node) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(node);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = EditorSchemaTests.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
