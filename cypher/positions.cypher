// title: Positions side by side
// question: Where do two of them agree and differ on a topic?
// param: one entity null — one of the two; without it all states
// param: other entity null — the other; without it all states
// param: topic entity null — only on this
// param: limit whole 1000 — at most so many rows
// column: topic — what both speak of, or the vote in which both took part
// column: one — one of the two
// column: oneSays — what it says, or those who speak for it or hold its offices: who, the verb, the content
// column: other — the other
// column: otherSays — what the other says
// column: compared — jointly, alike (the same verb or ballot), in part, or different
// column: sources — the claims that both sides rest on
CALL () {
  MATCH (party:_Diplograph)
  WHERE party.id IN [$one, $other]
  RETURN party
UNION
  WITH 1 AS always
  WHERE $one IS NULL OR $other IS NULL
  MATCH (party:_Diplograph&State)
  RETURN party
}
CALL (party) {
  MATCH (party)-[:SAID]->(said:Statement)
  RETURN said
UNION
  MATCH (party)<-[:ON_BEHALF_OF]-(said:Statement)
  RETURN said
UNION
  // whoever holds an office of theirs, and has not left it; a member of parliament speaks for no state
  MATCH (party)<-[:OFFICE_OF]-(office:Office)<-[tenure:HELD]-(:Person)-[:SAID]->(said:Statement)
  WHERE (tenure.to IS NULL OR tenure.toEarliest >= said.earliest)
  AND NOT office.name STARTS WITH 'MP'
  RETURN said
}
WITH DISTINCT party, said
WHERE NOT coalesce(said.negated, false)
CALL (said) {
  MATCH (said)-[:ABOUT|TOWARDS|EXPLAINS]->(topic:_Diplograph)
  WHERE topic:Topic|Resolution|Vote|State|Organisation|Place
  OR topic.id = $topic
  RETURN topic
UNION
  MATCH (said)-[:ABOUT|TOWARDS|EXPLAINS]->(:Vote)-[:VOTE_ON]->(topic:Resolution)
  RETURN topic
}
WITH party, topic, said
ORDER BY said.earliest, said.id
WITH party, topic, collect(said) AS all
WITH topic, collect({party: party, all: all}) AS parties
WHERE size(parties) > 1
AND ($topic IS NULL OR topic.id = $topic)
UNWIND parties AS left
UNWIND parties AS right
WITH topic, left, right
WHERE CASE
  WHEN $one IS NOT NULL THEN
    left.party.id = $one AND right.party.id <> $one AND ($other IS NULL OR right.party.id = $other)
  WHEN $other IS NOT NULL THEN left.party.id = $other AND right.party.id <> $other
  ELSE left.party.id < right.party.id
END
WITH
  topic,
  left,
  right,
  [said IN left.all | said.verb] AS leftVerbs,
  [said IN right.all | said.verb] AS rightVerbs,
  any(said IN left.all WHERE said IN right.all) AS jointly
ORDER BY left.party.name, right.party.name, topic.name, topic.id
LIMIT $limit
UNWIND reduce(all = [], said IN left.all + right.all | all + said.sources) AS source
WITH DISTINCT topic, left, right, leftVerbs, rightVerbs, jointly, source
ORDER BY source
WITH topic, left, right, leftVerbs, rightVerbs, jointly, collect(source) AS sources
RETURN
  topic.name AS topic,
  left.party.name AS one,
  [
    said IN left.all
    | reduce(
        all = '',
        name IN COLLECT { MATCH (who)-[:SAID]->(said) RETURN who.name ORDER BY who.name } |
          CASE all WHEN '' THEN name ELSE all + ' and ' + name END
      )
      + ' ' + said.verb + coalesce(': ' + said.says, '')
  ] AS oneSays,
  right.party.name AS other,
  [
    said IN right.all
    | reduce(
        all = '',
        name IN COLLECT { MATCH (who)-[:SAID]->(said) RETURN who.name ORDER BY who.name } |
          CASE all WHEN '' THEN name ELSE all + ' and ' + name END
      )
      + ' ' + said.verb + coalesce(': ' + said.says, '')
  ] AS otherSays,
  CASE
    WHEN jointly THEN 'jointly'
    WHEN
      all(verb IN leftVerbs WHERE verb IN rightVerbs)
      AND all(verb IN rightVerbs WHERE verb IN leftVerbs)
    THEN 'alike'
    WHEN any(verb IN leftVerbs WHERE verb IN rightVerbs) THEN 'in part'
    ELSE 'different'
  END AS compared,
  sources
ORDER BY one, other, topic, sources;
