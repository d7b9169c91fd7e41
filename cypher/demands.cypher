// title: What a resolution demands
// question: What does a resolution demand, and who says that it binds?
// param: resolution entity:resolution,text,group null — only this text
// param: limit whole 1000 — at most so many rows
// column: text — the resolution, or the group of those that are counted and not named
// column: what — demand, or whether it binds
// column: verb — urged, demanded, condemned, …
// column: says — the demand in the curator's words for this article; binding or not binding
// column: towards — to whom the demand is addressed
// column: quote — the text's own words, as this article quotes them
// column: negated — true where the article says that the text does not say so
// column: accordingTo — to whom the article attributes it; none where it says so itself
// column: hedge — the word that weakens it
// column: passage — the words of the article
// column: check — whether those words were found there
// column: article — the article
// column: sources — the claim
CALL () {
  MATCH (resolution:_Diplograph {id: $resolution})
  RETURN resolution
UNION
  WITH 1 AS always
  WHERE $resolution IS NULL
  MATCH (resolution:_Diplograph&(Resolution|Text))
  RETURN resolution
UNION
  WITH 1 AS always
  WHERE $resolution IS NULL
  MATCH (resolution:_Diplograph&Group)
  WHERE resolution.of IN ['resolution', 'text']
  RETURN resolution
}
CALL (resolution) {
  // each claim on a demand
  MATCH (resolution)-[:SAID]->(said:Statement)<-[:ASSERTS]-(claim:Claim {kind: 'statement'})
  RETURN
    'demand' AS what,
    said.verb AS verb,
    coalesce(claim.says, said.says) AS says,
    COLLECT {
      MATCH (said)-[:TOWARDS]->(target)
      RETURN target.name
      ORDER BY target.name
    } AS towards,
    said.negated AS negated,
    said.id AS about,
    claim
UNION
  // each claim that it binds, or does not
  MATCH (resolution)<-[asserts:ASSERTS]-(claim:Claim)
  WHERE asserts.binding IS NOT NULL
  RETURN
    'binding' AS what,
    null AS verb,
    CASE WHEN asserts.binding THEN 'binding' ELSE 'not binding' END AS says,
    [] AS towards,
    null AS negated,
    resolution.id AS about,
    claim
}
WITH
  resolution,
  what,
  verb,
  says,
  towards,
  negated,
  about,
  claim,
  COLLECT {
    MATCH (claim)-[:ACCORDING_TO]->(agent)
    RETURN agent.name
    ORDER BY agent.name
  } AS accordingTo
ORDER BY resolution.name, resolution.id, what DESC, about, accordingTo, claim.id
LIMIT $limit
OPTIONAL MATCH (claim)-[:MADE_IN]->(paper:Article)
RETURN
  resolution.name AS text,
  what,
  verb,
  says,
  towards,
  coalesce(claim.quote, []) AS quote,
  coalesce(negated, false) AS negated,
  accordingTo,
  claim.hedge AS hedge,
  coalesce(claim.passage, []) AS passage,
  claim.check AS check,
  paper.id AS article,
  [claim.id] AS sources
ORDER BY text, resolution.id, what DESC, about, accordingTo, sources;
