// title: Statements on behalf of someone
// question: Who spoke for whom, unnamed spokesmen included?
// param: principal entity null — for whom; without it for anyone
// param: speaker entity null — who spoke; without it anyone
// param: limit whole 1000 — at most so many rows
// column: date — when it was said, as written
// column: speaker — who spoke
// column: unnamed — true where no source gives the speaker's name
// column: offices — the offices that the speaker is said to hold
// column: onBehalfOf — for whom; empty where an unnamed speaker speaks for nobody that is named
// column: verb — the speech act
// column: says — the content, in the curator's words
// column: quote — the speaker's exact words
// column: check — whether the words were found in the article
// column: article — the articles
// column: sources — the claims that the statement rests on
CALL () {
  MATCH (:_Diplograph {id: $principal})<-[:ON_BEHALF_OF]-(statement:Statement)
  RETURN statement
UNION
  WITH 1 AS always
  WHERE $principal IS NULL
  MATCH (speaker:_Diplograph {id: $speaker})-[:SAID]->(statement:Statement)
  WHERE speaker.unnamed OR EXISTS { (statement)-[:ON_BEHALF_OF]->() }
  RETURN statement
UNION
  WITH 1 AS always
  WHERE $principal IS NULL AND $speaker IS NULL
  MATCH (statement:_Diplograph&Statement)-[:ON_BEHALF_OF]->()
  RETURN statement
UNION
  WITH 1 AS always
  WHERE $principal IS NULL AND $speaker IS NULL
  MATCH (:Person {unnamed: true})-[:SAID]->(statement:_Diplograph&Statement)
  RETURN statement
}
MATCH (speaker:_Diplograph)-[:SAID]->(statement)
WHERE $speaker IS NULL OR speaker.id = $speaker
WITH statement, speaker
ORDER BY statement.earliest, speaker.name, statement.id
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
  speaker.name AS speaker,
  coalesce(speaker.unnamed, false) AS unnamed,
  COLLECT {
    MATCH (speaker)-[:HELD]->(office)
    OPTIONAL MATCH (office)-[:OFFICE_OF]->(whose)
    RETURN DISTINCT office.name + coalesce(' of ' + whose.name, '') AS title
    ORDER BY title
  } AS offices,
  COLLECT {
    MATCH (statement)-[:ON_BEHALF_OF]->(principal)
    RETURN principal.name
    ORDER BY principal.name
  } AS onBehalfOf,
  statement.verb AS verb,
  statement.says AS says,
  coalesce(statement.quote, []) AS quote,
  check,
  articles AS article,
  statement.sources AS sources
ORDER BY statement.earliest, speaker, statement.id;
