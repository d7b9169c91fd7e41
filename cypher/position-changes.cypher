// title: Changes of position
// question: How did someone's position on something change over time, and who says that it did?
// param: actor entity null — only this one's position
// param: topic entity null — only the position on this
// param: apart whole 30 — days that must lie between the first statement and the last
// param: limit whole 1000 — at most so many rows
// column: actor — whose position
// column: on — on whom or what
// column: date — when, as written
// column: verb — the speech act, or the deed where a source calls it a change of position
// column: says — the position, in the curator's words
// column: before — the verb of the statement before this one
// column: change — none or another verb; said to be one, or said not to be one
// column: accordingTo — to whom the articles attribute it
// column: article — the articles
// column: sources — the claims that it rests on
CALL () {
  MATCH (speaker:_Diplograph)-[:SAID]->(fact:Statement)-[:ABOUT|TOWARDS]->(on:_Diplograph)
  OPTIONAL MATCH (fact)-[:ON_BEHALF_OF]->(principal:_Diplograph)
  WITH fact, on, coalesce(principal, speaker) AS actor
  WHERE ($actor IS NULL OR actor.id = $actor)
  AND ($topic IS NULL OR on.id = $topic)
  AND NOT coalesce(fact.negated, false)
  WITH DISTINCT
    actor,
    on,
    fact,
    coalesce(
      fact.earliest,
      COLLECT {
        MATCH (fact)<-[:ASSERTS]-(:Claim)-[:MADE_IN]->(article:Article)
        RETURN article.earliest
        ORDER BY article.earliest
        LIMIT 1
      }[0]
    ) AS day
  ORDER BY day, fact.id
  WITH actor, on, collect(fact) AS facts, collect(day) AS days
  WHERE any(fact IN facts WHERE fact.verb <> facts[0].verb)
  AND days[0] + duration({days: $apart}) <= days[-1]
  UNWIND range(0, size(facts) - 1) AS i
  RETURN
    actor,
    on,
    facts[i] AS fact,
    days[i] AS day,
    CASE WHEN i > 0 THEN facts[i - 1].verb END AS before,
    CASE WHEN i > 0 AND facts[i].verb <> facts[i - 1].verb THEN 'another verb' ELSE 'none' END AS change
UNION
  MATCH (fact:_Diplograph&Event)
  WHERE fact.verb IN ['changed position', 'split with', 'aligned with']
  MATCH (actor:_Diplograph)-[:ACTED_IN]->(fact)
  OPTIONAL MATCH (fact)-[:AFFECTED|ABOUT]->(on:_Diplograph&!Statement)
  WITH actor, on, fact
  WHERE ($actor IS NULL OR actor.id = $actor)
  AND ($topic IS NULL OR on.id = $topic)
  RETURN
    actor,
    on,
    fact,
    fact.earliest AS day,
    null AS before,
    CASE WHEN fact.negated THEN 'said not to be one' ELSE 'said to be one' END AS change
}
WITH actor, on, fact, day, before, change
ORDER BY actor.name, on.name, day, fact.id
LIMIT $limit
CALL (fact) {
  UNWIND fact.sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  OPTIONAL MATCH (claim)-[:ACCORDING_TO]->(agent)
  WITH article, agent
  ORDER BY article.id, agent.name
  RETURN
    collect(DISTINCT agent.name) AS accordingTo,
    collect(DISTINCT article.id) AS articles
}
RETURN
  actor.name AS actor,
  on.name AS on,
  fact.date AS date,
  fact.verb AS verb,
  coalesce(fact.says, fact.name) AS says,
  before,
  change,
  accordingTo,
  articles AS article,
  fact.sources AS sources
ORDER BY actor, on, day, fact.id;
