// title: Blocked and passed
// question: Which texts were blocked, by whom, and which on the same matter passed?
// param: topic entity:topic null — only texts about this topic
// param: limit whole 1000 — at most so many rows
// column: date — when, as written
// column: text — the resolution, or the group of those that are counted and not named
// column: count — how many, of a group
// column: fate — vetoed, blocked, adopted, …
// column: by — by whom, where it was someone's doing
// column: disputed — what the sources do not agree on; report disputes shows each version
// column: topics — what the text is about
// column: passed — texts that were adopted on one of these topics, not before
// column: passage — the words of the articles
// column: check — whether those words were found there
// column: article — the articles
// column: sources — the claims that the row rests on
CALL () {
  CALL () {
    MATCH (:_Diplograph {id: $topic})<-[:ABOUT]-(:Resolution|Text|Group|Statement)<-[:SAID]-{0,1}(text)
    RETURN text
  UNION
    WITH 1 AS always
    WHERE $topic IS NULL
    MATCH (text:_Diplograph&(Resolution|Text|Group))
    RETURN text
  }
  MATCH (fact:Event)-[:AFFECTED]->(text:Resolution|Text|Group)
  WHERE fact.verb IN ['vetoed', 'blocked', 'rejected', 'allowed to pass', 'passed']
  AND NOT coalesce(fact.negated, false)
  AND (NOT text:Group OR text.of IN ['resolution', 'text'])
  RETURN
    fact,
    text,
    CASE
      WHEN coalesce(fact.status, 'occurred') = 'occurred' THEN fact.verb
      WHEN fact.verb = 'passed' THEN fact.status
      ELSE fact.status + ': ' + fact.verb
    END AS fate
UNION
  CALL () {
    MATCH (:_Diplograph {id: $topic})<-[:ABOUT]-(:Resolution|Text|Group|Statement)<-[:SAID]-{0,1}(text)
    MATCH (fact:Vote)-[:VOTE_ON]->(text)
    RETURN fact, text
  UNION
    WITH 1 AS always
    WHERE $topic IS NULL
    MATCH (fact:_Diplograph&Vote)-[:VOTE_ON]->(text)
    RETURN fact, text
  }
  WITH fact, text
  WHERE fact.result IS NOT NULL
  RETURN fact, text, fact.result AS fate
}
CALL (text) {
  OPTIONAL MATCH (text)-[:ABOUT]->(topic:Topic)
  RETURN topic
UNION
  OPTIONAL MATCH (text)-[:SAID]->(:Statement)-[:ABOUT]->(topic:Topic)
  RETURN topic
}
WITH fact, text, fate, topic
ORDER BY topic.name
WITH fact, text, fate, collect(topic) AS topics
WHERE $topic IS NULL OR any(topic IN topics WHERE topic.id = $topic)
WITH fact, text, fate, topics
ORDER BY fact.earliest, fact.latest, text.name, fate, fact.id
LIMIT $limit
CALL (fact) {
  UNWIND fact.sources AS source
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
  fact.date AS date,
  text.name AS text,
  CASE WHEN text:Group THEN text.count END AS count,
  fate,
  COLLECT {
    MATCH (actor)-[:ACTED_IN]->(fact)
    RETURN actor.name
    ORDER BY actor.name
  } AS by,
  coalesce(fact.disputed, []) AS disputed,
  [topic IN topics | topic.name] AS topics,
  COLLECT {
    UNWIND topics AS topic
    MATCH (topic)<-[:ABOUT]-(:Resolution|Statement)<-[:SAID]-{0,1}(later:Resolution)
          <-[:VOTE_ON]-(vote:Vote {result: 'adopted'})
    WHERE later <> text
    AND coalesce(vote.latest >= fact.earliest, true)
    RETURN DISTINCT later.name AS name
    ORDER BY name
  } AS passed,
  passage,
  check,
  articles AS article,
  fact.sources AS sources
ORDER BY fact.earliest, fact.latest, text, fate, fact.id;
