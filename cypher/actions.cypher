// title: Actions
// question: Who did what to whom, how much, and what share of the whole?
// param: actor entity:person,state,organisation,group null — only what this one did, or others on its behalf
// param: since date null — only from this day on
// param: until date null — only up to this day
// param: counted flag false — only actions with a quantity
// param: limit whole 1000 — at most so many rows
// column: date — when, as written
// column: actor — who
// column: onBehalfOf — for whom
// column: action — the verb
// column: target — whom or what it affected
// column: status — occurred, planned, threatened, cancelled, …
// column: disputed — what the sources do not agree on; report disputes shows each version
// column: standing — stated, negated, or hedged or attributed: then no article says it in its own voice
// column: comparator — the word before a quantity that is not exact
// column: quantity — how many
// column: outOf — of how many
// column: share — the same in per cent, to one decimal
// column: unit — of what
// column: passage — the words of the articles
// column: check — whether those words were found there
// column: article — the articles
// column: sources — the claims that the action rests on
CALL () {
  MATCH (:_Diplograph {id: $actor})-[:ACTED_IN]->(event:Event)
  RETURN event
UNION
  MATCH (:_Diplograph {id: $actor})<-[:ON_BEHALF_OF]-(event:Event)
  RETURN event
UNION
  WITH 1 AS always
  WHERE $actor IS NULL
  MATCH (event:_Diplograph)
  WHERE event.latest >= $since
  AND event:Event
  RETURN event
UNION
  WITH 1 AS always
  WHERE $actor IS NULL AND $since IS NULL
  MATCH (event:_Diplograph)
  WHERE event.earliest <= $until
  AND event:Event
  RETURN event
UNION
  WITH 1 AS always
  WHERE $actor IS NULL AND $since IS NULL AND $until IS NULL
  MATCH (event:_Diplograph&Event)
  RETURN event
}
WITH event
WHERE ($since IS NULL OR event.latest >= $since)
AND ($until IS NULL OR event.earliest <= $until)
AND (NOT $counted OR event.quantity IS NOT NULL)
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
  COLLECT {
    MATCH (actor)-[:ACTED_IN]->(event)
    RETURN actor.name
    ORDER BY actor.name
  } AS actor,
  COLLECT {
    MATCH (event)-[:ON_BEHALF_OF]->(principal)
    RETURN principal.name
    ORDER BY principal.name
  } AS onBehalfOf,
  event.verb AS action,
  COLLECT {
    MATCH (event)-[:AFFECTED|CANCELS]->(target)
    RETURN target.name
    ORDER BY target.name
  } AS target,
  event.status AS status,
  coalesce(event.disputed, []) AS disputed,
  CASE
    WHEN event.negated THEN 'negated'
    WHEN plain = 0 THEN 'hedged or attributed'
    ELSE 'stated'
  END AS standing,
  event.comparator AS comparator,
  event.quantity AS quantity,
  event.outOf AS outOf,
  CASE
    WHEN event.outOf <> 0 THEN round(100.0 * event.quantity / event.outOf, 1)
  END AS share,
  event.unit AS unit,
  passage,
  check,
  articles AS article,
  event.sources AS sources
ORDER BY event.earliest, event.latest, event.name, event.id;
