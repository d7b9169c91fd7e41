// title: Meetings
// question: Which meetings, talks and visits were held, planned or cancelled?
// param: with entity null — only those in which this one, or its officials, took part
// param: status text null — only with this status: occurred, planned, cancelled, …
// param: since date null — only from this day on
// param: until date null — only up to this day
// param: limit whole 1000 — at most so many rows
// column: date — when, as written
// column: meeting — the meeting, talk or visit
// column: verb — met with, spoke with, travelled to, …
// column: who — who took part or was to
// column: target — whom they met, or where they went
// column: place — where
// column: status — occurred, planned, cancelled, …
// column: standing — stated, negated, or hedged or attributed: then no article says it in its own voice
// column: about — what it was about, or was to be: the agenda and the topics
// column: cancelledBy — who cancelled or postponed it
// column: disputed — what the sources do not agree on
// column: passage — the words of the articles
// column: check — whether those words were found there
// column: article — the articles
// column: sources — the claims that the meeting rests on
WITH
  [
    'met with', 'spoke with', 'phoned', 'held talks', 'discussed', 'travelled to', 'hosted', 'attended',
    'mediated between'
  ] AS verbs
CALL (verbs) {
  MATCH (:_Diplograph {id: $with})--(event:Event)
  RETURN event
UNION
  MATCH (:_Diplograph {id: $with})<-[:OFFICIAL_OF|SPOKESMAN_OF]-()-[:ACTED_IN]->(event:Event)
  RETURN event
UNION
  WITH 1 AS always
  WHERE $with IS NULL
  MATCH (event:_Diplograph)
  WHERE event.verb IN verbs
  AND event:Event
  RETURN event
}
WITH event, verbs
WHERE event.verb IN verbs
AND ($status IS NULL OR event.status = toLower($status))
AND ($since IS NULL OR event.latest >= $since)
AND ($until IS NULL OR event.earliest <= $until)
WITH event
ORDER BY event.earliest, event.latest, event.name, event.id
LIMIT $limit
CALL (event) {
  UNWIND event.sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  WITH claim, article
  ORDER BY claim.id
  UNWIND coalesce(claim.quote, []) + coalesce(claim.passage, []) + [null] AS words
  RETURN
    collect(DISTINCT words) AS passage,
    collect(DISTINCT claim.check) AS check,
    collect(DISTINCT article.id) AS articles,
    count(
      CASE
        WHEN
          claim.kind <> 'attribute'
          AND claim.hedge IS NULL
          AND NOT EXISTS { (claim)-[:ACCORDING_TO]->() }
        THEN claim
      END
    ) AS plain
}
RETURN
  event.date AS date,
  event.name AS meeting,
  event.verb AS verb,
  COLLECT {
    MATCH (actor)-[:ACTED_IN]->(event)
    RETURN actor.name
    ORDER BY actor.name
  } AS who,
  COLLECT {
    MATCH (event)-[:AFFECTED]->(target)
    RETURN target.name
    ORDER BY target.name
  } AS target,
  COLLECT {
    MATCH (event)-[:TOOK_PLACE_IN]->(place)
    RETURN place.name
    ORDER BY place.name
  } AS place,
  event.status AS status,
  CASE
    WHEN event.negated THEN 'negated'
    WHEN plain = 0 THEN 'hedged or attributed'
    ELSE 'stated'
  END AS standing,
  CASE WHEN event.agenda IS NULL THEN [] ELSE [event.agenda] END + COLLECT {
    MATCH (event)-[:ABOUT]->(topic)
    RETURN topic.name
    ORDER BY topic.name
  } AS about,
  COLLECT {
    MATCH (event)<-[:CANCELS|AFFECTED]-(end:Event)<-[:ACTED_IN|CLAIMED]-(actor)
    WHERE end.verb IN ['cancelled', 'postponed']
    RETURN DISTINCT actor.name AS name
    ORDER BY name
  } AS cancelledBy,
  coalesce(event.disputed, []) AS disputed,
  passage,
  check,
  articles AS article,
  event.sources AS sources
ORDER BY event.earliest, event.latest, meeting, event.id;
