// title: Changes of position
// question: How did someone's position on something change over time, and who says that it did?
// param: actor entity null — only this one's position
// param: topic entity null — only the position on this
// param: apart whole 30 — days that must lie between the first statement and the last
// param: limit whole 1000 — at most so many rows
// column: actor — whose position
// column: on — on whom or what
// column: date — when, as written
// column: verb — what was said that day, or the deed where a source calls it a change of position
// column: says — the position, in the curator's words
// column: before — the verbs of the last time before
// column: change — the first time, or the same or other verbs; said to be one, or said not to be one
// column: accordingTo — to whom the articles attribute it
// column: article — the articles
// column: sources — the claims that it rests on
CALL () {
  CALL () {
    MATCH (:_Diplograph {id: $actor})-[:SAID]->(said:Statement)
    RETURN said
  UNION
    MATCH (:_Diplograph {id: $actor})<-[:ON_BEHALF_OF]-(said:Statement)
    RETURN said
  UNION
    WITH 1 AS always
    WHERE $actor IS NULL
    MATCH (:_Diplograph {id: $topic})<-[:ABOUT|TOWARDS]-(said:Statement)
    RETURN said
  UNION
    WITH 1 AS always
    WHERE $actor IS NULL AND $topic IS NULL
    MATCH (said:_Diplograph&Statement)
    RETURN said
  }
  WITH DISTINCT said
  WHERE NOT coalesce(said.negated, false)
  MATCH (speaker:_Diplograph)-[:SAID]->(said)-[:ABOUT|TOWARDS]->(on:_Diplograph)
  OPTIONAL MATCH (said)-[:ON_BEHALF_OF]->(principal:_Diplograph)
  WITH DISTINCT said, on, coalesce(principal, speaker) AS actor
  WHERE ($actor IS NULL OR actor.id = $actor)
  AND ($topic IS NULL OR on.id = $topic)
  WITH
    actor,
    on,
    said,
    coalesce(
      said.earliest,
      COLLECT {
        MATCH (said)<-[:ASSERTS]-(:Claim)-[:MADE_IN]->(article:Article)
        RETURN article.earliest
        ORDER BY article.earliest
        LIMIT 1
      }[0]
    ) AS day
  // what is said on one day, be it in several acts, is one position
  ORDER BY said.verb, said.id
  WITH actor, on, day, collect(said) AS facts, collect(DISTINCT said.verb) AS verbs
  ORDER BY day
  WITH actor, on, collect({day: day, facts: facts, verbs: verbs}) AS times
  WHERE any(time IN times WHERE time.verbs <> times[0].verbs)
  AND times[0].day + duration({days: $apart}) <= times[-1].day
  UNWIND range(0, size(times) - 1) AS i
  RETURN
    actor,
    on,
    times[i].facts AS facts,
    times[i].day AS day,
    CASE WHEN i > 0 THEN times[i - 1].verbs ELSE [] END AS before,
    CASE
      WHEN i = 0 THEN 'first'
      WHEN times[i].verbs = times[i - 1].verbs THEN 'same verbs'
      ELSE 'other verbs'
    END AS change
UNION
  WITH ['changed position', 'split with', 'aligned with'] AS verbs
  CALL (verbs) {
    MATCH (:_Diplograph {id: $actor})-[:ACTED_IN]->(fact:Event)
    RETURN fact
  UNION
    WITH 1 AS always
    WHERE $actor IS NULL
    MATCH (:_Diplograph {id: $topic})<-[:AFFECTED|ABOUT]-(fact:Event)
    RETURN fact
  UNION
    WITH 1 AS always
    WHERE $actor IS NULL AND $topic IS NULL
    MATCH (fact:_Diplograph)
    WHERE fact.verb IN verbs
    AND fact:Event
    RETURN fact
  }
  WITH fact, verbs
  WHERE fact.verb IN verbs
  MATCH (actor:_Diplograph)-[:ACTED_IN]->(fact)
  OPTIONAL MATCH (fact)-[:AFFECTED|ABOUT]->(on:_Diplograph&!Statement)
  WITH actor, on, fact
  WHERE ($actor IS NULL OR actor.id = $actor)
  AND ($topic IS NULL OR on.id = $topic)
  RETURN
    actor,
    on,
    [fact] AS facts,
    fact.earliest AS day,
    [] AS before,
    CASE WHEN fact.negated THEN 'said not to be one' ELSE 'said to be one' END AS change
}
WITH actor, on, facts, day, before, change
ORDER BY actor.name, on.name, day, facts[0].id
LIMIT $limit
CALL (facts) {
  UNWIND facts AS fact
  UNWIND fact.sources AS source
  OPTIONAL MATCH (claim:_Diplograph&Claim {id: source})
  OPTIONAL MATCH (claim)-[:MADE_IN]->(article:Article)
  OPTIONAL MATCH (claim)-[:ACCORDING_TO]->(agent)
  WITH source, article, agent
  ORDER BY source, article.id, agent.name
  RETURN
    collect(DISTINCT source) AS sources,
    collect(DISTINCT agent.name) AS accordingTo,
    collect(DISTINCT article.id) AS articles
}
RETURN
  actor.name AS actor,
  on.name AS on,
  [fact IN facts WHERE fact.date IS NOT NULL | fact.date][0] AS date,
  reduce(all = [], fact IN facts | CASE WHEN fact.verb IN all THEN all ELSE all + [fact.verb] END) AS verb,
  [fact IN facts | coalesce(fact.says, fact.name)] AS says,
  before,
  change,
  accordingTo,
  articles AS article,
  sources
ORDER BY actor, on, day, facts[0].id;
