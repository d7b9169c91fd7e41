// title: Statements
// question: What did someone say, in order, and in which words?
// param: speaker entity:person,state,organisation,group,resolution,text,article null — who spoke, or on whose behalf
// param: since date null — only from this day on
// param: until date null — only up to this day
// param: limit whole 1000 — at most so many rows
// column: date — when it was said, as written
// column: speaker — who said it; several if they said it jointly
// column: onBehalfOf — for whom
// column: verb — the speech act
// column: towards — whom or what it is directed at
// column: to — to whom it is said
// column: says — the content, in the curator's words
// column: standing — stated, negated, or hedged or attributed: then no article says it in its own voice
// column: speech — direct, indirect or position
// column: medium — by which means: tweet, letter, joint statement, …
// column: quote — the speaker's exact words, one segment after the other
// column: check — whether those words were found in the article
// column: article — the articles
// column: sources — the claims that the statement rests on
CALL () {
  MATCH (:_Diplograph {id: $speaker})-[:SAID]->(statement:Statement)
  RETURN statement
UNION
  MATCH (:_Diplograph {id: $speaker})<-[:ON_BEHALF_OF]-(statement:Statement)
  RETURN statement
UNION
  WITH 1 AS always
  WHERE $speaker IS NULL
  MATCH (statement:_Diplograph)
  WHERE statement.latest >= $since
  AND statement:Statement
  RETURN statement
UNION
  WITH 1 AS always
  WHERE $speaker IS NULL AND $since IS NULL
  MATCH (statement:_Diplograph)
  WHERE statement.earliest <= $until
  AND statement:Statement
  RETURN statement
UNION
  WITH 1 AS always
  WHERE $speaker IS NULL AND $since IS NULL AND $until IS NULL
  MATCH (statement:_Diplograph&Statement)
  RETURN statement
}
WITH statement
WHERE ($since IS NULL OR statement.latest >= $since)
AND ($until IS NULL OR statement.earliest <= $until)
CALL (statement) {
  UNWIND statement.sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  WITH claim, article
  ORDER BY article.earliest, claim.id
  RETURN
    collect(DISTINCT claim.check) AS check,
    collect(DISTINCT article.id) AS articles,
    min([
      article.earliest,
      article.id,
      coalesce(claim.quoteOffsets[0], claim.passageOffsets[0])
    ]) AS place,
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
WITH statement, check, articles, place, plain
ORDER BY coalesce(statement.earliest, place[0]), place, statement.id
LIMIT $limit
RETURN
  statement.date AS date,
  COLLECT {
    MATCH (speaker)-[:SAID]->(statement)
    RETURN speaker.name
    ORDER BY speaker.name
  } AS speaker,
  COLLECT {
    MATCH (statement)-[:ON_BEHALF_OF]->(principal)
    RETURN principal.name
    ORDER BY principal.name
  } AS onBehalfOf,
  statement.verb AS verb,
  COLLECT {
    MATCH (statement)-[:TOWARDS]->(target)
    RETURN target.name
    ORDER BY target.name
  } AS towards,
  COLLECT {
    MATCH (statement)-[:SAID_TO]->(hearer)
    RETURN hearer.name
    ORDER BY hearer.name
  } AS to,
  statement.says AS says,
  CASE
    WHEN statement.negated THEN 'negated'
    WHEN plain = 0 THEN 'hedged or attributed'
    ELSE 'stated'
  END AS standing,
  statement.speech AS speech,
  statement.medium AS medium,
  coalesce(statement.quote, []) AS quote,
  check,
  articles AS article,
  statement.sources AS sources
ORDER BY coalesce(statement.earliest, place[0]), place, statement.id;
