// title: Chains of reported speech
// question: Who says that who said or did what?
// param: through entity null — only chains that pass through this one
// param: least whole 2 — how many links a chain must have, the article included
// param: limit whole 1000 — at most so many rows
// column: chain — who passes it on, the article first
// column: links — how many
// column: verbs — how each of them says it, where a source tells
// column: what — what is passed on in the end
// column: words — the words of the article
// column: check — whether those words were found there
// column: sources — the claims that the chain rests on
CALL () {
  // a statement that passes on another statement or a deed
  CALL () {
    MATCH (:_Diplograph {id: $through})-[:SAID|ACTED_IN]->()<-[:REPORTS]-*(outer:Statement)
    RETURN outer
  UNION
    MATCH (:_Diplograph {id: $through})<-[:ACCORDING_TO]-(:Claim)-[:ASSERTS]->(outer:Statement)
    RETURN outer
  UNION
    WITH 1 AS always
    WHERE $through IS NULL
    MATCH (outer:_Diplograph&Statement)-[:REPORTS]->()
    RETURN outer
  }
  WITH DISTINCT outer
  MATCH path = (outer)-[:REPORTS]->+(inner)
  WHERE NOT EXISTS { (inner)-[:REPORTS]->() }
  AND NOT EXISTS { ()-[:REPORTS]->(outer) }
  MATCH (claim:Claim {kind: 'statement'})-[:ASSERTS]->(outer)
  OPTIONAL MATCH (claim)-[:ACCORDING_TO]->(agent)
  WITH claim, path, outer, inner, collect(agent.name) AS agents, collect(agent.id) AS ids
  RETURN
    claim,
    CASE agents WHEN [] THEN [] ELSE [agents] END + [
      node IN nodes(path) WHERE EXISTS { ()-[:SAID|ACTED_IN]->(node) }
      | COLLECT { MATCH (who)-[:SAID|ACTED_IN]->(node) RETURN who.name ORDER BY who.name }
    ] AS speakers,
    ids + COLLECT {
      UNWIND nodes(path) AS node
      MATCH (who)-[:SAID|ACTED_IN]->(node)
      RETURN DISTINCT who.id
    } AS ids,
    [node IN nodes(path) | node.verb] AS verbs,
    // of what several tell, the words for this speaker's account
    coalesce(
      COLLECT {
        MATCH (inner)<-[:ASSERTS]-(own:Claim)-[:ACCORDING_TO]->()-[:SAID]->(outer)
        WHERE own.says IS NOT NULL
        RETURN own.says
        ORDER BY own.id
        LIMIT 1
      }[0],
      inner.says,
      inner.name
    ) AS what
UNION
  // an agent to whom the article attributes it
  CALL () {
    MATCH (:_Diplograph {id: $through})<-[:ACCORDING_TO]-(claim:Claim)
    RETURN claim
  UNION
    MATCH (:_Diplograph {id: $through})-[:SAID]->(:Statement)<-[:ASSERTS]-(claim:Claim)
    RETURN claim
  UNION
    WITH 1 AS always
    WHERE $through IS NULL
    MATCH (claim:_Diplograph&Claim)-[:ACCORDING_TO]->()
    RETURN claim
  }
  WITH DISTINCT claim
  MATCH (claim)-[:ACCORDING_TO]->(agent)
  MATCH (claim)-[asserts:ASSERTS]->(fact)
  WHERE claim.kind = 'attribute'
  OR NOT EXISTS { (fact)-[:REPORTS]->() }
  WITH claim, agent, asserts, fact
  ORDER BY agent.name
  WITH claim, asserts, fact, collect(agent.name) AS agents, collect(agent.id) AS ids
  RETURN
    claim,
    [agents] + CASE
      WHEN claim.kind = 'statement'
      THEN [COLLECT { MATCH (who)-[:SAID]->(fact) RETURN who.name ORDER BY who.name }]
      ELSE []
    END AS speakers,
    ids + CASE
      WHEN claim.kind = 'statement' THEN COLLECT { MATCH (who)-[:SAID]->(fact) RETURN who.id }
      ELSE []
    END AS ids,
    CASE WHEN claim.kind = 'statement' THEN [fact.verb] ELSE [] END AS verbs,
    CASE claim.kind
      WHEN 'attribute'
      THEN fact.name + [key IN keys(asserts) WHERE key <> 'id' | ', ' + key + ': ' + toString(asserts[key])][0]
      ELSE coalesce(claim.says, fact.says, fact.name)
    END AS what
}
MATCH (claim)-[:MADE_IN]->(article:Article)
WITH
  claim,
  [article.id] + [
    speaker IN speakers
    | reduce(all = '', name IN speaker | all + CASE all WHEN '' THEN '' ELSE ' and ' END + name)
  ] AS chain,
  ids,
  verbs,
  what
WHERE size(chain) >= $least
AND ($through IS NULL OR $through IN ids)
WITH claim, chain, verbs, what
ORDER BY size(chain) DESC, chain, what, claim.id
LIMIT $limit
RETURN
  chain,
  size(chain) AS links,
  verbs,
  what,
  coalesce(claim.quote, []) + coalesce(claim.passage, []) AS words,
  claim.check AS check,
  [claim.id] AS sources
ORDER BY links DESC, chain, what, sources;
