package io.github.diplograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@Neo4jTest
class TestDatabaseIT {

    private final Driver driver;

    TestDatabaseIT(Driver driver) {
        this.driver = driver;
    }

    @RepeatedTest(2)
    void the_database_is_empty_before_each_test_schema_included() {
        assertThat(count("MATCH (n) RETURN count(n) AS n")).isZero();
        assertThat(count("SHOW CONSTRAINTS YIELD name RETURN count(*) AS n")).isZero();
        assertThat(count("SHOW INDEXES YIELD name RETURN count(*) AS n")).isEqualTo(2);
        execute("CREATE CONSTRAINT FOR (v:Vote) REQUIRE v.id IS UNIQUE");
        execute("CREATE INDEX FOR (v:Vote) ON (v.date)");
        execute("CREATE FULLTEXT INDEX names FOR (v:Vote) ON EACH [v.name]");
        execute("UNWIND range(1, 100) AS id CREATE (:Vote {id: id})-[:VOTE_ON]->(:Resolution)");
    }

    @Nested
    class A_server_that_is_given {

        @Test
        void is_refused_unless_it_is_empty(TestDatabase database) {
            execute("CREATE (:Vote)");
            assertThatThrownBy(() -> TestDatabase.given(database.uri(), database.username(), database.password()))
                    .hasMessage("the tests empty their database, and the one at " + database.uri()
                            + " has 1 nodes and 0 indexes: give them one that is empty");
        }
    }

    private long count(String cypher) {
        return driver.executableQuery(cypher)
                .execute()
                .records()
                .get(0)
                .get("n")
                .asLong();
    }

    private void execute(String cypher) {
        driver.executableQuery(cypher).execute();
    }
}
