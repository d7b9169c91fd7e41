// title: Abstentions and vetoes
// question: Who abstained, and who vetoed?
// param: voter entity:state,person null — only this voter
// param: since date null — only from this day on
// param: until date null — only up to this day
// param: limit whole 1000 — at most so many rows
// column: date — the day, as written
// column: voter — the state or person
// column: did — abstained, or vetoed where a source says so
// column: on — the vote, resolution or group of resolutions
// column: count — how many resolutions, where they are counted and not named
// column: inferred — true where the curator worked the ballot out
// column: passage — the words of the articles
// column: check — whether those words were found there
// column: article — the articles
// column: sources — the claims that the row rests on
CALL () {
  MATCH (voter:_Diplograph {id: $voter})-[act:ABSTAINED|VETOED]->(on:_Diplograph)
  RETURN voter, act, on
UNION
  WITH 1 AS always
  WHERE $voter IS NULL
  CALL () {
    MATCH (on:_Diplograph)
    WHERE on.latest >= $since
    AND on:Vote
    RETURN on
  UNION
    WITH 1 AS always
    WHERE $since IS NULL
    MATCH (on:_Diplograph)
    WHERE on.earliest <= $until
    AND on:Vote
    RETURN on
  UNION
    WITH 1 AS always
    WHERE $since IS NULL AND $until IS NULL
    MATCH (on:_Diplograph&Vote)
    RETURN on
  }
  WITH on
  WHERE $until IS NULL OR on.earliest <= $until
  MATCH (voter:_Diplograph)-[act:ABSTAINED]->(on)
  RETURN voter, act, on
UNION
  WITH 1 AS always
  WHERE $voter IS NULL
  MATCH (voter:_Diplograph)-[act:VETOED]->(on:_Diplograph)
  RETURN voter, act, on
}
WITH
  voter,
  act,
  on,
  CASE WHEN act:ABSTAINED THEN on ELSE act END AS dated
WHERE ($since IS NULL OR dated.latest >= $since)
AND ($until IS NULL OR dated.earliest <= $until)
WITH voter, act, on, dated
ORDER BY dated.earliest, voter.name, on.name, act.id
LIMIT $limit
CALL (act) {
  UNWIND act.sources AS source
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
  dated.date AS date,
  voter.name AS voter,
  CASE WHEN act:ABSTAINED THEN 'abstained' ELSE 'vetoed' END AS did,
  on.name AS on,
  CASE WHEN on:Group THEN on.count END AS count,
  coalesce(act.inferred, false) AS inferred,
  passage,
  check,
  articles AS article,
  act.sources AS sources
ORDER BY dated.earliest, voter, on, act.id;
