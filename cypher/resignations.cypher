// title: Resignations
// question: Who left an office or a body, and over what disagreement?
// param: person entity:person null — only of this person
// param: limit whole 1000 — at most so many rows
// column: date — when, as written
// column: person — who left
// column: verb — resigned from, left, dismissed, …
// column: target — what they left, or whom they were dismissed from
// column: status — occurred, announced, demanded, …
// column: reasons — what they, or others, say of why
// column: quotes — their exact words
// column: against — whom or what these statements are directed at
// column: passage — the words of the articles
// column: check — whether those words were found there
// column: article — the articles
// column: sources — the claims that the departure and its reasons rest on
WITH ['resigned from', 'left', 'dismissed', 'expelled'] AS verbs
CALL (verbs) {
  MATCH (:_Diplograph {id: $person})-[:ACTED_IN]->(event:Event)
  RETURN event
UNION
  MATCH (:_Diplograph {id: $person})<-[:AFFECTED]-(event:Event)
  RETURN event
UNION
  WITH 1 AS always
  WHERE $person IS NULL
  MATCH (event:_Diplograph)
  WHERE event.verb IN verbs
  AND event:Event
  RETURN event
}
WITH event, verbs
WHERE event.verb IN verbs
CALL (event) {
  MATCH (event)<-[:EXPLAINS|ABOUT|PART_OF]-(reason:Statement)
  RETURN reason
UNION
  MATCH (event)-[:PART_OF|IN_RESPONSE_TO]->(reason:Statement)
  RETURN reason
UNION
  OPTIONAL MATCH (event)<-[:ACTED_IN]-(person)-[:SAID]->(reason:Statement)
  WHERE NOT EXISTS { (event)<-[:EXPLAINS]-(:Statement) }
  AND (reason.medium CONTAINS 'resignation' OR reason.verb IN ['accused', 'disagreed with'])
  AND any(
    source IN reason.sources
    WHERE any(other IN event.sources WHERE split(other, '#')[0] = split(source, '#')[0])
  )
  RETURN reason
}
WITH DISTINCT event, reason
ORDER BY reason.earliest, reason.id
WITH event, collect(reason) AS reasons
WITH
  event,
  reasons,
  reduce(all = event.sources, reason IN reasons | all + reason.sources) AS sources
ORDER BY event.earliest, event.name, event.id
LIMIT $limit
CALL (sources) {
  UNWIND sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  WITH claim, article
  ORDER BY claim.id
  UNWIND coalesce(claim.quote, []) + coalesce(claim.passage, []) + [null] AS words
  RETURN
    collect(DISTINCT words) AS passage,
    collect(DISTINCT claim.check) AS check,
    collect(DISTINCT article.id) AS articles
}
RETURN
  event.date AS date,
  COLLECT {
    MATCH (person)-[:ACTED_IN]->(event)
    RETURN person.name
    ORDER BY person.name
  } AS person,
  event.verb AS verb,
  COLLECT {
    MATCH (event)-[:AFFECTED]->(target)
    RETURN target.name
    ORDER BY target.name
  } AS target,
  event.status AS status,
  // two who say the same have a statement each
  reduce(
    all = [],
    reason IN [reason IN reasons | reason.verb + coalesce(': ' + reason.says, '')] |
      CASE WHEN reason IN all THEN all ELSE all + [reason] END
  ) AS reasons,
  reduce(
    all = [],
    quote IN reduce(each = [], reason IN reasons | each + coalesce(reason.quote, [])) |
      CASE WHEN quote IN all THEN all ELSE all + [quote] END
  ) AS quotes,
  COLLECT {
    UNWIND reasons AS reason
    MATCH (reason)-[:TOWARDS]->(whom)
    RETURN DISTINCT whom.name AS name
    ORDER BY name
  } AS against,
  passage,
  check,
  articles AS article,
  COLLECT {
    UNWIND sources AS source
    RETURN DISTINCT source
    ORDER BY source
  } AS sources
ORDER BY event.earliest, event.name, event.id;
