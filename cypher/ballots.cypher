// title: Ballots
// question: How did each member vote, and who says so?
// param: resolution entity:resolution,vote null — the resolution, or a vote by its id; without it the latest vote
// column: date — the day of the vote, as written
// column: vote — what was voted on
// column: voter — the state or person
// column: choice — for, against, abstained or not voting
// column: inferred — true where the curator worked the ballot out ("the 14 other members")
// column: standing — undisputed; disputed: another source says otherwise; claimed: what that other source says
// column: check — whether the words were found that the articles say it in; report votes shows them
// column: article — the articles
// column: sources — the claims that the ballot rests on
CALL () {
  MATCH (asked:_Diplograph {id: $resolution})<-[:VOTE_ON]-{0,1}(rollCall:Vote)
  RETURN rollCall
UNION
  WITH 1 AS always
  WHERE $resolution IS NULL
  MATCH (rollCall:_Diplograph&Vote)
  RETURN rollCall
  ORDER BY coalesce(rollCall.latest, date('0000-01-01')) DESC, rollCall.id
  LIMIT 1
}
MATCH (voter:_Diplograph)-[ballot:VOTED|ABSTAINED|DID_NOT_VOTE|CLAIMED]->(rollCall)
WHERE ballot.choice IS NOT NULL
CALL (ballot) {
  UNWIND ballot.sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  WITH claim, article
  ORDER BY claim.id
  RETURN
    collect(DISTINCT claim.check) AS check,
    collect(DISTINCT article.id) AS articles
}
RETURN
  rollCall.date AS date,
  rollCall.name AS vote,
  voter.name AS voter,
  ballot.choice AS choice,
  coalesce(ballot.inferred, false) AS inferred,
  CASE
    WHEN ballot:CLAIMED THEN 'claimed'
    WHEN EXISTS { (voter)-[:CLAIMED {instead: ballot.id}]->(rollCall) } THEN 'disputed'
    ELSE 'undisputed'
  END AS standing,
  check,
  articles AS article,
  ballot.sources AS sources
ORDER BY
  rollCall.earliest,
  rollCall.id,
  CASE choice WHEN 'for' THEN 1 WHEN 'against' THEN 2 WHEN 'abstained' THEN 3 ELSE 4 END,
  inferred,
  voter,
  standing DESC,
  ballot.id;
