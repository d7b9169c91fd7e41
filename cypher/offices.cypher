// title: Offices
// question: Who held which office on a date?
// param: date date null — the day; without it every tenure that is known
// param: office entity:office null — only this office
// param: of entity:state,organisation null — only offices of this state or organisation
// column: office — the office
// column: of — whose office it is
// column: person — who held it
// column: held — certain or possible on the date; empty without a date
// column: from — the beginning, as written
// column: until — the end, as written
// column: attested — the days on which a source calls the person so
// column: as — the title as printed
// column: passage — the words of the articles
// column: check — whether those words were found there
// column: article — the articles
// column: sources — the claims that the tenure rests on
CALL () {
  MATCH (post:_Diplograph&Office {id: $office})
  RETURN post
UNION
  WITH 1 AS always
  WHERE $office IS NULL
  MATCH (:_Diplograph {id: $of})<-[:OFFICE_OF]-(post:Office)
  RETURN post
UNION
  WITH 1 AS always
  WHERE $office IS NULL AND $of IS NULL
  MATCH (post:_Diplograph&Office)
  RETURN post
}
WITH post
WHERE $of IS NULL OR EXISTS { (post)-[:OFFICE_OF]->(:_Diplograph {id: $of}) }
MATCH (person:_Diplograph)-[tenure:HELD]->(post)
WITH
  post,
  person,
  tenure,
  CASE
    WHEN $date IS NULL THEN null
    WHEN tenure.fromLatest <= $date AND $date <= tenure.toEarliest THEN 'certain'
    WHEN toString($date) IN tenure.attested THEN 'certain'
    WHEN
      $date < coalesce(tenure.fromEarliest, $date)
      OR $date > coalesce(tenure.toLatest, $date)
    THEN 'not'
    ELSE 'possible'
  END AS held
WITH
  post,
  collect({person: person, tenure: tenure, held: held}) AS tenures
UNWIND tenures AS row
WITH post, tenures, row.person AS person, row.tenure AS tenure, row.held AS held
WHERE coalesce(held, '') <> 'not'
AND NOT (
  coalesce(held, '') = 'possible'
  AND coalesce(post.single, false)
  AND any(other IN tenures WHERE other.held = 'certain')
)
CALL (tenure) {
  UNWIND tenure.sources AS source
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
  post.name AS office,
  COLLECT {
    MATCH (post)-[:OFFICE_OF]->(whose)
    RETURN whose.name
    ORDER BY whose.name
  } AS of,
  person.name AS person,
  held,
  tenure.from AS from,
  tenure.to AS until,
  coalesce(tenure.attested, []) AS attested,
  tenure.as AS as,
  passage,
  check,
  articles AS article,
  tenure.sources AS sources
ORDER BY of[0], office, post.id, held, tenure.fromLatest, person, tenure.id;
