package io.github.diplograph.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * What a claim of somebody else gives to the element that it asserts: of another corpus, or of a document that is gone from
 * disk and left alone.
 *
 * @param claim the id of the claim
 * @param plain whether the element shows it: of ties, roles and attributes only what is said without a hedge
 * @param properties the values that it gives
 */
record Given(String claim, boolean plain, Map<String, Object> properties) {

    private static final String READ =
            """
            UNWIND $ids AS id
            MATCH (:_Diplograph {id: id})<-[r:ASSERTS]-(c:_Diplograph)
            WHERE NOT c.id STARTS WITH $corpus OR split(c.id, '#')[0] IN $left
            RETURN id AS subject, c.id AS claim, c.kind = 'entity' AS defines, c.note AS note,
                   NOT c.kind IN ['attribute', 'role', 'tie']
                     OR c.hedge IS NULL AND NOT EXISTS { (c)-[:ACCORDING_TO]->() } AS plain,
                   properties(r) AS properties
            """;

    /** The corpus that makes the claim. */
    String corpus() {
        return claim.substring(0, Math.max(0, claim.indexOf('/')));
    }

    /**
     * Reads all claims of others on some nodes, their ties and roles. A definition gives name and note, and asserts no
     * wording.
     *
     * @param ids the nodes
     * @param nodes those among them that were read
     * @return the claims by node
     */
    static Map<String, List<Given>> read(
            TransactionContext transaction, Batch batch, Collection<String> ids, Map<String, StoredNode> nodes) {
        Map<String, List<Given>> given = new HashMap<>();
        if (ids.isEmpty()) {
            return given;
        }
        Map<String, Object> parameters =
                Map.of("ids", List.copyOf(ids), "corpus", batch.prefix(), "left", List.copyOf(batch.left()));
        for (Record row : transaction.run(READ, parameters).list()) {
            String subject = row.get("subject").asString();
            Map<String, Object> properties = new TreeMap<>(row.get("properties").asMap(Value::asObject));
            StoredNode node = nodes.get(subject);
            if (node != null && row.get("defines").asBoolean(false)) {
                properties.putIfAbsent("name", node.properties().getOrDefault("name", ""));
                if (!row.get("note").isNull()) {
                    properties.put("note", row.get("note").asString());
                }
            }
            given.computeIfAbsent(subject, id -> new ArrayList<>())
                    .add(new Given(row.get("claim").asString(), row.get("plain").asBoolean(true), properties));
        }
        return given;
    }
}
