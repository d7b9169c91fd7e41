package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.TestDatabase;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.local.LocalNeo4j;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Addresses that begin with {@code neo4j://}: the server's routing table leads through something that can refuse. */
class RoutingIT {

    @TempDir
    private static Path store;

    private static Follower follower;
    private static LocalNeo4j server;

    private final Sketch news = new Sketch("news");

    @BeforeAll
    static void start() throws IOException {
        follower = new Follower();
        server = LocalNeo4j.over(store, TestDatabase.serverJars())
                .setting("server.bolt.advertised_address", ":" + follower.port())
                .start();
        follower.standBefore(server.uri().getPort());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        follower.close();
    }

    @BeforeEach
    void empty() {
        follower.refuse(0);
        try (Driver driver = GraphDatabase.driver(server.uri())) {
            driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
        }
        news.document("registry").bundled("State", "chad", Map.of("name", "Chad"));
        for (int i = 0; i < 20; i++) {
            news.document("d" + i).vote("vote-" + i, Map.of("result", "adopted"), Map.of("chad", "for"));
        }
    }

    @Test
    void are_routed_by_the_servers_own_table() {
        try (Driver driver = routed()) {
            Loader loader = Loader.of(driver, null);
            assertThat(loader.apply(news.graph(), Progress.NONE).totals().created())
                    .containsEntry("Vote", 20L);
            assertThat(loader.apply(news.graph(), Progress.NONE).wroteNothing()).isTrue();
        }
    }

    @Test
    void are_asked_again_when_the_leader_has_changed() {
        try (Driver driver = routed()) {
            follower.refuse(3);
            assertThat(Loader.of(driver, null)
                            .apply(news.graph(), Progress.NONE)
                            .totals()
                            .created())
                    .containsEntry("Vote", 20L);
            assertThat(follower.refused()).isEqualTo(3);
            String routed = Dump.ours(driver);
            driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
            Loader.of(driver, null).apply(news.graph(), Progress.NONE);
            assertThat(Dump.differences(Dump.ours(driver), routed)).isEmpty();
        }
    }

    @Test
    void are_recommended_to_whoever_named_a_follower_directly() {
        try (Driver driver = GraphDatabase.driver("bolt://localhost:" + follower.port())) {
            follower.refuse(1000);
            assertThatThrownBy(() -> Loader.of(driver, null).apply(news.graph(), Progress.NONE))
                    .isInstanceOf(DiplographException.class)
                    .hasMessage(
                            "cannot apply corpus \"news\": this member of the cluster does not write; use the address"
                                    + " with neo4j:// instead of bolt:// (Neo.ClientError.Cluster.NotALeader: No write"
                                    + " operations are allowed directly on this database)");
        }
    }

    private static Driver routed() {
        return GraphDatabase.driver("neo4j://localhost:" + follower.port());
    }
}
