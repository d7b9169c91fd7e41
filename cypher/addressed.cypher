// title: Statements directed at someone
// question: What was said to someone, or towards them?
// param: target entity null — to whom; without it to anyone
// param: since date null — only from this day on
// param: until date null — only up to this day
// param: limit whole 1000 — at most so many rows
// column: date — when it was said, as written
// column: target — to whom, or towards whom
// column: how — said to, or towards
// column: speaker — who said it
// column: verb — the speech act
// column: says — the content, in the curator's words
// column: quote — the speaker's exact words
// column: medium — by which medium
// column: check — whether the words were found in the article
// column: article — the articles
// column: sources — the claims that the statement rests on
CALL () {
  MATCH (target:_Diplograph {id: $target})<-[how:SAID_TO|TOWARDS]-(statement:Statement)
  RETURN target, how, statement
UNION
  WITH 1 AS always
  WHERE $target IS NULL
  MATCH (statement:_Diplograph)
  WHERE statement.latest >= $since
  AND statement:Statement
  MATCH (target:_Diplograph)<-[how:SAID_TO|TOWARDS]-(statement)
  RETURN target, how, statement
UNION
  WITH 1 AS always
  WHERE $target IS NULL AND $since IS NULL
  MATCH (statement:_Diplograph)
  WHERE statement.earliest <= $until
  AND statement:Statement
  MATCH (target:_Diplograph)<-[how:SAID_TO|TOWARDS]-(statement)
  RETURN target, how, statement
UNION
  WITH 1 AS always
  WHERE $target IS NULL AND $since IS NULL AND $until IS NULL
  MATCH (target:_Diplograph)<-[how:SAID_TO|TOWARDS]-(statement:Statement)
  RETURN target, how, statement
}
WITH target, how, statement
WHERE ($since IS NULL OR statement.latest >= $since)
AND ($until IS NULL OR statement.earliest <= $until)
WITH target, how, statement
ORDER BY statement.earliest, target.name, how.id, statement.id
LIMIT $limit
CALL (statement) {
  UNWIND statement.sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  WITH claim, article
  ORDER BY claim.id
  RETURN
    collect(DISTINCT claim.check) AS check,
    collect(DISTINCT article.id) AS articles
}
RETURN
  statement.date AS date,
  target.name AS target,
  CASE WHEN how:SAID_TO THEN 'said to' ELSE 'towards' END AS how,
  COLLECT {
    MATCH (speaker)-[:SAID]->(statement)
    RETURN speaker.name
    ORDER BY speaker.name
  } AS speaker,
  statement.verb AS verb,
  statement.says AS says,
  coalesce(statement.quote, []) AS quote,
  statement.medium AS medium,
  check,
  articles AS article,
  statement.sources AS sources
ORDER BY statement.earliest, target, how, statement.id;
