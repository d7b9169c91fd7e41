// title: Responses
// question: What was done or said in response to something, and who claims the link?
// param: to entity:vote,statement,event null — in response to this one, by its id
// param: actor entity null — only responses of this one
// param: limit whole 1000 — at most so many rows
// column: to — what it responds to
// column: toDate — when that was, as written
// column: response — what was done or said
// column: kind — Statement or Event
// column: by — who did or said it, as those have it who claim the link
// column: date — when, as written
// column: status — occurred, planned, cancelled, …
// column: claimedBy — who claims the link: the article, or those to whom it attributes it
// column: passage — the words of the articles
// column: check — whether those words were found there
// column: article — the articles
// column: sources — the claims that the link rests on
CALL () {
  MATCH (to:_Diplograph {id: $to})<-[link:IN_RESPONSE_TO]-(response:Statement|Event)
  RETURN to, link, response
UNION
  WITH 1 AS always
  WHERE $to IS NULL
  MATCH (:_Diplograph {id: $actor})-[:SAID|ACTED_IN]->(response:Statement|Event)-[link:IN_RESPONSE_TO]->(to)
  RETURN to, link, response
UNION
  WITH 1 AS always
  WHERE $to IS NULL
  MATCH (:_Diplograph {id: $actor})<-[:ON_BEHALF_OF]-(response:Statement|Event)-[link:IN_RESPONSE_TO]->(to)
  RETURN to, link, response
UNION
  WITH 1 AS always
  WHERE $to IS NULL AND $actor IS NULL
  MATCH (to:_Diplograph)<-[link:IN_RESPONSE_TO]-(response:Statement|Event)
  RETURN to, link, response
}
WITH to, link, response
WHERE $actor IS NULL
OR EXISTS { (response)<-[:SAID|ACTED_IN]-(:_Diplograph {id: $actor}) }
OR EXISTS { (response)-[:ON_BEHALF_OF]->(:_Diplograph {id: $actor}) }
WITH to, link, response
ORDER BY to.earliest, to.name, response.earliest, response.name, link.id
LIMIT $limit
CALL (link) {
  UNWIND link.sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  WITH
    claim,
    article,
    COLLECT {
      MATCH (claim)-[:ACCORDING_TO]->(agent)
      RETURN agent.name
      ORDER BY agent.name
    } AS agents
  ORDER BY claim.id
  UNWIND CASE agents WHEN [] THEN [article.id] ELSE agents END AS claimant
  UNWIND coalesce(claim.quote, []) + coalesce(claim.passage, []) + [null] AS words
  RETURN
    collect(DISTINCT claimant) AS claimedBy,
    collect(DISTINCT words) AS passage,
    collect(DISTINCT claim.check) AS check,
    collect(DISTINCT article.id) AS articles
}
CALL (response, link) {
  MATCH (response)<-[asserts:ASSERTS]-(claim:Claim)
  WHERE claim.id IN link.sources
  UNWIND asserts.by AS id
  MATCH (actor:_Diplograph {id: id})
  WITH DISTINCT actor.name AS name
  ORDER BY name
  RETURN collect(name) AS actors
}
RETURN
  to.name AS to,
  to.date AS toDate,
  response.name AS response,
  [label IN labels(response) WHERE label <> '_Diplograph'][0] AS kind,
  actors AS by,
  response.date AS date,
  response.status AS status,
  claimedBy,
  passage,
  check,
  articles AS article,
  link.sources AS sources
ORDER BY toDate, to, date, response, link.id;
