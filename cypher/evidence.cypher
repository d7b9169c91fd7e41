// title: Evidence not found or not checked
// question: Which claims cite words that were not found in their article, or that nobody looked for?
// param: check text null — only this outcome: missing, unchecked, recorded, normalised or exact
// param: article entity:article null — only claims of this article
// param: limit whole 1000 — at most so many rows
// column: check — missing, unchecked, or no words; the other outcomes only when asked for
// column: kind — the kind of the entry
// column: claim — what it claims
// column: words — the words that it cites
// column: article — the article
// column: file — the file to look into
// column: sources — the claim
CALL () {
  MATCH (entry:Claim)-[:MADE_IN]->(paper:_Diplograph&Article {id: $article})
  RETURN entry, paper
UNION
  WITH 1 AS always
  WHERE $article IS NULL
  MATCH (entry:_Diplograph)
  WHERE entry.check IN CASE WHEN $check IS NULL THEN ['missing', 'unchecked'] ELSE [toLower($check)] END
  MATCH (entry:Claim)-[:MADE_IN]->(paper:Article)
  RETURN entry, paper
UNION
  // entries without words; of a dataset nobody expects any
  WITH 1 AS always
  WHERE $article IS NULL AND coalesce(toLower($check), 'no words') = 'no words'
  MATCH (paper:_Diplograph&Article)
  WHERE $check IS NOT NULL OR NOT coalesce(paper.dataset, false)
  MATCH (entry:Claim)-[:MADE_IN]->(paper)
  WHERE entry.check IS NULL
  RETURN entry, paper
}
WITH
  entry,
  paper,
  CASE
    WHEN entry.quote IS NULL AND entry.passage IS NULL AND entry.check IS NULL THEN 'no words'
    ELSE coalesce(entry.check, 'unchecked')
  END AS check
WHERE check = toLower($check)
OR (
  $check IS NULL
  AND (
    check IN ['missing', 'unchecked']
    OR (check = 'no words' AND entry.kind <> 'entity' AND NOT coalesce(paper.dataset, false))
  )
)
WITH entry, paper, check
ORDER BY paper.earliest, paper.id, check, coalesce(entry.quoteOffsets[0], entry.passageOffsets[0]), entry.id
LIMIT $limit
RETURN
  check,
  entry.kind AS kind,
  COLLECT {
    MATCH (entry)-[:ASSERTS]->(about)
    RETURN DISTINCT about.name AS name
    ORDER BY name
  } AS claim,
  coalesce(entry.quote, []) + coalesce(entry.passage, []) AS words,
  paper.id AS article,
  COLLECT {
    MATCH (entry)-[:WRITTEN_IN]->(document:Document)
    RETURN document.file
  }[0] AS file,
  [entry.id] AS sources
ORDER BY paper.earliest, article, check, coalesce(entry.quoteOffsets[0], entry.passageOffsets[0]), sources;
