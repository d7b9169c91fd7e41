// title: Quotations
// question: What is quoted word for word, from whom, and where?
// param: speaker entity null — only the words of this one, or those spoken on their behalf
// param: article entity:article null — only as this article prints them
// param: limit whole 1000 — at most so many rows
// column: article — the article that prints it
// column: speaker — whose words they are
// column: onBehalfOf — for whom they are spoken
// column: verb — what is done by saying them
// column: to — to whom they are addressed
// column: medium — by which medium
// column: quote — the exact words, one segment after the other
// column: seenIn — headline, caption or link, where that is not the text
// column: check — whether the words were found there
// column: sources — the claim
CALL () {
  MATCH (:_Diplograph {id: $speaker})-[:SAID]->(statement:Statement)<-[:ASSERTS]-(claim:Claim)
  RETURN claim
UNION
  MATCH (:_Diplograph {id: $speaker})<-[:ON_BEHALF_OF]-(statement:Statement)<-[:ASSERTS]-(claim:Claim)
  RETURN claim
UNION
  WITH 1 AS always
  WHERE $speaker IS NULL
  MATCH (:_Diplograph {id: $article})<-[:MADE_IN]-(claim:Claim)
  RETURN claim
UNION
  WITH 1 AS always
  WHERE $speaker IS NULL AND $article IS NULL
  MATCH (:_Diplograph&Statement)<-[:ASSERTS]-(claim:Claim)
  RETURN claim
}
WITH DISTINCT claim
WHERE claim.quote IS NOT NULL
MATCH (claim)-[:MADE_IN]->(paper:Article)
WHERE $article IS NULL OR paper.id = $article
WITH claim, paper
ORDER BY paper.earliest, paper.id, claim.quoteOffsets[0], claim.id
LIMIT $limit
RETURN
  paper.id AS article,
  COLLECT {
    MATCH (claim)-[:ASSERTS]->(:Statement)<-[:SAID]-(speaker)
    RETURN DISTINCT speaker.name AS name
    ORDER BY name
  } AS speaker,
  COLLECT {
    MATCH (claim)-[:ASSERTS]->(:Statement)-[:ON_BEHALF_OF]->(principal)
    RETURN DISTINCT principal.name AS name
    ORDER BY name
  } AS onBehalfOf,
  COLLECT {
    MATCH (claim)-[:ASSERTS]->(statement:Statement)
    RETURN DISTINCT statement.verb AS verb
    ORDER BY verb
  }[0] AS verb,
  COLLECT {
    MATCH (claim)-[:ASSERTS]->(:Statement)-[:SAID_TO]->(to)
    RETURN DISTINCT to.name AS name
    ORDER BY name
  } AS to,
  COLLECT {
    MATCH (claim)-[:ASSERTS]->(statement:Statement)
    WHERE statement.medium IS NOT NULL
    RETURN DISTINCT statement.medium AS medium
    ORDER BY medium
  }[0] AS medium,
  claim.quote AS quote,
  claim.seenIn AS seenIn,
  claim.check AS check,
  [claim.id] AS sources
ORDER BY paper.earliest, article, claim.quoteOffsets[0], claim.id;
