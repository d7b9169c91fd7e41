// title: Hedged, negated, planned, hypothetical
// question: What does no source assert as done, said or so, though they speak of it?
// param: about entity null — only about this one
// param: status text null — only with this status: planned, threatened, hypothetical, …
// param: limit whole 1000 — at most so many rows
// column: kind — the kind of the entry
// column: what — what is spoken of
// column: date — when, as written
// column: status — planned, threatened, demanded, refused, …
// column: negated — true where the article says that it is not so
// column: hedge — the word that weakens it
// column: accordingTo — to whom the article attributes it
// column: plainly — true where another claim says it without hedge and attribution
// column: words — the words of the article
// column: check — whether those words were found there
// column: article — the article
// column: sources — the claim
CALL () {
  MATCH (:_Diplograph {id: $about})--(fact:Vote|Statement|Event|Figure)
  RETURN fact
UNION
  MATCH (fact:_Diplograph {id: $about})
  RETURN fact
UNION
  WITH 1 AS always
  WHERE $about IS NULL
  MATCH (:_Diplograph&Claim)-[:ASSERTS]->(fact:_Diplograph)
  RETURN DISTINCT fact
}
MATCH (claim:Claim)-[asserts:ASSERTS]->(fact)
WITH
  claim,
  asserts,
  fact,
  CASE WHEN claim.kind IN ['statement', 'event'] THEN coalesce(asserts.status, 'occurred') END AS status,
  EXISTS { (claim)-[:ACCORDING_TO]->() } AS attributed
WHERE
  claim.hedge IS NOT NULL
  OR attributed
  OR coalesce(asserts.negated, false)
  OR NOT coalesce(status, 'occurred') IN ['occurred', 'ongoing', 'ended']
WITH claim, asserts, fact, status
WHERE $status IS NULL
OR status = toLower($status)
WITH claim, asserts, fact, status
ORDER BY fact.earliest, fact.name, fact.id, claim.id
LIMIT $limit
MATCH (claim)-[:MADE_IN]->(paper:Article)
RETURN
  claim.kind AS kind,
  CASE claim.kind
    WHEN 'attribute'
    THEN fact.name + [key IN keys(asserts) WHERE key <> 'id' | ', ' + key + ': ' + toString(asserts[key])][0]
    ELSE fact.name
  END AS what,
  fact.date AS date,
  status,
  coalesce(asserts.negated, false) AS negated,
  claim.hedge AS hedge,
  COLLECT {
    MATCH (claim)-[:ACCORDING_TO]->(agent)
    RETURN agent.name
    ORDER BY agent.name
  } AS accordingTo,
  EXISTS {
    MATCH (fact)<-[other:ASSERTS]-(plain:Claim)
    WHERE plain.kind = claim.kind
    AND plain.hedge IS NULL
    AND NOT EXISTS { (plain)-[:ACCORDING_TO]->() }
    AND NOT coalesce(other.negated, false)
    AND coalesce(other.status, 'occurred') IN ['occurred', 'ongoing', 'ended']
    AND coalesce(other.edge, '') = coalesce(asserts.edge, '')
    AND (
      claim.kind <> 'attribute'
      OR any(key IN keys(asserts) WHERE key <> 'id' AND other[key] = asserts[key])
    )
  } AS plainly,
  coalesce(claim.quote, []) + coalesce(claim.passage, []) AS words,
  claim.check AS check,
  paper.id AS article,
  [claim.id] AS sources
ORDER BY fact.earliest, fact.name, fact.id, sources;
