// title: Disputes
// question: On what do the sources not agree, and what does each of them say?
// param: about entity null — only disputes about this one, or about what it took part in
// param: limit whole 1000 — at most so many rows
// column: about — what the dispute is about
// column: property — what is disputed
// column: value — what a source says of it
// column: shown — true for the value that the graph shows
// column: accordingTo — to whom the article attributes it
// column: hedge — the word that weakens it
// column: words — the words of the article
// column: check — whether those words were found there
// column: article — the article
// column: published — when it was published
// column: sources — the claim
CALL () {
  // values of a node, as each claim gives them
  MATCH (element:_Diplograph)
  WHERE element.disputed IS NOT NULL
  UNWIND element.disputed AS property
  MATCH (element)<-[asserts:ASSERTS]-(claim:Claim)
  WHERE asserts[property] IS NOT NULL
  AND property <> 'by'
  RETURN
    element,
    property,
    asserts[property] AS value,
    asserts[property] = element[property] AS shown,
    [claim.id] AS sources
UNION
  // who did or said it
  MATCH (element:_Diplograph)
  WHERE element.disputed IS NOT NULL
  AND 'by' IN element.disputed
  MATCH (element)<-[asserts:ASSERTS]-(claim:Claim)
  UNWIND asserts.by AS id
  MATCH (actor:_Diplograph {id: id})
  WITH element, claim, actor
  ORDER BY actor.name
  RETURN
    element,
    'by' AS property,
    collect(actor.name) AS value,
    COLLECT {
      MATCH (shown:_Diplograph)-[:ACTED_IN|SAID]->(element)
      RETURN shown.name
      ORDER BY shown.name
    } = collect(actor.name) AS shown,
    [claim.id] AS sources
UNION
  // a voter's ballot: the versions that lost, and the one that is shown
  MATCH (voter:_Diplograph)-[rival:CLAIMED]->(element:Vote)
  WHERE rival.choice IS NOT NULL
  OPTIONAL MATCH (voter)-[ballot:VOTED|ABSTAINED|DID_NOT_VOTE {id: rival.instead}]->(element)
  UNWIND [rival, ballot] AS version
  WITH DISTINCT element, voter, version
  WHERE version IS NOT NULL
  UNWIND version.sources AS source
  RETURN
    element,
    'ballot of ' + voter.name AS property,
    version.choice AS value,
    NOT version:CLAIMED AS shown,
    [source] AS sources
UNION
  // ties and roles that some source only claims
  MATCH (element:_Diplograph)-[rival:CLAIMED]->(object:_Diplograph)
  WHERE rival.choice IS NULL
  AND NOT element:Vote|Statement|Event|Figure
  AND NOT object:Vote|Statement|Event|Figure
  AND rival.occurrence IS NULL
  UNWIND rival.sources AS source
  RETURN
    element,
    toLower(replace(rival.type, '_', ' ')) AS property,
    object.name AS value,
    false AS shown,
    [source] AS sources
UNION
  // values of a tie or role
  CALL () {
    CALL () {
      MATCH (element:_Diplograph {id: $about})
      RETURN element
    UNION
      MATCH (:_Diplograph {id: $about})--(element:_Diplograph)
      WHERE NOT element:Vote|Statement|Event|Figure
      RETURN element
    }
    MATCH (element)<-[asserts:ASSERTS]-(claim:_Diplograph&Claim)
    WHERE asserts.edge IS NOT NULL
    RETURN element, asserts, claim
  UNION
    WITH 1 AS always
    WHERE $about IS NULL
    MATCH (claim:_Diplograph&Claim)-[asserts:ASSERTS]->(element:_Diplograph)
    WHERE asserts.edge IS NOT NULL
    RETURN element, asserts, claim
  }
  MATCH (element)-[tie]->(object:_Diplograph)
  WHERE tie.id = asserts.edge
  AND tie.disputed IS NOT NULL
  UNWIND tie.disputed AS property
  WITH claim, asserts, element, tie, object, property
  WHERE asserts[property] IS NOT NULL
  RETURN
    element,
    toLower(replace(type(tie), '_', ' ')) + ' ' + object.name + ', ' + property AS property,
    asserts[property] AS value,
    asserts[property] = tie[property] AS shown,
    [claim.id] AS sources
}
WITH element, property, value, shown, sources
WHERE $about IS NULL
OR element.id = $about
OR EXISTS { (element)--(:_Diplograph {id: $about}) }
OPTIONAL MATCH (claim:_Diplograph&Claim {id: sources[0]})
OPTIONAL MATCH (claim)-[:MADE_IN]->(paper:Article)
WITH element, property, value, shown, sources, claim, paper
ORDER BY
  element.earliest,
  element.name,
  element.id,
  property,
  shown DESC,
  paper.latest DESC,
  sources[0]
LIMIT $limit
RETURN
  element.name AS about,
  property,
  value,
  shown,
  COLLECT {
    MATCH (claim)-[:ACCORDING_TO]->(agent)
    RETURN agent.name
    ORDER BY agent.name
  } AS accordingTo,
  claim.hedge AS hedge,
  coalesce(claim.quote, []) + coalesce(claim.passage, []) AS words,
  claim.check AS check,
  paper.id AS article,
  paper.published AS published,
  sources
ORDER BY
  element.earliest,
  about,
  element.id,
  property,
  shown DESC,
  paper.latest DESC,
  sources[0];
