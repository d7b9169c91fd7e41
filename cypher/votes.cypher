// title: Votes
// question: What came of a vote, and how does each source tell it?
// param: resolution entity:resolution,vote null — only the votes on this text, or a vote by its id
// param: body entity:organisation null — only votes in this body
// param: since date null — only votes that may be of this day or later
// param: until date null — only votes that may be of this day or earlier
// param: limit whole 1000 — at most so many rows
// column: date — the day of the vote, as this source has it
// column: vote — what was voted on
// column: body — where it was taken
// column: result — adopted, not adopted, vetoed, …, as this source has it
// column: for — how many were for it, as this source counts them
// column: against — how many were against it
// column: abstained — how many abstained
// column: notVoting — how many took no part
// column: disputed — what the sources do not agree on
// column: passage — the words of the article
// column: check — whether those words were found there
// column: article — the article
// column: sources — the claim
CALL () {
  MATCH (asked:_Diplograph {id: $resolution})<-[:VOTE_ON]-{0,1}(rollCall:Vote)
  RETURN rollCall
UNION
  WITH 1 AS always
  WHERE $resolution IS NULL
  MATCH (rollCall:_Diplograph)
  WHERE rollCall.latest >= $since
  AND rollCall:Vote
  RETURN rollCall
UNION
  WITH 1 AS always
  WHERE $resolution IS NULL AND $since IS NULL
  MATCH (rollCall:_Diplograph)
  WHERE rollCall.earliest <= $until
  AND rollCall:Vote
  RETURN rollCall
UNION
  WITH 1 AS always
  WHERE $resolution IS NULL AND $since IS NULL AND $until IS NULL AND $body IS NOT NULL
  MATCH (:_Diplograph {id: $body})<-[:TAKEN_IN]-(rollCall:Vote)
  RETURN rollCall
UNION
  WITH 1 AS always
  WHERE $resolution IS NULL AND $since IS NULL AND $until IS NULL AND $body IS NULL
  MATCH (rollCall:_Diplograph&Vote)
  RETURN rollCall
}
WITH rollCall
WHERE ($since IS NULL OR rollCall.latest >= $since)
AND ($until IS NULL OR rollCall.earliest <= $until)
AND ($body IS NULL OR EXISTS { (rollCall)-[:TAKEN_IN]->(:_Diplograph {id: $body}) })
WITH rollCall
ORDER BY rollCall.earliest, rollCall.id
LIMIT $limit
MATCH (rollCall)<-[asserts:ASSERTS]-(claim:Claim {kind: 'vote'})
MATCH (claim)-[:MADE_IN]->(paper:Article)
WITH rollCall, asserts, claim, paper
ORDER BY rollCall.earliest, rollCall.id, paper.earliest, claim.id
LIMIT $limit
RETURN
  asserts.date AS date,
  rollCall.name AS vote,
  COLLECT {
    MATCH (rollCall)-[:TAKEN_IN]->(body)
    RETURN body.name
    ORDER BY body.name
  } AS body,
  asserts.result AS result,
  asserts.for AS for,
  asserts.against AS against,
  asserts.abstained AS abstained,
  asserts.notVoting AS notVoting,
  coalesce(rollCall.disputed, []) AS disputed,
  coalesce(claim.passage, []) AS passage,
  claim.check AS check,
  paper.id AS article,
  [claim.id] AS sources
ORDER BY rollCall.earliest, rollCall.id, paper.earliest, sources;
