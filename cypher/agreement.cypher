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
  WITH 1 AS always
  WHERE $voter IS NOT NULL
  MATCH (:_Diplograph {id: $voter})-[:VOTED|ABSTAINED]->(vote:Vote)
  RETURN vote
UNION
  WITH 1 AS always
  WHERE $voter IS NULL AND $other IS NOT NULL
  MATCH (:_Diplograph {id: $other})-[:VOTED|ABSTAINED]->(vote:Vote)
  RETURN vote
UNION
  WITH 1 AS always
  WHERE $voter IS NULL AND $other IS NULL
  MATCH (vote:_Diplograph&Vote)
  RETURN vote
}
WITH vote, [source IN vote.sources | split(source, '#')[0]] AS documents
WHERE ($since IS NULL OR vote.latest >= $since)
AND ($until IS NULL OR vote.earliest <= $until)
AND ($body IS NULL OR EXISTS { (vote)-[:TAKEN_IN]->(:_Diplograph {id: $body}) })
MATCH (voter:_Diplograph)-[one:VOTED|ABSTAINED]->(vote)<-[two:VOTED|ABSTAINED]-(other:_Diplograph)
WHERE voter <> other
AND ($voter IS NULL OR voter.id = $voter)
AND ($other IS NULL OR other.id = $other)
AND ($voter IS NOT NULL OR $other IS NOT NULL OR voter.id < other.id)
WITH
  voter,
  other,
  count(vote) AS shared,
  sum(CASE WHEN one.choice = two.choice THEN 1 ELSE 0 END) AS alike,
  collect(DISTINCT documents) AS documents
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
