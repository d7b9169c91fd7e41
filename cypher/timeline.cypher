// title: Timeline
// question: What happened, and what was said, in order?
// param: since date null — only from this day on
// param: until date null — only up to this day
// param: about entity null — only what this one took part in or was affected by
// param: undated flag false — also what has no date, at the end
// param: limit whole 1000 — at most so many rows
// column: date — when, as written
// column: kind — Vote, Statement, Event or Figure
// column: what — what happened; of a statement also what it says
// column: status — of events: occurred, planned, cancelled, …
// column: standing — stated, negated, or hedged or attributed: then no article says it in its own voice
// column: inferred — what the curator worked out, such as the date
// column: disputed — what the sources do not agree on
// column: check — whether the words were found in the articles
// column: article — the articles
// column: sources — the claims that it rests on
CALL () {
  MATCH (:_Diplograph {id: $about})--(fact:Vote|Statement|Event|Figure)
  RETURN fact
UNION
  WITH 1 AS always
  WHERE $about IS NULL
  MATCH (fact:_Diplograph)
  WHERE fact.earliest <= coalesce($until, date('9999-12-31'))
  AND fact:Vote|Statement|Event|Figure
  RETURN fact
UNION
  WITH 1 AS always
  WHERE $about IS NULL
  MATCH (fact:_Diplograph)
  WHERE fact.latest >= coalesce($since, date('0000-01-01'))
  AND fact.earliest IS NULL
  AND fact:Vote|Statement|Event|Figure
  RETURN fact
UNION
  WITH 1 AS always
  WHERE $about IS NULL AND $undated
  MATCH (fact:Vote|Statement|Event|Figure)
  WHERE fact.earliest IS NULL
  AND fact.latest IS NULL
  AND fact:_Diplograph
  RETURN fact
}
WITH DISTINCT fact
WHERE CASE
  WHEN fact.earliest IS NULL AND fact.latest IS NULL THEN $undated
  ELSE
    ($until IS NULL OR coalesce(fact.earliest, $until) <= $until)
    AND ($since IS NULL OR coalesce(fact.latest, $since) >= $since)
END
WITH fact
ORDER BY coalesce(fact.earliest, fact.latest), fact.latest, fact.name, fact.id
LIMIT $limit
CALL (fact) {
  UNWIND fact.sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  WITH claim, article
  ORDER BY claim.id
  RETURN
    collect(DISTINCT claim.check) AS check,
    collect(DISTINCT article.id) AS articles,
    count(
      CASE
        WHEN
          claim.kind <> 'attribute'
          AND claim.hedge IS NULL
          AND NOT EXISTS { (claim)-[:ACCORDING_TO]->() }
        THEN claim
      END
    ) AS plain
}
RETURN
  fact.date AS date,
  [label IN labels(fact) WHERE label <> '_Diplograph'][0] AS kind,
  fact.name + coalesce(': ' + fact.says, '') AS what,
  fact.status AS status,
  CASE
    WHEN fact.negated THEN 'negated'
    WHEN plain = 0 THEN 'hedged or attributed'
    ELSE 'stated'
  END AS standing,
  coalesce(fact.inferred, []) AS inferred,
  coalesce(fact.disputed, []) AS disputed,
  check,
  articles AS article,
  fact.sources AS sources
ORDER BY coalesce(fact.earliest, fact.latest), fact.latest, fact.name, fact.id;
