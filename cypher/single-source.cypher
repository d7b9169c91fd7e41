// title: Facts resting on one source
// question: What would be gone if one article were wrong?
// param: about entity null — only facts about this one
// param: article entity:article null — only facts that rest on this article alone
// param: limit whole 1000 — at most so many rows
// column: kind — Vote, Statement, Event, Figure, or the type of a tie, role or ballot
// column: fact — what the article says
// column: date — when, as written
// column: claims — how many of the article's claims say so
// column: words — the words of the article
// column: check — whether those words were found there
// column: article — the article
// column: sources — the claims that the fact rests on
CALL () {
  MATCH (:_Diplograph {id: $about})--(fact:Vote|Statement|Event|Figure)
  RETURN
    [label IN labels(fact) WHERE label <> '_Diplograph'][0] AS kind,
    fact.id AS id,
    fact.name AS name,
    fact.date AS date,
    fact.sources AS sources
UNION
  WITH 1 AS always
  WHERE $about IS NULL AND $article IS NOT NULL
  MATCH (:_Diplograph&Article {id: $article})<-[:MADE_IN]-(:Claim)-[:ASSERTS]->(fact)
  WHERE fact:Vote|Statement|Event|Figure
  RETURN
    [label IN labels(fact) WHERE label <> '_Diplograph'][0] AS kind,
    fact.id AS id,
    fact.name AS name,
    fact.date AS date,
    fact.sources AS sources
UNION
  WITH 1 AS always
  WHERE $about IS NULL AND $article IS NULL
  MATCH (fact:Vote|Statement|Event|Figure)
  WHERE fact:_Diplograph
  RETURN
    [label IN labels(fact) WHERE label <> '_Diplograph'][0] AS kind,
    fact.id AS id,
    fact.name AS name,
    fact.date AS date,
    fact.sources AS sources
UNION
  // a ballot that one article gives, of a vote that several tell
  CALL () {
    MATCH (:_Diplograph {id: $about})-[ballot:VOTED|ABSTAINED|DID_NOT_VOTE]->(vote:Vote)
    RETURN vote, ballot
  UNION
    MATCH (vote:_Diplograph&Vote {id: $about})<-[ballot:VOTED|ABSTAINED|DID_NOT_VOTE]-()
    RETURN vote, ballot
  UNION
    WITH 1 AS always
    WHERE $about IS NULL
    MATCH (:_Diplograph {id: $article})<-[:MADE_IN]-(:Claim)-[:ASSERTS]->(vote:Vote)
    MATCH (vote)<-[ballot:VOTED|ABSTAINED|DID_NOT_VOTE]-()
    RETURN vote, ballot
  UNION
    WITH 1 AS always
    WHERE $about IS NULL AND $article IS NULL
    MATCH (vote:_Diplograph&Vote)
    WHERE
      size(vote.sources) > 1 AND
      any(source IN vote.sources WHERE split(source, '#')[0] <> split(vote.sources[0], '#')[0])
    MATCH (vote)<-[ballot:VOTED|ABSTAINED|DID_NOT_VOTE]-()
    RETURN vote, ballot
  }
  WITH DISTINCT vote, ballot, startNode(ballot) AS voter
  WHERE any(source IN vote.sources WHERE split(source, '#')[0] <> split(vote.sources[0], '#')[0])
  RETURN
    type(ballot) AS kind,
    ballot.id AS id,
    voter.name + ' ' + ballot.choice + ': ' + vote.name AS name,
    vote.date AS date,
    ballot.sources AS sources
UNION
  CALL () {
    MATCH (subject:_Diplograph {id: $about})<-[asserts:ASSERTS]-(:Claim)
    RETURN subject, asserts
  UNION
    MATCH (:_Diplograph {id: $about})<-[tie]-(subject:_Diplograph)<-[asserts:ASSERTS]-(:Claim)
    WHERE tie.id = asserts.edge
    RETURN subject, asserts
  UNION
    WITH 1 AS always
    WHERE $about IS NULL
    MATCH (:_Diplograph {id: $article})<-[:MADE_IN]-(:Claim)-[asserts:ASSERTS]->(subject:_Diplograph)
    RETURN subject, asserts
  UNION
    WITH 1 AS always
    WHERE $about IS NULL AND $article IS NULL
    MATCH (:_Diplograph&Claim)-[asserts:ASSERTS]->(subject:_Diplograph)
    WHERE asserts.edge IS NOT NULL
    RETURN subject, asserts
  }
  WITH DISTINCT subject, asserts.edge AS edge
  WHERE edge IS NOT NULL
  MATCH (subject)-[tie]->(object:_Diplograph)
  WHERE tie.id = edge
  RETURN
    type(tie) AS kind,
    tie.id AS id,
    subject.name + ' ' + toLower(replace(type(tie), '_', ' ')) + ' ' + object.name AS name,
    coalesce(tie.attested[0], tie.from) AS date,
    tie.sources AS sources
}
// all claims of a document are made in one article, which is looked up once
WITH kind, id, name, date, sources, split(sources[0], '#')[0] + '#' AS document
WHERE all(source IN sources WHERE source STARTS WITH document)
WITH document, collect({kind: kind, id: id, name: name, date: date, sources: sources}) AS facts
MATCH (:_Diplograph&Claim {id: facts[0].sources[0]})-[:MADE_IN]->(paper:Article)
WHERE $article IS NULL OR paper.id = $article
UNWIND facts AS fact
WITH fact.kind AS kind, fact.id AS id, fact.name AS name, fact.date AS date, fact.sources AS sources, paper
ORDER BY paper.earliest, paper.id, kind, date, name, id
LIMIT $limit
CALL (sources) {
  UNWIND sources AS source
  MATCH (claim:_Diplograph&Claim {id: source})
  WITH claim
  ORDER BY claim.id
  UNWIND coalesce(claim.quote, []) + coalesce(claim.passage, []) + [null] AS word
  RETURN
    collect(DISTINCT word) AS words,
    collect(DISTINCT claim.check) AS check
}
RETURN
  kind,
  name AS fact,
  date,
  size(sources) AS claims,
  words,
  check,
  paper.id AS article,
  sources
ORDER BY paper.earliest, article, kind, date, fact, id;
