// title: Voting coalitions
// question: Who voted together, and how often?
// param: member entity:state,person null — only coalitions with this member
// param: body entity:organisation null — only votes of this body
// param: since date null — only from this day on
// param: until date null — only up to this day
// param: smallest whole 2 — members that a coalition must have
// param: largest whole 1000 — members that it may have
// param: limit whole 1000 — at most so many rows
// column: members — those who chose the same
// column: size — how many
// column: choice — what they chose
// column: times — in how many votes exactly these, and nobody else, chose so
// column: votes — the first three of these votes
// column: sources — the claims that these votes rest on
CALL () {
  MATCH (:_Diplograph {id: $member})-[own:VOTED|ABSTAINED|DID_NOT_VOTE]->(vote:Vote)
  RETURN vote, own.choice AS wanted
UNION
  WITH 1 AS always
  WHERE $member IS NULL
  MATCH (:_Diplograph {id: $body})<-[:TAKEN_IN]-(vote:Vote)
  RETURN vote, null AS wanted
UNION
  WITH 1 AS always
  WHERE $member IS NULL AND $body IS NULL
  MATCH (vote:_Diplograph&Vote)
  RETURN vote, null AS wanted
}
WITH vote, wanted
WHERE ($since IS NULL OR vote.latest >= $since)
AND ($until IS NULL OR vote.earliest <= $until)
AND ($body IS NULL OR EXISTS { (vote)-[:TAKEN_IN]->(:_Diplograph {id: $body}) })
CALL (vote, wanted) {
  MATCH (voter:_Diplograph)-[ballot:VOTED|ABSTAINED|DID_NOT_VOTE]->(vote)
  WHERE wanted IS NULL OR ballot.choice = wanted
  WITH ballot.choice AS choice, voter.name AS name
  ORDER BY name
  RETURN choice, collect(name) AS members
}
WITH vote, choice, members
WHERE $smallest <= size(members) <= $largest
WITH vote, choice, members
ORDER BY vote.earliest, vote.id
WITH
  choice,
  members,
  count(vote) AS times,
  collect(vote)[..3] AS first
ORDER BY times DESC, size(members) DESC, members, choice
LIMIT $limit
RETURN
  members,
  size(members) AS size,
  choice,
  times,
  [vote IN first | vote.name] AS votes,
  reduce(all = [], vote IN first | all + vote.sources) AS sources
ORDER BY times DESC, size DESC, members, choice;
