// title: Likely duplicates
// question: What stands twice in the graph and may be one?
// param: limit whole 1000 — at most so many rows
// column: kind — Person, State, Event, …
// column: one — the id of one of the two
// column: oneName — its name
// column: other — the id of the other
// column: otherName — its name
// column: why — what they have in common
// column: sources — the claims that both rest on
CALL () {
  // entities of one kind that share a name or an alias
  MATCH (entity:Person|State|Organisation|Group|Place|Office|Topic|Resolution|Text)
  WHERE entity:_Diplograph
  UNWIND [entity.name] + coalesce(entity.aliases, []) AS name
  WITH DISTINCT entity, [label IN labels(entity) WHERE label <> '_Diplograph'][0] AS kind, toLower(trim(name)) AS name
  ORDER BY entity.id
  WITH kind, name, collect(entity) AS same
  WHERE size(same) > 1
  UNWIND range(0, size(same) - 2) AS i
  UNWIND range(i + 1, size(same) - 1) AS j
  WITH kind, name, same[i] AS one, same[j] AS other
  WHERE kind <> 'Office'
  OR NOT EXISTS {
    MATCH (one)-[:OFFICE_OF]->(whose), (other)-[:OFFICE_OF]->(another)
    WHERE whose <> another
  }
  RETURN kind, one, other, 'both are called ' + name AS why
UNION
  // persons with one surname, of whom one has no more than that, or the same initial
  MATCH (person:_Diplograph&Person)
  WHERE NOT coalesce(person.unnamed, false)
  WITH person, split(toLower(person.name), ' ') AS words
  ORDER BY person.id
  WITH words[-1] AS surname, collect({person: person, words: words}) AS same
  WHERE size(same) > 1
  UNWIND range(0, size(same) - 2) AS i
  UNWIND range(i + 1, size(same) - 1) AS j
  WITH surname, same[i] AS one, same[j] AS other
  WHERE one.words <> other.words
  AND (
    size(one.words) = 1
    OR size(other.words) = 1
    OR left(one.words[0], 1) = left(other.words[0], 1)
  )
  RETURN 'Person' AS kind, one.person AS one, other.person AS other, 'one surname, ' + surname AS why
UNION
  // deeds with one verb, the same actors and targets, and dates that can be the same
  MATCH (event:_Diplograph&Event)
  WITH
    event,
    COLLECT {
      MATCH (actor)-[:ACTED_IN]->(event)
      RETURN actor.id
      ORDER BY actor.id
    } AS actors,
    COLLECT {
      MATCH (event)-[:AFFECTED|CANCELS]->(target)
      RETURN target.id
      ORDER BY target.id
    } AS targets
  WHERE actors + targets <> []
  ORDER BY event.id
  WITH event.verb AS verb, coalesce(event.negated, false) AS negated, actors, targets, collect(event) AS same
  WHERE size(same) > 1
  UNWIND range(0, size(same) - 2) AS i
  UNWIND range(i + 1, size(same) - 1) AS j
  WITH verb, same[i] AS one, same[j] AS other
  WHERE coalesce(one.earliest <= other.latest AND other.earliest <= one.latest, true)
  RETURN 'Event' AS kind, one, other, 'the same actors and targets of ' + verb AS why
UNION
  // votes on one text on one day
  MATCH (text:_Diplograph)<-[:VOTE_ON]-(vote:Vote)
  WITH text, vote
  ORDER BY vote.id
  WITH text, vote.date AS date, collect(vote) AS same
  WHERE 1 < size(same) <= 10
  UNWIND range(0, size(same) - 2) AS i
  UNWIND range(i + 1, size(same) - 1) AS j
  RETURN 'Vote' AS kind, same[i] AS one, same[j] AS other, 'votes on ' + text.name + ' on one day' AS why
}
WITH kind, one, other, why
ORDER BY kind, one.name, other.name, one.id, other.id, why
WITH kind, one, other, collect(why) AS why
ORDER BY kind, one.name, other.name, one.id, other.id
LIMIT $limit
RETURN
  kind,
  one.id AS one,
  one.name AS oneName,
  other.id AS other,
  other.name AS otherName,
  why,
  coalesce(one.sources, []) + coalesce(other.sources, []) AS sources
ORDER BY kind, oneName, otherName, one, other;
