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
  MATCH (vote:_Diplograph)
  WHERE vote.latest >= $since
  AND vote:Vote
  RETURN vote, null AS wanted
UNION
  WITH 1 AS always
  WHERE $member IS NULL AND $since IS NULL
  MATCH (vote:_Diplograph)
  WHERE vote.earliest <= $until
  AND vote:Vote
  RETURN vote, null AS wanted
UNION
  WITH 1 AS always
  WHERE $member IS NULL AND $since IS NULL AND $until IS NULL
  MATCH (:_Diplograph {id: $body})<-[:TAKEN_IN]-(vote:Vote)
  RETURN vote, null AS wanted
UNION
  WITH 1 AS always
  WHERE $member IS NULL AND $since IS NULL AND $until IS NULL AND $body IS NULL
  MATCH (vote:_Diplograph&Vote)
  RETURN vote, null AS wanted
}
WITH vote, wanted
WHERE ($since IS NULL OR vote.latest >= $since)
AND ($until IS NULL OR vote.earliest <= $until)
AND ($body IS NULL OR EXISTS { (vote)-[:TAKEN_IN]->(:_Diplograph {id: $body}) })
CALL (vote, wanted) {
  WITH 1 AS always
  WHERE wanted IS NOT NULL
  MATCH (voter:_Diplograph)-[ballot:VOTED|ABSTAINED|DID_NOT_VOTE]->(vote)
  WHERE ballot.choice = wanted
  WITH wanted AS choice, voter
  ORDER BY voter
  RETURN choice, collect(voter) AS voters
UNION ALL
  WITH 1 AS always
  WHERE wanted IS NULL
  MATCH (voter:_Diplograph)-[ballot:VOTED|ABSTAINED|DID_NOT_VOTE]->(vote)
  WITH ballot.choice AS choice, voter
  ORDER BY voter
  RETURN choice, collect(voter) AS voters
}
WITH vote, choice, voters
WHERE $smallest <= size(voters) <= $largest
WITH choice, voters, collect(vote) AS votes
ORDER BY size(votes) DESC, size(voters) DESC
// names are read only of those that are shown, and of those that are level with the last of them
WITH collect({choice: choice, voters: voters, votes: votes}) AS groups
WITH groups, groups[toInteger($limit) - 1] AS last
UNWIND groups AS one
WITH one, last
WHERE last IS NULL
OR size(one.votes) > size(last.votes)
OR (size(one.votes) = size(last.votes) AND size(one.voters) >= size(last.voters))
// counting leaves the list of all behind, which sorting would carry along with every row
WITH one.choice AS choice, one.voters AS voters, one.votes AS votes, count(*) AS once
WITH
  choice,
  votes,
  COLLECT {
    UNWIND voters AS voter
    RETURN voter.name AS name
    ORDER BY name
  } AS members
ORDER BY size(votes) DESC, size(members) DESC, members, choice
LIMIT $limit
WITH
  choice,
  members,
  size(votes) AS times,
  COLLECT {
    UNWIND votes AS vote
    RETURN vote
    ORDER BY vote.earliest, vote.id
    LIMIT 3
  } AS first
RETURN
  members,
  size(members) AS size,
  choice,
  times,
  [vote IN first | vote.name] AS votes,
  reduce(all = [], vote IN first | all + vote.sources) AS sources
ORDER BY times DESC, size DESC, members, choice;
