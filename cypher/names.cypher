// title: Names, aliases and misspellings
// question: Under which names is someone or something written?
// param: entity entity null — only this one
// param: misspelled flag false — only what some article misspells
// param: limit whole 1000 — at most so many rows
// column: kind — Person, State, Organisation, …
// column: id — the id
// column: name — the name that the graph shows
// column: aliases — other names and spellings that are right
// column: misspellings — spellings that an article has and that are wrong
// column: titles — as what a person is titled in the articles
// column: files — the files that define it
// column: sources — the claims that define it
CALL () {
  MATCH (entity:_Diplograph {id: $entity})
  RETURN entity
UNION
  WITH 1 AS always
  WHERE $entity IS NULL
  MATCH (entity:_Diplograph)
  WHERE entity.aliases IS NOT NULL
  OR entity.misspellings IS NOT NULL
  RETURN entity
}
WITH entity
WHERE NOT $misspelled
OR entity.misspellings IS NOT NULL
WITH entity, [label IN labels(entity) WHERE label <> '_Diplograph'][0] AS kind
ORDER BY kind, entity.name, entity.id
LIMIT $limit
RETURN
  kind,
  entity.id AS id,
  entity.name AS name,
  coalesce(entity.aliases, []) AS aliases,
  coalesce(entity.misspellings, []) AS misspellings,
  COLLECT {
    MATCH (entity)-[tenure:HELD]->()
    UNWIND tenure.as AS title
    RETURN DISTINCT title
    ORDER BY title
  } AS titles,
  COLLECT {
    UNWIND entity.sources AS source
    MATCH (:_Diplograph&Claim {id: source})-[:WRITTEN_IN]->(document:Document)
    RETURN DISTINCT document.file AS file
    ORDER BY file
  } AS files,
  entity.sources AS sources
ORDER BY kind, name, id;
