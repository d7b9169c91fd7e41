// title: What changed
// question: What came into the graph and what left it, when, and by whom?
// param: since date null — only what was applied from this day on
// param: after text null — only what was applied after this run
// param: kind text null — only things of this kind, such as Event; of claims, Article
// param: limit whole 1000 — at most so many rows
// column: run — the apply that did it
// column: applied — when it began, UTC
// column: who — who applied
// column: change — claims that are new, or things that were created, changed or retracted
// column: kind — what the thing is
// column: what — its name, or the article that makes the claims
// column: claims — how many claims are new
// column: sources — the documents that make the new claims, or the claims that the thing rests on now
MATCH (run:_Diplograph&Run)
WHERE ($since IS NULL OR date(run.begun) >= $since)
AND ($after IS NULL OR EXISTS {
  MATCH (former:_Diplograph&Run {id: $after})
  WHERE run.begun > former.begun
})
CALL (run) {
  MATCH (claim:_Diplograph {firstSeen: run.begun})
  WHERE claim.id STARTS WITH run.corpus + '/'
  OPTIONAL MATCH (claim)-[:MADE_IN]->(paper:Article)
  MATCH (claim)-[:WRITTEN_IN]->(document:Document)
  WITH paper, document, count(claim) AS claims
  ORDER BY document.id
  WITH paper, sum(claims) AS claims, collect(document.id) AS sources
  RETURN
    0 AS position,
    'new claims' AS change,
    CASE WHEN paper IS NULL THEN null ELSE 'Article' END AS kind,
    coalesce(paper.name, 'in files of the curators') AS what,
    claims,
    sources
UNION ALL
  UNWIND
    [thing IN run.createdNodes | [1, 'created', thing]] +
    [thing IN run.changedNodes | [2, 'changed', thing]] +
    [thing IN run.retractedNodes | [3, 'retracted', thing]]
    AS row
  WITH row, split(row[2], ': ')[0] AS thing
  WITH row, split(thing, ' ')[0] AS kind, split(thing, ' ')[1] AS id, substring(row[2], size(thing) + 2) AS name
  OPTIONAL MATCH (node:_Diplograph {id: id})
  WHERE row[0] < 3
  RETURN DISTINCT
    row[0] AS position,
    row[1] AS change,
    kind,
    coalesce(node.name, CASE name WHEN '' THEN id ELSE name END) AS what,
    null AS claims,
    coalesce(node.sources, []) AS sources
}
WITH run, position, change, kind, what, claims, sources
WHERE $kind IS NULL OR kind = $kind
WITH run, position, change, kind, what, claims, sources
ORDER BY run.begun DESC, run.id, position, kind, what
LIMIT $limit
WITH run.id AS id, run.begun AS begun, run.who AS who, position, change, kind, what, claims, sources
RETURN
  id AS run,
  toString(date(begun)) + ' ' + substring(toString(localtime(begun)), 0, 5) AS applied,
  who,
  change,
  kind,
  what,
  claims,
  sources
ORDER BY begun DESC, run, position, kind, what;
