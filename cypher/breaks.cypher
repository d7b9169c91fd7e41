// title: Breaks with a voter's own pattern
// question: When did a voter vote otherwise than it usually does on a topic?
// param: voter entity:state,person null — only this voter
// param: topic entity:topic null — only this topic
// param: least whole 2 — how often the voter must have made its usual choice
// param: limit whole 1000 — at most so many rows
// column: voter — the voter
// column: topic — the topic
// column: usual — what the voter usually chose; a veto counts as against
// column: usually — how often it did; resolutions that are only counted count as many
// column: of — of how many
// column: date — the day of the break, as written
// column: on — what was voted on
// column: choice — what the voter chose this time
// column: sources — the claims that the break and, of the usual choice, the first twenty ballots rest on
CALL () {
  MATCH (voter:_Diplograph {id: $voter})-[act:VOTED|ABSTAINED|VETOED]->(on:_Diplograph)
  RETURN voter, act, on
UNION
  WITH 1 AS always
  WHERE $voter IS NULL
  CALL () {
    MATCH (topic:_Diplograph {id: $topic})
    RETURN topic
  UNION
    WITH 1 AS always
    WHERE $topic IS NULL
    MATCH (topic:_Diplograph&Topic)
    RETURN topic
  }
  MATCH (topic)<-[:ABOUT]-(:Resolution|Group|Statement)<-[:SAID]-{0,1}(text:Resolution|Group)
  MATCH (text)<-[:VOTE_ON]-{0,1}(on)<-[act:VOTED|ABSTAINED|VETOED]-(voter:_Diplograph)
  RETURN DISTINCT voter, act, on
}
MATCH (on)-[:VOTE_ON]->{0,1}(text:Resolution|Group)
WHERE NOT (act:VETOED AND EXISTS { (text)<-[:VOTE_ON]-(:Vote)<-[:VOTED]-(voter) })
MATCH (text)-[:SAID]->{0,1}(:Resolution|Group|Statement)-[:ABOUT]->(topic:Topic)
WHERE $topic IS NULL OR topic.id = $topic
WITH DISTINCT
  voter,
  topic,
  act,
  on,
  coalesce(act.choice, 'against') AS choice,
  CASE WHEN on:Group THEN coalesce(on.count, 1) ELSE 1 END AS weight
WITH voter, topic, choice, sum(weight) AS times, collect({act: act, on: on}) AS acts
ORDER BY times DESC, choice
WITH
  voter,
  topic,
  collect({choice: choice, times: times, acts: acts}) AS choices,
  sum(times) AS of
WHERE size(choices) > 1
AND choices[0].times >= $least
AND choices[0].times > choices[1].times
// what the usual choice rests on is the same for every break from it
WITH
  voter,
  topic,
  of,
  choices[0].choice AS usual,
  choices[0].times AS usually,
  COLLECT {
    UNWIND choices[0].acts AS past
    UNWIND past.act.sources AS source
    RETURN DISTINCT source ORDER BY source LIMIT 20
  } AS grounds,
  choices[1..] AS others
UNWIND others AS rare
UNWIND rare.acts AS one
// counting leaves the lists behind, which sorting would carry along with every row
WITH
  voter,
  topic,
  of,
  usual,
  usually,
  grounds,
  rare.choice AS choice,
  one.act AS act,
  one.on AS on,
  count(*) AS once
ORDER BY coalesce(on.earliest, act.earliest), voter.name, topic.name, on.id, act.id
LIMIT $limit
RETURN
  voter.name AS voter,
  topic.name AS topic,
  usual,
  usually,
  of,
  coalesce(act.date, on.date) AS date,
  on.name AS on,
  choice,
  COLLECT {
    UNWIND grounds + act.sources AS source
    RETURN DISTINCT source ORDER BY source
  } AS sources
ORDER BY date, voter, topic, on, choice;
