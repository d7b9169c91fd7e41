package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.diagnostic.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** What history keeps of an apply. */
@Neo4jTest
class RunIT {

    private static final Instant DAY = Instant.parse("2026-11-24T12:00:00Z");

    private final Driver driver;
    private final Loader loader;
    private final Sketch news = new Sketch("news");

    RunIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null);
    }

    @BeforeEach
    void a_vote() {
        news.document("registry").bundled("State", "chad", Map.of("name", "Chad"));
        news.document("first").vote("vote", Map.of("result", "adopted"), Map.of("chad", "for"));
    }

    private static Options by(String who, int hours) {
        return Options.NONE.by(who).at(Clock.fixed(DAY.plusSeconds(3600L * hours), ZoneOffset.UTC));
    }

    private List<Map<String, Object>> runs() {
        List<Map<String, Object>> runs = new ArrayList<>();
        driver.executableQuery("MATCH (r:Run:_Diplograph) RETURN properties(r) AS run ORDER BY r.begun")
                .execute()
                .records()
                .forEach(row -> runs.add(new TreeMap<>(row.get("run").asMap())));
        return runs;
    }

    @Test
    void who_when_what_and_how_much() {
        Applied applied = loader.apply(news.graph(), by("a curator", 0), Progress.NONE);

        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run)
                    .containsEntry("id", "news/run/2026-11-24T12:00:00Z")
                    .containsEntry("name", "news, 2026-11-24 12:00, a curator")
                    .containsEntry("who", "a curator")
                    .containsEntry("corpus", "news")
                    .containsEntry("begun", ZonedDateTime.ofInstant(DAY, ZoneOffset.UTC))
                    .containsEntry("complete", true)
                    .containsEntry("changed", 0L)
                    .containsEntry("retracted", 0L)
                    .containsEntry("documents", List.of("news/first", "news/registry"))
                    .containsEntry("retractedNodes", List.of());
            assertThat(run.get("version")).asString().matches("\\d+(\\.\\d+)+(-SNAPSHOT)?|development");
            assertThat((List<?>) run.get("createdNodes"))
                    .asString()
                    .contains("State chad: Chad", "Vote news/vote: vote");
            assertThat(run.get("created"))
                    .isEqualTo(applied.totals().created().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        });
        assertThat(applied.run()).isEqualTo("news/run/2026-11-24T12:00:00Z");
    }

    @Test
    void nothing_of_one_that_changes_nothing() {
        loader.apply(news.graph(), by("a curator", 0), Progress.NONE);
        Applied again = loader.apply(news.graph(), by("another", 1), Progress.NONE);

        assertThat(again.run()).isEmpty();
        assertThat(again.counters()).isEqualTo(Applied.Counters.NONE);
        assertThat(runs()).hasSize(1);
    }

    @Test
    void what_was_retracted_by_name_and_claims_keep_when_they_were_first_seen() {
        loader.apply(news.graph(), by("a curator", 0), Progress.NONE);
        news.document("second").condemns("words", "chad", "chad", "news/vote", "that it was late");
        loader.apply(news.graph(), by("a curator", 1), Progress.NONE);
        news.document("second").clear();
        loader.apply(news.graph(), by("another", 2), Progress.NONE);

        assertThat(runs()).hasSize(3);
        assertThat(runs().get(2))
                .containsEntry("who", "another")
                .containsEntry(
                        "retractedNodes", List.of("Claim news/second#words: words", "Statement news/words: words"));
        Record claim = driver.executableQuery("MATCH (c:Claim {id: 'news/first#vote'}) RETURN c.firstSeen AS seen")
                .execute()
                .records()
                .get(0);
        assertThat(claim.get("seen").asZonedDateTime()).isEqualTo(ZonedDateTime.ofInstant(DAY, ZoneOffset.UTC));
    }

    @Test
    void nothing_of_a_transaction_that_was_not_committed() {
        Run run = new Run("news", by("a curator", 0));
        List<Difference> differences =
                List.of(new Difference.Retracted(Difference.Element.node("State", "chad"), List.of()));
        try (Session session = driver.session()) {
            assertThatThrownBy(() -> session.executeWriteWithoutResult(transaction -> {
                        run.note(transaction, differences, Map.of());
                        throw new IllegalStateException("not committed");
                    }))
                    .hasMessage("not committed");
        }
        assertThat(run.id()).isEmpty();
        assertThat(runs()).isEmpty();
    }

    @Test
    void what_was_done_until_it_was_interrupted() {
        for (int i = 0; i < 3; i++) {
            Map<String, String> ballots = new TreeMap<>();
            for (int voter = 0; voter < 6_000; voter++) {
                ballots.put("voter-" + voter, "for");
            }
            news.document("large-" + i).vote("large-" + i, Map.of(), ballots);
        }
        for (int voter = 0; voter < 6_000; voter++) {
            news.document("registry").bundled("State", "voter-" + voter, Map.of());
        }
        Progress interrupted = (work, done, total) -> {
            if (work.equals("documents") && done >= 2) {
                throw new IllegalStateException("interrupted");
            }
        };
        assertThatThrownBy(() -> loader.apply(news.graph(), by("a curator", 0), interrupted))
                .hasMessage("interrupted");

        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run).containsEntry("complete", false);
            assertThat((long) run.get("created"))
                    .isEqualTo(driver.executableQuery("MATCH (n:_Diplograph) WHERE NOT n:Run AND NOT n:_Unsupported"
                                    + " WITH count(n) AS nodes MATCH ()-[r]->() WITH nodes, count(r) AS edges"
                                    + " RETURN nodes + edges AS n")
                            .execute()
                            .records()
                            .get(0)
                            .get("n")
                            .asLong());
        });
        loader.apply(news.graph(), by("a curator", 1), Progress.NONE);
        assertThat(runs()).hasSize(2);
        assertThat(runs().get(1)).containsEntry("complete", true);
    }
}
