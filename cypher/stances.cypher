// title: Stances
// question: Who condemned, urged or welcomed whom?
// param: verb text null — only this verb, such as condemned
// param: actor entity null — only what this one said, or others on its behalf
// param: target entity null — only what was said towards this one
// param: limit whole 1000 — at most so many rows
// column: date — when, as written
// column: actor — who takes the stance; someone spoken for counts as an actor
// column: through — who spoke for the actor
// column: verb — the speech act
// column: target — towards whom or what
// column: says — the content, in the curator's words
// column: quote — the speaker's exact words
// column: standing — stated, negated, or hedged or attributed: then no article says it in its own voice
// column: check — whether the words were found in the article
// column: article — the articles
// column: sources — the claims that the stance rests on
CALL () {
  MATCH (actor:_Diplograph {id: $actor})-[:SAID]->(statement:Statement)
  RETURN statement
UNION
  MATCH (actor:_Diplograph {id: $actor})<-[:ON_BEHALF_OF]-(statement:Statement)
  RETURN statement
UNION
  WITH 1 AS always
  WHERE $actor IS NULL
  MATCH (target:_Diplograph {id: $target})<-[:TOWARDS]-(statement:Statement)
  RETURN statement
UNION
  WITH 1 AS always
  WHERE $actor IS NULL AND $target IS NULL
  MATCH (statement:_Diplograph)
  WHERE statement.verb = toLower($verb)
  AND statement:Statement
  RETURN statement
UNION
  WITH 1 AS always
  WHERE $actor IS NULL AND $target IS NULL AND $verb IS NULL
  MATCH (statement:_Diplograph&Statement)
  RETURN statement
}
WITH statement
WHERE $verb IS NULL OR statement.verb = toLower($verb)
MATCH (speaker:_Diplograph)-[:SAID]->(statement)-[:TOWARDS]->(target:_Diplograph)
WHERE $target IS NULL OR target.id = $target
OPTIONAL MATCH (statement)-[:ON_BEHALF_OF]->(principal:_Diplograph)
WITH
  statement,
  target,
  coalesce(principal, speaker) AS actor,
  CASE WHEN principal IS NULL THEN null ELSE speaker END AS through
WHERE $actor IS NULL OR $actor IN [actor.id, through.id]
WITH statement, target, actor, through
ORDER BY statement.earliest, statement.latest, actor.name, statement.id, target.name
LIMIT $limit
CALL (statement) {
  UNWIND statement.sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  WITH claim, article
  ORDER BY claim.id
  RETURN
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
  statement.date AS date,
  actor.name AS actor,
  through.name AS through,
  statement.verb AS verb,
  target.name AS target,
  statement.says AS says,
  coalesce(statement.quote, []) AS quote,
  CASE
    WHEN statement.negated THEN 'negated'
    WHEN plain = 0 THEN 'hedged or attributed'
    ELSE 'stated'
  END AS standing,
  check,
  articles AS article,
  statement.sources AS sources
ORDER BY statement.earliest, statement.latest, actor, statement.id, target;
