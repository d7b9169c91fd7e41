// title: Agreement between voters
// question: How often do two voters vote alike, of the votes in which both took part?
// param: voter entity:state,person null — one of the two; without it all
// param: other entity:state,person null — the other; without it all
// param: body entity:organisation null — only votes of this body
// param: since date null — only from this day on
// param: until date null — only up to this day
// param: limit whole 1000 — at most so many pairs
// column: voter — one voter
// column: other — the other voter
// column: shared — in how many votes both were for, against, or abstained
// column: alike — in how many of these they chose the same
// column: share — the same in per cent, to one decimal
// column: sources — the documents that the ballots are in
CALL () {
  // two voters: the votes in which both took part
  MATCH (voter:_Diplograph {id: $voter})-[one:VOTED|ABSTAINED]->(vote:Vote)
  MATCH (vote)<-[two:VOTED|ABSTAINED]-(other:_Diplograph {id: $other})
  WHERE ($since IS NULL OR vote.latest >= $since)
  AND ($until IS NULL OR vote.earliest <= $until)
  AND ($body IS NULL OR EXISTS { (vote)-[:TAKEN_IN]->(:_Diplograph {id: $body}) })
  RETURN
    voter,
    other,
    count(vote) AS shared,
    sum(CASE WHEN one.choice = two.choice THEN 1 ELSE 0 END) AS alike,
    collect(DISTINCT [source IN vote.sources | split(source, '#')[0]]) AS documents
UNION ALL
  // one voter and all others: votes of the same documents and with the same choice are counted together
  WITH coalesce($voter, $other) AS id
  WHERE ($voter IS NULL) <> ($other IS NULL)
  MATCH (voter:_Diplograph {id: id})-[one:VOTED|ABSTAINED]->(vote:Vote)
  WHERE ($since IS NULL OR vote.latest >= $since)
  AND ($until IS NULL OR vote.earliest <= $until)
  AND ($body IS NULL OR EXISTS { (vote)-[:TAKEN_IN]->(:_Diplograph {id: $body}) })
  WITH
    voter,
    [source IN vote.sources | split(source, '#')[0]] AS documents,
    one.choice AS choice,
    collect(vote) AS votes
  CALL (votes, choice) {
    UNWIND votes AS vote
    MATCH (vote)<-[two:VOTED|ABSTAINED]-(other)
    RETURN
      other,
      count(*) AS shared,
      sum(CASE WHEN choice = two.choice THEN 1 ELSE 0 END) AS alike
  }
  WITH voter, other, shared, alike, documents
  WHERE other <> voter
  AND other:_Diplograph
  RETURN
    voter,
    other,
    sum(shared) AS shared,
    sum(alike) AS alike,
    collect(documents) AS documents
UNION ALL
  // the matrix of all, counted by documents
  WITH 1 AS always
  WHERE $voter IS NULL AND $other IS NULL
  CALL () {
    MATCH (vote:_Diplograph)
    WHERE vote.latest >= $since
    AND vote:Vote
    RETURN vote
  UNION
    WITH 1 AS always
    WHERE $since IS NULL
    MATCH (vote:_Diplograph)
    WHERE vote.earliest <= $until
    AND vote:Vote
    RETURN vote
  UNION
    WITH 1 AS always
    WHERE $since IS NULL AND $until IS NULL
    MATCH (:_Diplograph {id: $body})<-[:TAKEN_IN]-(vote:Vote)
    RETURN vote
  UNION
    WITH 1 AS always
    WHERE $since IS NULL AND $until IS NULL AND $body IS NULL
    MATCH (vote:_Diplograph&Vote)
    RETURN vote
  }
  WITH vote
  WHERE ($until IS NULL OR vote.earliest <= $until)
  AND ($body IS NULL OR EXISTS { (vote)-[:TAKEN_IN]->(:_Diplograph {id: $body}) })
  WITH [source IN vote.sources | split(source, '#')[0]] AS documents, collect(vote) AS votes
  WITH collect({documents: documents, votes: votes}) AS groups
  UNWIND range(0, size(groups) - 1) AS number
  CALL (groups, number) {
    UNWIND groups[number].votes AS vote
    CALL (vote) {
      MATCH (vote)<-[ballot:VOTED|ABSTAINED]-(voter:_Diplograph)
      WITH voter, ballot.choice AS choice
      ORDER BY voter.id
      RETURN collect(voter) AS voters, collect(choice) AS choices
    }
    UNWIND range(0, size(voters) - 2) AS i
    WITH voters, choices, i, voters[i] AS voter, choices[i] AS choice
    UNWIND range(i + 1, size(voters) - 1) AS j
    RETURN
      voter,
      voters[j] AS other,
      count(*) AS shared,
      sum(CASE WHEN choice = choices[j] THEN 1 ELSE 0 END) AS alike
  }
  RETURN
    voter,
    other,
    sum(shared) AS shared,
    sum(alike) AS alike,
    collect(groups[number].documents) AS documents
}
WITH voter, other, shared, alike, documents
ORDER BY 1.0 * alike / shared DESC, shared DESC, voter.name, other.name, voter.id, other.id
LIMIT $limit
UNWIND documents AS some
UNWIND some AS document
WITH DISTINCT voter, other, shared, alike, document
ORDER BY document
RETURN
  voter.name AS voter,
  other.name AS other,
  shared,
  alike,
  round(100.0 * alike / shared, 1) AS share,
  collect(document) AS sources
ORDER BY share DESC, shared DESC, voter, other;
