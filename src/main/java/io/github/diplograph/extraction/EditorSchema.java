package io.github.diplograph.extraction;

import io.github.diplograph.vocabulary.EntryKind;
import io.github.diplograph.vocabulary.Key;
import io.github.diplograph.vocabulary.Kind;
import io.github.diplograph.vocabulary.Property;
import io.github.diplograph.vocabulary.Type;
import io.github.diplograph.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules of an extraction as a JSON Schema, so that an editor completes keys, kinds and verbs and marks mistakes
 * while they are typed.
 *
 * <p>Draft 7 of JSON Schema, the newest that VS Code's YAML extension (yaml-language-server) knows in full. An editor
 * guesses types as YAML does: so every text may be a number or a truth value as well. It sees the form of a file, not
 * its meaning: no names, no calendar, no keys that {@code inferred} lists; case matters to it in words of the
 * vocabulary; and {@code ~} is nothing to it.
 */
public final class EditorSchema {

    private final Vocabulary vocabulary;
    private final SchemaParts parts;

    private EditorSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.parts = new SchemaParts(vocabulary);
    }

    /**
     * The schema of extractions and of the curators' own files.
     *
     * @param vocabulary what they can say
     * @return the schema
     */
    public static ObjectNode of(Vocabulary vocabulary) {
        return new EditorSchema(vocabulary).extraction();
    }

    private ObjectNode extraction() {
        ObjectNode schema = SchemaParts.object();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "Diplograph extraction");
        schema.put("description", "What one article or data set says, or what a corpus defines.");
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        properties.set("article", reference("header", "The article that the file extracts."));
        properties.set("dataset", reference("header", "The data set that the file extracts."));
        ObjectNode dependencies = SchemaParts.object();
        for (EntryKind kind : vocabulary.entryKinds()) {
            properties.set(kind.section(), section(kind));
            if (!ExtractionReader.WITHOUT_HEADER.contains(kind.section())) {
                dependencies.putObject(kind.section()).set("anyOf", SchemaParts.required("article", "dataset"));
            }
        }
        schema.putObject("not").set("required", SchemaParts.array(List.of("article", "dataset")));
        schema.set("dependencies", dependencies);
        ObjectNode definitions = schema.putObject("definitions");
        definitions.set("header", entry(vocabulary.header()));
        for (EntryKind kind : vocabulary.entryKinds()) {
            if (kind.section().equals("entities")) {
                definitions.set("entities", entity(kind));
            } else {
                definitions.set(kind.section(), entry(kind));
                if (kind.key("points").isPresent()) {
                    definitions.set("points", point(kind));
                }
            }
        }
        parts.definitions(definitions);
        return schema;
    }

    private static ObjectNode reference(String definition, String description) {
        ObjectNode schema = SchemaParts.object();
        schema.put("description", description);
        schema.putArray("allOf").addObject().put("$ref", "#/definitions/" + definition);
        return schema;
    }

    private static ObjectNode section(EntryKind kind) {
        ObjectNode schema = SchemaParts.object();
        schema.put("description", kind.meaning());
        if (kind.section().equals("entities")) {
            schema.put("type", "object").put("minProperties", 1);
            schema.putObject("propertyNames").put("pattern", "^" + Values.ID.pattern() + "$");
            schema.putObject("additionalProperties").put("$ref", "#/definitions/entities");
        } else {
            schema.put("type", "array").put("minItems", 1);
            schema.putObject("items").put("$ref", "#/definitions/" + kind.section());
        }
        return schema;
    }

    private ObjectNode entry(EntryKind kind) {
        ObjectNode schema = shape(kind, kind.keys());
        List<String> required =
                kind.keys().stream().filter(Key::required).map(Key::name).toList();
        if (kind.key("points").isPresent()) {
            schema.putObject("if").set("required", SchemaParts.array(List.of("points")));
            schema.set("then", holder(kind));
            ObjectNode single = schema.putObject("else");
            complete(single, kind, required);
        } else {
            complete(schema, kind, required);
        }
        if (kind.keys().stream().anyMatch(key -> key.type() == Type.VALUE)) {
            schema.set("allOf", values());
        }
        return schema;
    }

    private ObjectNode shape(EntryKind kind, Collection<Key> keys) {
        ObjectNode schema = SchemaParts.object();
        schema.put("description", kind.meaning());
        schema.put("type", "object").put("additionalProperties", false).put("minProperties", 1);
        ObjectNode properties = schema.putObject("properties");
        keys.forEach(key -> properties.set(key.name(), parts.key(key, kind.section())));
        return schema;
    }

    private static void complete(ObjectNode schema, EntryKind kind, List<String> required) {
        if (!required.isEmpty()) {
            schema.set("required", SchemaParts.array(required));
        }
        if (!kind.states().isEmpty()) {
            schema.set("anyOf", SchemaParts.required(kind.states().toArray(String[]::new)));
        }
    }

    /** What an entry with points cannot have; and its points must state something unless it does so for them. */
    private static ObjectNode holder(EntryKind kind) {
        ObjectNode schema = SchemaParts.object();
        ObjectNode properties = schema.putObject("properties");
        kind.own().forEach(key -> properties.put(key, false));
        String[] inherited =
                kind.states().stream().filter(key -> !kind.own().contains(key)).toArray(String[]::new);
        schema.putObject("if").set("anyOf", SchemaParts.required(inherited));
        schema.putObject("else")
                .putObject("properties")
                .putObject("points")
                .putObject("items")
                .set("anyOf", SchemaParts.required(kind.states().toArray(String[]::new)));
        return schema;
    }

    private ObjectNode point(EntryKind kind) {
        List<Key> keys =
                kind.keys().stream().filter(key -> key.type() != Type.POINTS).toList();
        ObjectNode schema = shape(kind, keys);
        schema.set(
                "required",
                SchemaParts.array(
                        keys.stream().filter(Key::required).map(Key::name).toList()));
        return schema;
    }

    private ObjectNode entity(EntryKind kind) {
        ObjectNode schema = SchemaParts.object();
        schema.put("description", "A kind with the name, and what else is known.");
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode kinds = schema.putArray("oneOf");
        for (Kind known : vocabulary.kinds()) {
            if (known.entity()) {
                properties.set(known.key(), parts.text(known.meaning()));
                kinds.addObject().set("required", SchemaParts.array(List.of(known.key())));
            }
        }
        Map<String, List<Key>> named = new LinkedHashMap<>();
        kind.keys().forEach(key -> named.computeIfAbsent(key.name(), name -> new ArrayList<>(1))
                .add(key));
        ObjectNode dependencies = SchemaParts.object();
        ArrayNode rules = SchemaParts.array(List.of());
        named.forEach((name, keys) -> {
            Key first = keys.get(0);
            properties.set(name, keys.size() == 1 ? parts.key(first, "entities") : parts.text(first.meaning()));
            if (keys.stream().noneMatch(key -> key.kinds().isEmpty())) {
                List<String> suited =
                        keys.stream().flatMap(key -> key.kinds().stream()).toList();
                dependencies.putObject(name).set("anyOf", SchemaParts.required(suited.toArray(String[]::new)));
            }
            for (Key key : keys) {
                if (keys.size() > 1 || key.required()) {
                    rules.add(rule(key));
                }
            }
        });
        schema.set("dependencies", dependencies);
        schema.set("allOf", rules);
        return schema;
    }

    /** A key that entities of one kind must have, or have with another type than others. */
    private ObjectNode rule(Key key) {
        ObjectNode rule = SchemaParts.object();
        rule.putObject("if").set("anyOf", SchemaParts.required(key.kinds().toArray(String[]::new)));
        ObjectNode then = rule.putObject("then");
        then.putObject("properties").set(key.name(), parts.key(key, "entities"));
        if (key.required()) {
            then.set("required", SchemaParts.array(List.of(key.name())));
        }
        return rule;
    }

    /** The types of values, by the property that stands beside them. */
    private ArrayNode values() {
        Map<JsonNode, List<String>> byType = new LinkedHashMap<>();
        for (Property property : vocabulary.properties()) {
            byType.computeIfAbsent(parts.value(property), type -> new ArrayList<>())
                    .add(property.word());
        }
        ArrayNode rules = SchemaParts.array(List.of());
        byType.forEach((type, words) -> {
            ObjectNode rule = rules.addObject();
            ObjectNode condition = rule.putObject("if");
            condition.putObject("properties").putObject("property").set("enum", SchemaParts.array(words));
            condition.set("required", SchemaParts.array(Set.of("property")));
            rule.putObject("then").putObject("properties").set("value", type);
        });
        return rules;
    }
}
