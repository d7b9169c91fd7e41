// title: Casualty and other figures
// question: Which numbers are given of what, by whom, and how surely?
// param: measure text null — only this measure, such as deaths; or the beginning of it
// param: about entity null — only about this one
// param: limit whole 1000 — at most so many rows
// column: measure — what is measured
// column: about — whom or what it is about
// column: comparator — about, over, at least, …
// column: value — the number; empty where only a word is printed
// column: unit — what it counts
// column: printed — the number as printed, where that is not plain digits
// column: date — for when, as written
// column: accordingTo — whose number it is; empty for the article's own
// column: hedge — the word that weakens it
// column: disputed — what the sources do not agree on
// column: passage — the words of the article
// column: check — whether those words were found there
// column: article — the article
// column: sources — the claim
CALL () {
  MATCH (:_Diplograph {id: $about})<-[:ABOUT]-(figure:Figure)
  RETURN figure
UNION
  WITH 1 AS always
  WHERE $about IS NULL
  MATCH (figure:_Diplograph&Figure)
  RETURN figure
}
WITH figure
WHERE $measure IS NULL
OR toLower(figure.measure) STARTS WITH toLower($measure)
MATCH (figure)<-[asserts:ASSERTS]-(claim:Claim)
OPTIONAL MATCH (claim)-[:MADE_IN]->(paper:Article)
WITH
  figure,
  asserts,
  claim,
  paper,
  COLLECT {
    MATCH (figure)-[:ABOUT]->(about)
    RETURN about.name
    ORDER BY about.name
  } AS about
ORDER BY figure.measure, about, asserts.value, paper.earliest, claim.id
LIMIT $limit
RETURN
  figure.measure AS measure,
  about,
  asserts.comparator AS comparator,
  asserts.value AS value,
  coalesce(asserts.unit, figure.unit) AS unit,
  asserts.printed AS printed,
  figure.date AS date,
  COLLECT {
    MATCH (claim)-[:ACCORDING_TO]->(agent)
    RETURN agent.name
    ORDER BY agent.name
  } AS accordingTo,
  claim.hedge AS hedge,
  coalesce(figure.disputed, []) AS disputed,
  coalesce(claim.quote, []) + coalesce(claim.passage, []) AS passage,
  claim.check AS check,
  paper.id AS article,
  [claim.id] AS sources
ORDER BY measure, about, value, paper.earliest, sources;
