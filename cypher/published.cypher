// title: What was published
// question: Which articles came out since a date, and what do they speak of?
// param: since date null — only from this day on
// param: until date null — only up to this day
// param: publisher entity:organisation null — only of this publisher
// param: limit whole 1000 — at most so many rows
// column: published — when, as written
// column: article — the article
// column: title — its title
// column: publisher — who published it
// column: url — where it can be read
// column: claims — how many claims were taken from it
// column: people — who speaks or acts in it
// column: topics — what it speaks of
// column: sources — the documents that extract it
CALL () {
  MATCH (:_Diplograph {id: $publisher})<-[:PUBLISHED_BY]-(paper:Article)
  RETURN paper
UNION
  WITH 1 AS always
  WHERE $publisher IS NULL
  MATCH (paper:_Diplograph)
  WHERE paper.latest >= $since
  AND paper:Article
  RETURN paper
UNION
  WITH 1 AS always
  WHERE $publisher IS NULL AND $since IS NULL
  MATCH (paper:_Diplograph)
  WHERE paper.earliest <= $until
  AND paper:Article
  RETURN paper
UNION
  WITH 1 AS always
  WHERE $publisher IS NULL AND $since IS NULL AND $until IS NULL
  MATCH (paper:_Diplograph&Article)
  RETURN paper
}
WITH paper
WHERE ($since IS NULL OR paper.latest >= $since)
AND ($until IS NULL OR paper.earliest <= $until)
WITH paper
ORDER BY paper.earliest, paper.id
LIMIT $limit
RETURN
  paper.published AS published,
  paper.id AS article,
  paper.title AS title,
  COLLECT {
    MATCH (paper)-[:PUBLISHED_BY]->(publisher)
    RETURN publisher.name
    ORDER BY publisher.name
  } AS publisher,
  paper.url AS url,
  COUNT { (paper)<-[:MADE_IN]-(:Claim) } AS claims,
  COLLECT {
    MATCH (paper)<-[:MADE_IN]-(:Claim)-[:ASSERTS]->(:Statement|Event)<-[:SAID|ACTED_IN]-(person:Person)
    RETURN DISTINCT person.name AS name
    ORDER BY name
  } AS people,
  COLLECT {
    MATCH (paper)<-[:MADE_IN]-(:Claim)-[:ASSERTS]->(:Statement|Event)-[:ABOUT]->(topic:Topic)
    RETURN DISTINCT topic.name AS name
    ORDER BY name
  } AS topics,
  COLLECT {
    MATCH (paper)<-[:MADE_IN]-(:Claim)-[:WRITTEN_IN]->(document:Document)
    RETURN DISTINCT document.id AS id
    ORDER BY id
  } AS sources
ORDER BY paper.earliest, article;
