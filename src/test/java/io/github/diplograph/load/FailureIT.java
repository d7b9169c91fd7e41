package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

@Neo4jTest
class FailureIT {

    private final Driver driver;
    private final Sketch news = new Sketch("news");

    FailureIT(Driver driver) {
        this.driver = driver;
        news.document("a").entity("State", "chad", Map.of()).vote("vote", Map.of(), Map.of("chad", "for"));
    }

    @Test
    void of_a_server_that_is_down_names_its_address() {
        try (Driver nobody = GraphDatabase.driver("bolt://localhost:1", AuthTokens.none())) {
            assertThatThrownBy(() -> Loader.of(nobody, null).apply(news.graph(), Progress.NONE))
                    .isInstanceOf(DiplographException.class)
                    .hasMessage("cannot apply corpus \"news\": no Neo4j answers; start it, or check address and network"
                            + " (Unable to connect to localhost:1, ensure the database is running and that there is a"
                            + " working network connection to it.)");
        }
    }

    @Test
    void of_a_database_that_is_not_there_names_it() {
        assertThatThrownBy(() -> Loader.of(driver, "nowhere").plan(news.graph(), difference -> {}, Progress.NONE))
                .isInstanceOf(DiplographException.class)
                .hasMessageStartingWith(
                        "cannot plan corpus \"news\" in the database \"nowhere\": there is no such database; check its"
                                + " name (Neo.ClientError.Database.DatabaseNotFound: ");
    }

    @Test
    void of_data_that_uses_an_id_twice_leaves_nothing_behind() {
        driver.executableQuery("UNWIND [1, 2] AS i CREATE (:Ship)-[:VOTED {id: 'x'}]->(:Ship)")
                .execute();

        assertThatThrownBy(() -> apply())
                .isInstanceOf(DiplographException.class)
                .hasMessageStartingWith("cannot apply corpus \"news\": somebody else's data uses an id twice that"
                        + " Diplograph needs to be unique; rename theirs, or use another database"
                        + " (Neo.DatabaseError.Schema.ConstraintCreationFailed: ");
        assertThat(Dump.ours(driver)).isEmpty();
    }

    @Test
    void of_a_name_that_is_taken_says_what_to_rename() {
        driver.executableQuery("CREATE INDEX diplograph_earliest FOR (n:Ship) ON (n.built)")
                .execute();

        assertThatThrownBy(() -> apply())
                .isInstanceOf(DiplographException.class)
                .hasMessage("the database has something else under the name of a constraint or index that Diplograph"
                        + " needs: drop or rename it, so that this can be run: CREATE INDEX `diplograph_earliest` IF NOT"
                        + " EXISTS FOR (n:`_Diplograph`) ON (n.`earliest`)");
    }

    private void apply() {
        Loader.of(driver, null).apply(news.graph(), Progress.NONE);
    }
}
