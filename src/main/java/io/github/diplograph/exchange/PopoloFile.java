package io.github.diplograph.exchange;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file of Popolo JSON, packed by gzip or not, read object by object: memory holds one of them. */
final class PopoloFile {

    /** Lists of the standard that say nothing that a vote, a member or a body has; they are told whole. */
    static final Set<String> UNREAD = Set.of("areas", "events", "posts", "speeches");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> LISTS =
            Set.of("persons", "people", "organizations", "memberships", "motions", "vote_events", "votes");

    /** Told of one object of a list. */
    @FunctionalInterface
    interface Found {
        void object(String list, JsonNode object, String file, long line);
    }

    private PopoloFile() {}

    /** Tells every object of the lists that are read, in the order of the file. */
    static void read(Path path, Progress progress, Found found) {
        String name = String.valueOf(path.getFileName());
        long done = 0;
        try (InputStream stream = CsvReader.unpacked(Files.newInputStream(path));
                JsonParser parser = JSON.createParser(stream)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DiplographException("\"" + path + "\" is no Popolo: expected an object with lists such as"
                        + " `persons` and `vote_events`");
            }
            Map<String, Object> rest = new HashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String list = parser.currentName();
                JsonToken token = parser.nextToken();
                if (!LISTS.contains(list) || token != JsonToken.START_ARRAY) {
                    long line = parser.currentTokenLocation().getLineNr();
                    JsonNode value = parser.readValueAsTree();
                    if (value.isValueNode()) {
                        rest.put(list, value.asString());
                    } else if (UNREAD.contains(list)) {
                        found.object(list, value, name, line);
                    }
                    continue;
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    long line = parser.currentTokenLocation().getLineNr();
                    JsonNode object = parser.readValueAsTree();
                    if (++done % 100 == 0) {
                        progress.at("reading objects of " + name, done, -1);
                    }
                    found.object(list, list.equals("vote_events") ? inMotion(object, rest) : object, name, line);
                }
            }
        } catch (JacksonException e) {
            throw new DiplographException(
                    path + ":" + e.getLocation().getLineNr() + ": no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw CsvReader.failure(path, e);
        }
    }

    /** A file may be one motion with its vote events: then what stands before them is said of the motion. */
    private static JsonNode inMotion(JsonNode event, Map<String, Object> motion) {
        if (motion.isEmpty() || !(event instanceof ObjectNode object)) {
            return event;
        }
        if (!object.has("motion") && !object.has("motion_id")) {
            object.set("motion", JSON.valueToTree(motion));
        }
        return object;
    }

    /** A field of an object; empty if it has none, or none that is one value. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? RollCalls.plain(value.asString()) : "";
    }

    /** The first of two texts that is not empty. */
    static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
