// A small graph as the contract describes it: two articles on one vote, one on licences, a registry.
CREATE CONSTRAINT diplograph_id FOR (n:_Diplograph) REQUIRE n.id IS UNIQUE;
CREATE INDEX diplograph_earliest FOR (n:_Diplograph) ON (n.earliest);
CREATE INDEX diplograph_disputed FOR (n:_Diplograph) ON (n.disputed);
CREATE INDEX claim_id FOR (n:Claim) ON (n.id);
CREATE INDEX article_id FOR (n:Article) ON (n.id);
CREATE FULLTEXT INDEX diplograph_names
FOR (n:Person|State|Organisation|Place|Office|Topic|Resolution|Group)
ON EACH [
  n.name, n.official, n.aliases, n.misspellings, n.adjectives, n.iso2, n.iso3, n.code, n.symbol, n.wikidata
]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CALL db.awaitIndexes(60);

UNWIND [
  {id: 'united-states', name: 'United States', aliases: ['US', 'USA', 'America'], iso3: 'USA'},
  {id: 'united-kingdom', name: 'United Kingdom', aliases: ['UK', 'Britain'], iso3: 'GBR'},
  {id: 'russia', name: 'Russia', aliases: ['Russian Federation'], iso3: 'RUS'},
  {id: 'china', name: 'China', aliases: [], iso3: 'CHN'},
  {id: 'malta', name: 'Malta', aliases: [], iso3: 'MLT'},
  {id: 'ivory-coast', name: 'Côte d’Ivoire', aliases: ['Ivory Coast'], iso3: 'CIV'},
  {id: 'israel', name: 'Israel', aliases: [], iso3: 'ISR'}
] AS state
CREATE (n:State:_Diplograph {
  id: state.id, name: state.name, iso3: state.iso3, sources: ['demo/registry#' + state.id]
})
SET n.aliases = CASE WHEN state.aliases = [] THEN null ELSE state.aliases END;
UNWIND [
  {id: 'netanyahu', name: 'Benjamin Netanyahu', aliases: ['Netanyahu'], misspellings: ['Netanyaho']},
  {id: 'katz', name: 'Israel Katz'},
  {id: 'lammy', name: 'David Lammy', aliases: ['Lammy']},
  {id: 'cameron', name: 'David Cameron'},
  {id: 'kirby', name: 'John Kirby'},
  {id: 'spokesman', name: 'a Downing Street spokesman'}
] AS person
CREATE (n:Person:_Diplograph {id: person.id, name: person.name, sources: ['demo/entities/people#' + person.id]})
SET n.aliases = person.aliases, n.misspellings = person.misspellings;
MATCH (n:Person {id: 'spokesman'}) SET n.unnamed = true;
CREATE (:Office:_Diplograph {
  id: 'foreign-secretary', name: 'Foreign Secretary', single: true, sources: ['demo/entities/people#foreign-secretary']
});
CREATE (:Office:_Diplograph {
  id: 'foreign-minister-israel', name: 'Foreign Minister', sources: ['demo/entities/people#foreign-minister-israel']
});
CREATE (:Organisation:_Diplograph {
  id: 'un-security-council', name: 'UN Security Council', aliases: ['Security Council'],
  sources: ['demo/registry#un-security-council']
});
CREATE (:Resolution:_Diplograph {
  id: 'ceasefire-resolution', name: 'ceasefire resolution of 25 March 2024', symbol: 'S/RES/2728 (2024)', binding: false,
  disputed: ['binding'], sources: ['demo/one#ceasefire-resolution', 'demo/two#ceasefire-resolution']
});
CREATE (:Group:_Diplograph {
  id: 'us-vetoed', name: 'the resolutions that the US vetoed', of: 'resolution', count: 3, sources: ['demo/two#us-vetoed']
});
CREATE (:Topic:_Diplograph {id: 'rafah-offensive', name: 'Rafah offensive', sources: ['demo/one#rafah-offensive']});

// the articles and what each claims
UNWIND [
  {id: 'demo/one', title: 'US abstained from the vote', published: '2024-03-25'},
  {id: 'demo/two', title: 'Israel cancels meeting', published: '2024-03-26'},
  {id: 'demo/three', title: 'UK suspends licences', published: '2024-09-04'}
] AS article
CREATE (a:Article:_Diplograph {
  id: article.id, name: article.title, title: article.title, published: article.published,
  earliest: date(article.published), latest: date(article.published)
});
UNWIND [
  {id: 'demo/extractions/one', file: 'extractions/one.yaml'},
  {id: 'demo/extractions/two', file: 'extractions/two.yaml'},
  {id: 'demo/extractions/three', file: 'extractions/three.yaml'},
  {id: 'demo/entities/people', file: 'entities/people.yaml'}
] AS document
CREATE (:Document:_Diplograph {
  id: document.id, name: document.file, file: document.file, corpus: 'demo', hash: 'x'
});
UNWIND [
  {id: 'one#vote', kind: 'vote', passage: ['14 of the council’s 15 members', 'the US abstained'], check: 'exact', at: [310, 340]},
  {id: 'one#vote-russia', kind: 'vote', passage: ['including Russia and China, voted in favour'], check: 'normalised', at: [900, 943]},
  {id: 'one#condemned', kind: 'statement', quote: ['clear departure'], check: 'exact', at: [70, 85]},
  {id: 'one#regretted', kind: 'statement', quote: ['did not veto the new resolution', 'not contingent on the release'], check: 'normalised', at: [500, 531, 560, 589]},
  {id: 'one#cease-fire', kind: 'statement', quote: ['Israel will not cease the fire'], check: 'exact', at: [2000, 2030]},
  {id: 'one#why', kind: 'statement', passage: ['Regrettably, the vote'], check: 'unchecked'},
  {id: 'one#cancelled', kind: 'event', passage: ['Mr Netanyahu cancelled a trip'], check: 'exact', at: [700, 729]},
  {id: 'one#binding', kind: 'attribute', passage: ['is not binding'], check: 'exact', at: [1500, 1514]},
  {id: 'one#spokesman', kind: 'statement', quote: ['We have long called for'], check: 'exact', at: [2600, 2623]},
  {id: 'one#katz', kind: 'role', passage: ['Israel’s foreign minister'], check: 'exact', at: [1900, 1925]},
  {id: 'one#ceasefire-resolution', kind: 'entity'},
  {id: 'one#rafah-offensive', kind: 'entity'},
  {id: 'two#vote', kind: 'vote', passage: ['The 14 other members of the council'], check: 'exact', at: [1300, 1335]},
  {id: 'two#cancelled', kind: 'event', passage: ['Israel has cancelled a meeting in Washington'], check: 'exact', at: [0, 44]},
  {id: 'two#vetoed', kind: 'event', passage: ['block three Security Council resolutions'], check: 'exact', at: [900, 940]},
  {id: 'two#hostages', kind: 'figure', passage: ['about 130 hostages'], check: 'exact', at: [1700, 1718], hedge: 'believes'},
  {id: 'two#binding', kind: 'attribute', passage: ['widely considered to be legally binding'], check: 'missing'},
  {id: 'two#not-binding', kind: 'attribute', passage: ['does not consider', 'to be binding'], check: 'exact', at: [2200, 2217, 2230, 2243]},
  {id: 'two#ceasefire-resolution', kind: 'entity'},
  {id: 'two#us-vetoed', kind: 'entity'},
  {id: 'three#licences', kind: 'event', passage: ['30 of 350 arms export licences'], check: 'exact', at: [190, 220]},
  {id: 'three#announced', kind: 'statement', passage: ['Foreign Secretary David Lammy announced'], check: 'exact', at: [150, 189]},
  {id: 'three#urged', kind: 'statement', passage: ['said to have urged Israel'], check: 'unchecked', hedge: 'said to have'},
  {id: 'three#lammy', kind: 'role', passage: ['Foreign Secretary David Lammy'], check: 'exact', at: [150, 179]}
] AS row
WITH row, split(row.id, '#')[0] AS document
MATCH (article:Article {id: 'demo/' + document}), (file:Document {id: 'demo/extractions/' + document})
CREATE (claim:Claim:_Diplograph {id: 'demo/extractions/' + row.id, name: row.id, kind: row.kind})
SET claim.passage = row.passage, claim.quote = row.quote, claim.check = row.check, claim.hedge = row.hedge,
    claim.quoteOffsets = CASE WHEN row.quote IS NULL THEN null ELSE row.at END,
    claim.passageOffsets = CASE WHEN row.quote IS NULL THEN row.at ELSE null END
CREATE (claim)-[:MADE_IN {id: claim.id + '|' + article.id}]->(article),
       (claim)-[:WRITTEN_IN {id: claim.id + '|' + file.id}]->(file);
UNWIND ['netanyahu', 'katz', 'lammy', 'cameron', 'kirby', 'spokesman', 'foreign-secretary', 'cameron-role'] AS entity
MATCH (file:Document {id: 'demo/entities/people'})
CREATE (claim:Claim:_Diplograph {
  id: 'demo/entities/people#' + entity, name: entity, kind: CASE entity WHEN 'cameron-role' THEN 'role' ELSE 'entity' END
})-[:WRITTEN_IN {id: 'demo/entities/people#' + entity + '|file'}]->(file);
MATCH (claim:Claim {id: 'demo/extractions/two#hostages'}), (israel:State {id: 'israel'})
CREATE (claim)-[:ACCORDING_TO {id: claim.id + '|israel'}]->(israel);
MATCH (claim:Claim {id: 'demo/extractions/two#not-binding'}), (us:State {id: 'united-states'})
CREATE (claim)-[:ACCORDING_TO {id: claim.id + '|united-states'}]->(us);

// the vote, told twice
CREATE (vote:Vote:_Diplograph {
  id: 'demo/ceasefire-vote', name: 'vote on the ceasefire resolution', date: '2024-03-25', earliest: date('2024-03-25'),
  latest: date('2024-03-25'), for: 14, result: 'adopted', inferred: ['date'], disputed: ['ballots'],
  sources: ['demo/extractions/one#vote', 'demo/extractions/one#vote-russia', 'demo/extractions/two#vote']
});
MATCH (vote:Vote {id: 'demo/ceasefire-vote'}), (resolution:Resolution {id: 'ceasefire-resolution'}),
      (council:Organisation {id: 'un-security-council'})
CREATE (vote)-[:VOTE_ON {id: vote.id + '|' + resolution.id, sources: vote.sources}]->(resolution),
       (vote)-[:TAKEN_IN {id: vote.id + '|' + council.id, sources: vote.sources}]->(council);
UNWIND [
  {voter: 'united-kingdom', inferred: false, sources: ['one#vote', 'two#vote']},
  {voter: 'russia', inferred: false, sources: ['one#vote-russia']},
  {voter: 'china', inferred: false, sources: ['one#vote-russia']},
  {voter: 'malta', inferred: true, sources: ['two#vote']}
] AS row
MATCH (vote:Vote {id: 'demo/ceasefire-vote'}), (voter:State {id: row.voter})
CREATE (voter)-[:VOTED {
  id: vote.id + '|' + voter.id, choice: 'for', inferred: row.inferred,
  sources: [source IN row.sources | 'demo/extractions/' + source]
}]->(vote);
MATCH (vote:Vote {id: 'demo/ceasefire-vote'}), (us:State {id: 'united-states'}), (china:State {id: 'china'})
CREATE (us)-[:ABSTAINED {
  id: vote.id + '|united-states', choice: 'abstained', inferred: false,
  sources: ['demo/extractions/one#vote', 'demo/extractions/two#vote']
}]->(vote),
(china)-[:CLAIMED {
  id: vote.id + '|china|abstained', type: 'ABSTAINED', choice: 'abstained', instead: vote.id + '|china',
  sources: ['demo/extractions/two#vote']
}]->(vote);
UNWIND ['one#vote', 'one#vote-russia', 'two#vote'] AS source
MATCH (claim:Claim {id: 'demo/extractions/' + source}), (vote:Vote {id: 'demo/ceasefire-vote'})
CREATE (claim)-[asserts:ASSERTS {id: claim.id + '|' + vote.id}]->(vote)
SET asserts.for = CASE source WHEN 'one#vote-russia' THEN null ELSE 14 END, asserts.date = '2024-03-25';
MATCH (us:State {id: 'united-states'}), (group:Group {id: 'us-vetoed'})
CREATE (event:Event:_Diplograph {
  id: 'demo/event:vetoed', name: 'United States vetoed the resolutions that the US vetoed', verb: 'vetoed', status: 'occurred',
  sources: ['demo/extractions/two#vetoed']
}), (us)-[:ACTED_IN {id: 'demo/event:vetoed|united-states', sources: event.sources}]->(event),
(event)-[:AFFECTED {id: 'demo/event:vetoed|us-vetoed', sources: event.sources}]->(group),
(us)-[:VETOED {
  id: 'demo/event:vetoed|united-states|us-vetoed', occurrence: event.id, sources: event.sources
}]->(group);

// statements
UNWIND [
  {id: 'condemned', by: 'netanyahu', verb: 'condemned', towards: 'united-states', says: 'the US left its position', quote: ['clear departure'], speech: 'direct', date: '2024-03-25', edge: true},
  {id: 'regretted', by: 'netanyahu', verb: 'regretted', towards: 'ceasefire-resolution', says: 'the US let a resolution pass that asks nothing of Hamas', quote: ['did not veto the new resolution', 'not contingent on the release'], speech: 'direct', date: '2024-03-25', edge: true},
  {id: 'cease-fire', by: 'katz', verb: 'refused', towards: 'ceasefire-resolution', says: 'Israel goes on fighting', quote: ['Israel will not cease the fire'], speech: 'direct', edge: true},
  {id: 'why', by: 'kirby', verb: 'explained', says: 'why the US abstained', speech: 'indirect', date: '2024-03-25'},
  {id: 'spokesman', by: 'spokesman', behalf: 'united-kingdom', verb: 'welcomed', towards: 'ceasefire-resolution', says: 'it is what the UK asked for', quote: ['We have long called for'], speech: 'direct', date: '2024-03-26', edge: true},
  {id: 'announced', by: 'lammy', verb: 'announced', says: 'licences will be suspended', speech: 'indirect', date: '2024-09-02', source: 'three'},
  {id: 'urged', by: 'lammy', verb: 'urged', towards: 'israel', says: 'let aid in', speech: 'indirect', date: '2024-09', first: '2024-09-01', last: '2024-09-30', source: 'three'}
] AS row
CREATE (s:Statement:_Diplograph {
  id: 'demo/' + row.id, verb: row.verb, says: row.says, speech: row.speech,
  sources: ['demo/extractions/' + coalesce(row.source, 'one') + '#' + row.id]
})
SET s.quote = row.quote, s.date = row.date, s.earliest = date(coalesce(row.first, row.date)),
    s.latest = date(coalesce(row.last, row.date))
WITH row, s
MATCH (claim:Claim {id: s.sources[0]})
CREATE (claim)-[:ASSERTS {id: claim.id + '|' + s.id, by: [row.by]}]->(s)
WITH row, s
MATCH (speaker:Person {id: row.by})
CREATE (speaker)-[:SAID {id: s.id + '|' + row.by, sources: s.sources}]->(s)
SET s.name = speaker.name + ' ' + row.verb
WITH row, s, speaker
OPTIONAL MATCH (target:_Diplograph {id: row.towards})
FOREACH (t IN CASE WHEN target IS NULL THEN [] ELSE [target] END |
  CREATE (s)-[:TOWARDS {id: s.id + '|' + t.id, sources: s.sources}]->(t)
)
WITH row, s, speaker
OPTIONAL MATCH (principal:_Diplograph {id: row.behalf})
FOREACH (p IN CASE WHEN principal IS NULL THEN [] ELSE [principal] END |
  CREATE (s)-[:ON_BEHALF_OF {id: s.id + '|' + p.id, sources: s.sources}]->(p)
);
MATCH (s:Statement {id: 'demo/condemned'}), (vote:Vote)
CREATE (s)-[:ABOUT {id: s.id + '|' + vote.id, sources: s.sources}]->(vote);
MATCH (s:Statement {id: 'demo/why'}), (vote:Vote)
CREATE (s)-[:EXPLAINS {id: s.id + '|' + vote.id, sources: s.sources}]->(vote);

// events
CREATE (:Event:_Diplograph {
  id: 'demo/licences', name: 'United Kingdom suspended licences: Israel', verb: 'suspended licences', status: 'occurred',
  quantity: 30, outOf: 350, unit: 'arms export licences', date: '2024-09-02', earliest: date('2024-09-02'),
  latest: date('2024-09-02'), inferred: ['date'], sources: ['demo/extractions/three#licences']
});
MATCH (event:Event {id: 'demo/licences'}), (uk:State {id: 'united-kingdom'}), (israel:State {id: 'israel'}),
      (claim:Claim {id: 'demo/extractions/three#licences'})
CREATE (uk)-[:ACTED_IN {id: 'demo/licences|united-kingdom', sources: event.sources}]->(event),
       (event)-[:AFFECTED {id: 'demo/licences|israel', sources: event.sources}]->(israel),
       (uk)-[:SUSPENDED_LICENCES {
         id: 'demo/licences|united-kingdom|israel', occurrence: 'demo/licences', quantity: 30, outOf: 350,
         unit: 'arms export licences', date: '2024-09-02', sources: event.sources
       }]->(israel),
       (claim)-[:ASSERTS {id: claim.id + '|' + event.id, by: ['united-kingdom'], quantity: 30, outOf: 350}]->(event);
CREATE (:Event:_Diplograph {
  id: 'demo/meeting', name: 'Israel met with United States', verb: 'met with', status: 'cancelled',
  sources: ['demo/extractions/one#cancelled']
}), (:Event:_Diplograph {
  id: 'demo/cancelled', name: 'Israel cancelled the meeting', verb: 'cancelled', status: 'occurred', date: '2024-03-25',
  earliest: date('2024-03-25'), latest: date('2024-03-25'), disputed: ['by'],
  sources: ['demo/extractions/one#cancelled', 'demo/extractions/two#cancelled']
});
MATCH (event:Event {id: 'demo/cancelled'}), (meeting:Event {id: 'demo/meeting'}), (israel:State {id: 'israel'}),
      (netanyahu:Person {id: 'netanyahu'}), (one:Claim {id: 'demo/extractions/one#cancelled'}),
      (two:Claim {id: 'demo/extractions/two#cancelled'})
CREATE (israel)-[:ACTED_IN {id: event.id + '|israel', sources: [two.id]}]->(event),
       (netanyahu)-[:CLAIMED {
         id: event.id + '|netanyahu', type: 'ACTED_IN', instead: event.id + '|israel', sources: [one.id]
       }]->(event),
       (event)-[:CANCELS {id: event.id + '|' + meeting.id, sources: event.sources}]->(meeting),
       (one)-[:ASSERTS {id: one.id + '|' + event.id, by: ['netanyahu'], date: '2024-03-25'}]->(event),
       (two)-[:ASSERTS {id: two.id + '|' + event.id, by: ['israel'], date: '2024-03-25'}]->(event),
       (one)-[:ASSERTS {id: one.id + '|' + meeting.id, status: 'cancelled'}]->(meeting);
CREATE (figure:Figure:_Diplograph {
  id: 'demo/hostages', name: 'hostages held: about 130', measure: 'hostages held', value: 130, comparator: 'about',
  date: '2024-03', earliest: date('2024-03-01'), latest: date('2024-03-31'), sources: ['demo/extractions/two#hostages']
})
WITH figure
MATCH (claim:Claim {id: 'demo/extractions/two#hostages'}), (israel:State {id: 'israel'})
CREATE (claim)-[:ASSERTS {id: claim.id + '|' + figure.id, value: 130}]->(figure),
       (figure)-[:ABOUT {id: figure.id + '|israel', sources: figure.sources}]->(israel);
UNWIND [['one#binding', false], ['two#binding', true], ['two#not-binding', false]] AS pair
MATCH (claim:Claim {id: 'demo/extractions/' + pair[0]}), (resolution:Resolution {id: 'ceasefire-resolution'})
CREATE (claim)-[:ASSERTS {id: claim.id + '|' + resolution.id, binding: pair[1]}]->(resolution);

// offices
MATCH (fs:Office {id: 'foreign-secretary'}), (fm:Office {id: 'foreign-minister-israel'}),
      (uk:State {id: 'united-kingdom'}), (israel:State {id: 'israel'}), (lammy:Person {id: 'lammy'}),
      (cameron:Person {id: 'cameron'}), (katz:Person {id: 'katz'})
CREATE (fs)-[:OFFICE_OF {id: 'foreign-secretary|united-kingdom', sources: fs.sources}]->(uk),
       (fm)-[:OFFICE_OF {id: 'foreign-minister-israel|israel', sources: fm.sources}]->(israel),
       (lammy)-[:HELD {
         id: 'lammy|foreign-secretary', as: ['Foreign Secretary'], attested: ['2024-09-02'],
         fromLatest: date('2024-09-02'), toEarliest: date('2024-09-02'), sources: ['demo/extractions/three#lammy']
       }]->(fs),
       (cameron)-[:HELD {
         id: 'cameron|foreign-secretary', from: '2023-11-13', to: '2024-07', fromEarliest: date('2023-11-13'),
         fromLatest: date('2023-11-13'), toEarliest: date('2024-07-01'), toLatest: date('2024-07-31'),
         sources: ['demo/entities/people#cameron-role']
       }]->(fs),
       (katz)-[:HELD {
         id: 'katz|foreign-minister-israel', as: ['foreign minister'], attested: ['2024-03-25'],
         fromLatest: date('2024-03-25'), toEarliest: date('2024-03-25'), sources: ['demo/extractions/one#katz']
       }]->(fm);
UNWIND [
  ['one#katz', 'katz', 'foreign-minister-israel'], ['three#lammy', 'lammy', 'foreign-secretary']
] AS row
MATCH (claim:Claim {id: 'demo/extractions/' + row[0]}), (person:Person {id: row[1]})
CREATE (claim)-[:ASSERTS {id: claim.id + '|' + row[1], edge: row[1] + '|' + row[2]}]->(person);
