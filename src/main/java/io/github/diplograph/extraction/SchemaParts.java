package io.github.diplograph.extraction;

import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Kind;
import io.github.diplograph.vocabulary.Property;
import io.github.diplograph.vocabulary.Tie;
import io.github.diplograph.vocabulary.Type;
import io.github.diplograph.vocabulary.Verb;
import io.github.diplograph.vocabulary.Vocabulary;
import io.github.diplograph.vocabulary.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parts of the schema that values have: types, words, verbs. */
final class SchemaParts {

    private static final String ONE_DATE = "([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?";
    private static final String DATE = "^(" + ONE_DATE + "|(" + ONE_DATE + "|\\.\\.)/(" + ONE_DATE + "|\\.\\.))$";

    private final Vocabulary vocabulary;

    SchemaParts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Adds what keys refer to. */
    void definitions(ObjectNode definitions) {
        ObjectNode text = definitions.putObject("text");
        text.set("type", array(List.of("string", "number", "boolean")));
        text.put("pattern", "\\S");
        definitions.set("texts", listOf(object().put("$ref", "#/definitions/text")));
        ObjectNode date = definitions.putObject("date");
        date.set("type", array(List.of("string", "integer")));
        date.put("pattern", DATE).put("minimum", 1000).put("maximum", 9999);
        date.put(
                "patternErrorMessage",
                "no date: write 2024, 2024-03, 2024-03-25 or a period such as 2024-03-25/2024-03-27");
        ObjectNode flag = definitions.putObject("flag");
        flag.set("type", array(List.of("boolean", "string")));
        flag.put("pattern", "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$");
        flag.put("patternErrorMessage", "write true or false");
        ObjectNode whole = definitions.putObject("whole");
        whole.set("type", array(List.of("integer", "string")));
        whole.put("minimum", 0)
                .put("pattern", "^[0-9]{1,18}$")
                .put("patternErrorMessage", "write a whole number in digits");
        ObjectNode number = definitions.putObject("number");
        number.set("type", array(List.of("number", "string")));
        number.put("pattern", "^" + Values.NUMBER.pattern() + "$")
                .put("patternErrorMessage", "write a number in digits");
        ObjectNode id = definitions.putObject("id");
        id.set("type", array(List.of("string", "number", "boolean")));
        id.put("pattern", "^" + Values.ID.pattern() + "$").put("minimum", 0);
        definitions.set(
                "speech", verbs(true).put("errorMessage", "no verb of speech; `diplograph schema --verbs` lists them"));
        definitions.set(
                "action",
                verbs(false).put("errorMessage", "no verb of action; `diplograph schema --verbs` lists them"));
        definitions.set("property", properties());
        definitions.set("kind", kinds());
        definitions.set("tie", ties());
        vocabulary.lists().forEach(list -> definitions.set(list(list), words(list)));
        ObjectNode counts = definitions.putObject("counts");
        counts.put("type", "object").put("minProperties", 1);
        counts.putObject("propertyNames").put("$ref", "#/definitions/words-choices");
        counts.putObject("additionalProperties").put("$ref", "#/definitions/whole");
    }

    /** The schema of a key's value. */
    ObjectNode key(Key key, String section) {
        ObjectNode schema = object();
        schema.put("description", key.meaning());
        if (key.type() == Type.POINTS) {
            schema.put("type", "array").put("minItems", 1);
            schema.putObject("items").put("$ref", "#/definitions/points");
        } else if (key.type() == Type.KEYS) {
            EntryKind kind = vocabulary.entryKind(section).orElseThrow();
            ObjectNode names = object();
            names.set("enum", array(kind.names()));
            schema.set("anyOf", listOf(names).get("anyOf"));
        } else {
            String type = key.many() && key.type() != Type.COUNTS
                    ? "texts"
                    : definition(key.type(), key.words().orElse(""), section);
            schema.putArray("allOf").addObject().put("$ref", "#/definitions/" + type);
        }
        return schema;
    }

    /** The schema of a property's value under {@code attributes}. */
    ObjectNode value(Property property) {
        String type = property.many()
                ? "texts"
                : definition(property.type(), property.words().orElse(""), "");
        return object().put("$ref", "#/definitions/" + type);
    }

    ObjectNode text(String description) {
        ObjectNode schema = object();
        schema.put("description", description);
        schema.putArray("allOf").addObject().put("$ref", "#/definitions/text");
        return schema;
    }

    private static String definition(Type type, String words, String section) {
        return switch (type) {
            case DATE -> "date";
            case WHOLE -> "whole";
            case NUMBER -> "number";
            case FLAG -> "flag";
            case ID -> "id";
            case VERB -> section.equals("statements") ? "speech" : "action";
            case PROPERTY -> "property";
            case KIND -> "kind";
            case COUNTS -> "counts";
            case WORD -> words.equals("ties") ? "tie" : list(words);
            case TEXT, WORDS, NAME, VALUE, KEYS, POINTS -> "text";
        };
    }

    private static String list(String name) {
        return "words-" + name.replace(' ', '-');
    }

    private ObjectNode verbs(boolean speech) {
        List<String> words = new ArrayList<>();
        List<String> meanings = new ArrayList<>();
        for (Verb verb : vocabulary.verbs()) {
            if (verb.speech() == speech) {
                words(words, meanings, verb.name(), verb.spellings(), verb.meaning());
            }
        }
        return choice(words, meanings);
    }

    private ObjectNode properties() {
        List<String> words = new ArrayList<>();
        List<String> meanings = new ArrayList<>();
        vocabulary
                .properties()
                .forEach(property -> words(words, meanings, property.word(), Set.of(), property.meaning()));
        return choice(words, meanings);
    }

    private ObjectNode kinds() {
        List<String> words = new ArrayList<>();
        List<String> meanings = new ArrayList<>();
        for (Kind kind : vocabulary.kinds()) {
            if (Lookup.member(kind)) {
                words(words, meanings, kind.key(), Set.of(), kind.meaning());
            }
        }
        return choice(words, meanings);
    }

    private ObjectNode ties() {
        List<String> words = new ArrayList<>();
        List<String> meanings = new ArrayList<>();
        for (Tie tie : vocabulary.ties()) {
            words(words, meanings, tie.name(), tie.spellings(), tie.meaning());
        }
        return choice(words, meanings);
    }

    private ObjectNode words(String list) {
        List<String> words = new ArrayList<>();
        List<String> meanings = new ArrayList<>();
        for (Word word : vocabulary.words(list)) {
            words(words, meanings, word.name(), word.spellings(), word.meaning());
        }
        return choice(words, meanings);
    }

    private static void words(
            List<String> words, List<String> meanings, String name, Set<String> spellings, String meaning) {
        words.add(name);
        meanings.add(meaning);
        for (String spelling : spellings) {
            words.add(spelling);
            meanings.add(meaning.isEmpty() ? name : name + ". " + meaning);
        }
    }

    private static ObjectNode choice(List<String> words, List<String> meanings) {
        ObjectNode schema = object();
        schema.set("enum", array(words));
        schema.set("enumDescriptions", array(meanings));
        return schema;
    }

    /** One of something, or a list. */
    private static ObjectNode listOf(ObjectNode item) {
        ObjectNode schema = object();
        ArrayNode either = schema.putArray("anyOf");
        either.add(item);
        ObjectNode list = either.addObject();
        list.put("type", "array").put("minItems", 1);
        list.set("items", item.deepCopy());
        return schema;
    }

    /** Schemas of which each asks for one key. */
    static ArrayNode required(String... keys) {
        ArrayNode schemas = JsonNodeFactory.instance.arrayNode();
        for (String key : keys) {
            schemas.addObject().set("required", array(List.of(key)));
        }
        return schemas;
    }

    static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
