// title: Coverage
// question: What was taken from each article, and how well is it evidenced?
// param: article entity:article null — only this article
// param: limit whole 1000 — at most so many rows
// column: article — the article
// column: published — when it was published, as written
// column: kind — the kind of the entries
// column: claims — how many
// column: exact — claims whose words were found as they are
// column: normalised — found after folding quotation marks, dashes, spaces
// column: recorded — found earlier; the text is not at hand
// column: unchecked — nobody looked for them
// column: missing — not found
// column: noWords — claims that cite no words
// column: hedged — claims that the article hedges
// column: attributed — claims that the article attributes to someone
// column: disputed — claims about something disputed
// column: sources — the claims
CALL () {
  MATCH (paper:_Diplograph&Article {id: $article})
  RETURN paper
UNION
  WITH 1 AS always
  WHERE $article IS NULL
  MATCH (paper:_Diplograph&Article)
  RETURN paper
}
MATCH (claim:Claim)-[:MADE_IN]->(paper)
WITH
  paper,
  claim,
  coalesce(claim.check, 'no words') AS check
ORDER BY claim.id
WITH
  paper,
  claim.kind AS kind,
  collect(check) AS checks,
  count(claim.hedge) AS hedged,
  count(CASE WHEN EXISTS { (claim)-[:ACCORDING_TO]->() } THEN claim END) AS attributed,
  count(
    CASE
      WHEN EXISTS { (claim)-[:ASSERTS]->(about) WHERE about.disputed IS NOT NULL } THEN claim
    END
  ) AS disputed,
  collect(claim.id) AS sources
ORDER BY paper.earliest, paper.id, kind
LIMIT $limit
RETURN
  paper.id AS article,
  paper.published AS published,
  kind,
  size(checks) AS claims,
  size([check IN checks WHERE check = 'exact']) AS exact,
  size([check IN checks WHERE check = 'normalised']) AS normalised,
  size([check IN checks WHERE check = 'recorded']) AS recorded,
  size([check IN checks WHERE check = 'unchecked']) AS unchecked,
  size([check IN checks WHERE check = 'missing']) AS missing,
  size([check IN checks WHERE check = 'no words']) AS noWords,
  hedged,
  attributed,
  disputed,
  sources
ORDER BY paper.earliest, article, kind;
