// title: Chain of evidence between two
// question: By which shortest chain of what sources say are two of them linked?
// param: one entity lammy — one end
// param: other entity netanyahu — the other end
// param: longest whole 6 — links that a chain may have
// column: step — the number of the link
// column: from — where the link starts
// column: link — the type of the edge; < where it points backwards
// column: to — where it leads
// column: date — when, as written
// column: passage — the words of the articles
// column: check — whether those words were found there
// column: article — the articles
// column: sources — the claims that the link rests on
MATCH (one:_Diplograph {id: $one}), (other:_Diplograph {id: $other})
WHERE one <> other
// searched from both ends, which a quantified path is not: between two states lie thousands of votes
MATCH path = allShortestPaths((one)-[*..12]-(other))
WHERE all(
  link IN relationships(path)
  WHERE NOT type(link) IN ['ACCORDING_TO', 'ASSERTS', 'CLAIMED', 'MADE_IN', 'PUBLISHED_BY', 'WRITTEN_IN']
)
AND all(node IN nodes(path) WHERE node:_Diplograph)
WITH path
WHERE length(path) <= $longest
WITH path
ORDER BY [edge IN relationships(path) | type(edge)], [node IN nodes(path) | node.id]
LIMIT 1
UNWIND range(0, length(path) - 1) AS i
WITH
  i + 1 AS step,
  nodes(path)[i] AS here,
  relationships(path)[i] AS edge,
  nodes(path)[i + 1] AS there
CALL (edge) {
  UNWIND coalesce(edge.sources, []) AS source
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
  step,
  here.name AS from,
  CASE WHEN startNode(edge) = here THEN '' ELSE '< ' END + type(edge) AS link,
  there.name AS to,
  coalesce(edge.date, startNode(edge).date, endNode(edge).date) AS date,
  passage,
  check,
  articles AS article,
  coalesce(edge.sources, []) AS sources
ORDER BY step;
