// title: Explanations of vote
// question: Why did they vote as they did, and what did they regret?
// param: resolution entity:resolution,vote null — only of this resolution or vote
// param: voter entity:state,person null — only explanations of this voter's
// param: limit whole 1000 — at most so many rows
// column: vote — what was voted on
// column: voter — for whom it is said
// column: choice — how that voter voted, where the graph has the ballot
// column: speaker — who says it
// column: act — explanation; or reservation: what they regretted, opposed or would have preferred
// column: verb — the speech act
// column: says — the content, in the curator's words
// column: quote — the speaker's exact words
// column: passage — the words of the articles
// column: check — whether those words were found there
// column: article — the articles
// column: sources — the claims that the statement rests on
CALL () {
  MATCH (asked:_Diplograph {id: $resolution})<-[:VOTE_ON]-{0,1}(vote:Vote)
  RETURN vote
UNION
  WITH 1 AS always
  WHERE $resolution IS NULL
  CALL () {
    MATCH (:_Diplograph {id: $voter})-[:SAID]->(said:Statement)
    RETURN said
  UNION
    MATCH (:_Diplograph {id: $voter})<-[:ON_BEHALF_OF]-(said:Statement)
    RETURN said
  UNION
    WITH 1 AS always
    WHERE $voter IS NULL
    MATCH (said:_Diplograph&Statement)
    RETURN said
  }
  MATCH (said)-[:EXPLAINS|ABOUT|TOWARDS]->(:Vote|Resolution)<-[:VOTE_ON]-{0,1}(vote:Vote)
  RETURN DISTINCT vote
}
WITH
  vote,
  [
    'regretted', 'would have preferred', 'objected to', 'criticised', 'condemned', 'opposed',
    'expressed disappointment at', 'expressed concern about', 'rejected', 'refused', 'complained about'
  ] AS reservations
CALL (vote, reservations) {
  MATCH (statement:Statement)-[:EXPLAINS]->(vote)
  RETURN statement, true AS explains
UNION
  MATCH (vote)-[:VOTE_ON]->{0,1}(on)<-[:ABOUT|TOWARDS]-(statement:Statement)
  WHERE statement.verb IN reservations
  AND NOT EXISTS { (statement)-[:EXPLAINS]->(vote) }
  RETURN statement, false AS explains
}
MATCH (speaker:_Diplograph)-[:SAID]->(statement)
OPTIONAL MATCH (statement)-[:ON_BEHALF_OF]->(principal:_Diplograph)
WITH
  vote,
  statement,
  explains,
  CASE WHEN statement.verb IN reservations THEN 'reservation' ELSE 'explanation' END AS act,
  speaker,
  coalesce(principal, speaker) AS voter
WHERE $voter IS NULL OR voter.id = $voter
OPTIONAL MATCH (voter)-[ballot:VOTED|ABSTAINED|DID_NOT_VOTE]->(vote)
WITH vote, statement, explains, act, speaker, voter, ballot
WHERE explains
OR ballot IS NOT NULL
WITH vote, statement, act, speaker, voter, ballot
ORDER BY vote.earliest, vote.id, voter.name, act, statement.earliest, statement.id, speaker.name
LIMIT $limit
CALL (statement) {
  UNWIND statement.sources AS source
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
  vote.name AS vote,
  voter.name AS voter,
  ballot.choice AS choice,
  speaker.name AS speaker,
  act,
  statement.verb AS verb,
  statement.says AS says,
  coalesce(statement.quote, []) AS quote,
  passage,
  check,
  articles AS article,
  statement.sources AS sources
ORDER BY vote, voter, act, statement.earliest, statement.id, speaker;
