// title: What a resolution demands
// question: What does a resolution demand, and who says that it binds?
// param: resolution entity:resolution,text,group null — only this text
// param: limit whole 1000 — at most so many rows
// column: text — the resolution, or the group of those that are counted and not named
// column: what — demand, or whether it binds
// column: verb — urged, demanded, condemned, …
// column: says — the demand in the curator's words; binding or not binding
// column: towards — to whom the demand is addressed
// column: quote — the resolution's own words, as the article quotes them
// column: negated — true where the article says that the text does not say so
// column: accordingTo — to whom articles attribute it
// column: hedge — the word that weakens it
// column: passage — the words of the articles
// column: check — whether those words were found there
// column: article — the articles
// column: sources — the claims
CALL () {
  MATCH (text:_Diplograph {id: $resolution})
  RETURN text
UNION
  WITH 1 AS always
  WHERE $resolution IS NULL
  MATCH (text:_Diplograph&(Resolution|Text))
  RETURN text
UNION
  WITH 1 AS always
  WHERE $resolution IS NULL
  MATCH (text:_Diplograph&Group)
  WHERE text.of IN ['resolution', 'text']
  RETURN text
}
CALL (text) {
  // a demand with all claims on it
  MATCH (text)-[:SAID]->(said:Statement)<-[:ASSERTS]-(claim:Claim {kind: 'statement'})
  WITH said, claim
  ORDER BY claim.id
  RETURN
    'demand' AS what,
    said.verb AS verb,
    said.says AS says,
    COLLECT {
      MATCH (said)-[:TOWARDS]->(target)
      RETURN target.name
      ORDER BY target.name
    } AS towards,
    coalesce(said.quote, []) AS quote,
    coalesce(said.negated, false) AS negated,
    collect(claim) AS claims
UNION
  // each claim that it binds, or does not
  MATCH (text)<-[asserts:ASSERTS]-(claim:Claim)
  WHERE asserts.binding IS NOT NULL
  RETURN
    'binding' AS what,
    null AS verb,
    CASE WHEN asserts.binding THEN 'binding' ELSE 'not binding' END AS says,
    [] AS towards,
    [] AS quote,
    false AS negated,
    [claim] AS claims
}
WITH text, what, verb, says, towards, quote, negated, claims
ORDER BY text.name, text.id, what DESC, says, claims[0].id
LIMIT $limit
RETURN
  text.name AS text,
  what,
  verb,
  says,
  towards,
  quote,
  negated,
  COLLECT {
    UNWIND claims AS claim
    MATCH (claim)-[:ACCORDING_TO]->(agent)
    RETURN DISTINCT agent.name AS name
    ORDER BY name
  } AS accordingTo,
  COLLECT {
    UNWIND claims AS claim
    WITH claim.hedge AS hedge
    WHERE hedge IS NOT NULL
    RETURN DISTINCT hedge
    ORDER BY hedge
  } AS hedge,
  reduce(all = [], claim IN claims | all + coalesce(claim.passage, [])) AS passage,
  COLLECT {
    UNWIND claims AS claim
    RETURN DISTINCT claim.check AS check
    ORDER BY check
  } AS check,
  COLLECT {
    UNWIND claims AS claim
    MATCH (claim)-[:MADE_IN]->(paper:Article)
    RETURN DISTINCT paper.id AS id
    ORDER BY id
  } AS article,
  [claim IN claims | claim.id] AS sources
ORDER BY text, what DESC, says, sources;
