package io.github.diplograph.exchange;

import io.github.diplograph.corpus.Ref;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The memberships of Popolo, which become ties of a corpus. */
final class PopoloMemberships {

    private final Map<String, Ref> persons;
    private final Map<String, Ref> organisations;
    private final RollCalls calls;
    private final Map<String, YamlNode> ties = new TreeMap<>();
    private final Set<String> tied = new HashSet<>();
    private final Set<String> memberships = new HashSet<>();

    /** Finds members and bodies by the ids that the source gives them. */
    PopoloMemberships(Map<String, Ref> persons, Map<String, Ref> organisations, RollCalls calls) {
        this.persons = persons;
        this.organisations = organisations;
        this.calls = calls;
    }

    /** The ties, in the order of their members. */
    List<YamlNode> ties() {
        return List.copyOf(ties.values());
    }

    /** A membership, which may stand with its person, with its organisation, by itself, or in several of these places. */
    void add(JsonNode object, String ofPerson, String ofBody, String file, long line) {
        if (!PopoloFile.text(object, "id").isEmpty() && !memberships.add(PopoloFile.text(object, "id"))) {
            return;
        }
        calls.read();
        String who = PopoloFile.first(
                PopoloFile.first(PopoloFile.text(object, "person_id"), PopoloFile.text(object, "member_id")), ofPerson);
        String where = PopoloFile.first(PopoloFile.text(object, "organization_id"), ofBody);
        Ref member = persons.getOrDefault(who, organisations.get(who));
        Ref body = organisations.get(where);
        if (member == null || body == null) {
            calls.unplaced(
                    file,
                    line,
                    "unknown member",
                    member == null
                            ? "no person or organisation has the id \"" + who + "\""
                            : "no organisation has the id \"" + where + "\"");
            return;
        }
        String from = PopoloFile.text(object, "start_date");
        String pair = member.id() + "-" + body.id();
        String id = pair + (tied.contains(pair) && !from.isEmpty() ? "-" + from : "");
        List<YamlMap.Entry> entries = new ArrayList<>();
        if (!tied.add(pair)) {
            String numbered = id;
            for (int i = 2; !tied.add(numbered); i++) {
                numbered = id + "-" + i;
            }
            id = numbered;
            entries.add(YamlMap.Entry.of("id", YamlScalar.text(id)));
        }
        entries.add(YamlMap.Entry.of("subject", YamlScalar.text(member.id())));
        entries.add(YamlMap.Entry.of("tie", YamlScalar.text("member of")));
        entries.add(YamlMap.Entry.of("object", YamlScalar.text(body.id())));
        date(entries, "from", from);
        date(entries, "until", PopoloFile.text(object, "end_date"));
        String role = PopoloFile.first(PopoloFile.text(object, "role"), PopoloFile.text(object, "label"));
        if (!role.isEmpty()) {
            entries.add(YamlMap.Entry.of("note", YamlScalar.text(role)));
        }
        ties.put(id, YamlMap.of(entries));
    }

    static void date(List<YamlMap.Entry> entries, String key, String date) {
        if (!date.isEmpty()) {
            entries.add(YamlMap.Entry.of(key, YamlScalar.of(date)));
        }
    }
}
