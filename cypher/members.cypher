// title: Members of a body
// question: Who was a member of a body on a date, and who was elected to it?
// param: body entity:organisation,group null — the body; without it every body
// param: date date null — the day; without it every membership that is known
// param: kind text null — only members of this kind: permanent, elected, observer, …
// param: limit whole 1000 — at most so many rows
// column: body — the body
// column: member — the member
// column: kind — permanent, elected, observer, …
// column: held — certain or possible on the date; empty without a date; the registry knows who still is a member
// column: from — the beginning, as written
// column: until — the end, as written
// column: attested — the days on which a source says so
// column: passage — the words of the articles
// column: article — the articles
// column: sources — what the membership rests on: claims, or the registry
CALL () {
  MATCH (member:_Diplograph)-[term:MEMBER_OF]->(body:_Diplograph {id: $body})
  RETURN member, term, body
UNION
  // a body that has the members of another, observers apart
  MATCH (body:_Diplograph {id: $body})-[:MEMBERS_OF]->(:_Diplograph)<-[term:MEMBER_OF]-(member:_Diplograph)
  WHERE coalesce(term.kind, '') <> 'observer'
  RETURN member, term, body
UNION
  WITH 1 AS always
  WHERE $body IS NULL
  MATCH (member:_Diplograph)-[term:MEMBER_OF]->(body:_Diplograph)
  RETURN member, term, body
}
WITH
  member,
  term,
  body,
  CASE
    WHEN $date IS NULL THEN null
    WHEN term.fromLatest <= $date AND $date <= term.toEarliest THEN 'certain'
    WHEN
      term.fromLatest <= $date
      AND term.to IS NULL
      AND any(source IN term.sources WHERE source CONTAINS '/registry#')
    THEN 'certain'
    WHEN toString($date) IN term.attested THEN 'certain'
    WHEN
      $date < coalesce(term.fromEarliest, $date)
      OR $date > coalesce(term.toLatest, $date)
    THEN 'not'
    ELSE 'possible'
  END AS held
WHERE coalesce(held, '') <> 'not'
AND ($kind IS NULL OR term.kind = toLower($kind))
WITH member, term, body, held
ORDER BY body.name, body.id, term.kind DESC, member.name, term.fromLatest, term.id
LIMIT $limit
CALL (term) {
  UNWIND term.sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  WITH claim, article
  ORDER BY claim.id
  UNWIND coalesce(claim.passage, []) + [null] AS words
  RETURN
    collect(DISTINCT words) AS passage,
    collect(DISTINCT article.id) AS articles
}
RETURN
  body.name AS body,
  member.name AS member,
  term.kind AS kind,
  held,
  term.from AS from,
  term.to AS until,
  coalesce(term.attested, []) AS attested,
  passage,
  articles AS article,
  term.sources AS sources
ORDER BY body, kind DESC, member, term.fromLatest, term.id;
