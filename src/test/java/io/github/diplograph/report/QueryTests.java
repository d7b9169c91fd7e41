package io.github.diplograph.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.diagnostic.DiplographException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.TransientException;

class QueryTests {

    @Test
    void aReportThatAsksForTooMuchIsToBeNarrowed() {
        assertThat(failure(new TransientException("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "limit")))
                .hasMessage("report \"ballots\" with resolution=x failed in the database: it asks for too much at once;"
                        + " narrow it by its parameters; Neo.TransientError.General.MemoryPoolOutOfMemoryError: limit");
        assertThat(failure(new ClientException(
                        "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "terminated")))
                .hasMessageContaining("it asks for too much at once;");
    }

    @Test
    void aServerTooOldForTheReportsIsNamedAsTheReason() {
        assertThat(failure(new ClientException("Neo.ClientError.Statement.SyntaxError", "Invalid input '('\nmore")))
                .hasMessage("report \"ballots\" with resolution=x failed in the database: reports need Neo4j 5.23 or"
                        + " later; Neo.ClientError.Statement.SyntaxError: Invalid input '('");
    }

    @Test
    void aServerThatDoesNotAnswerIsToBeStarted() {
        assertThat(failure(new ServiceUnavailableException("Unable to connect to localhost:1")))
                .hasMessage(
                        "report \"ballots\" with resolution=x failed in the database: no Neo4j answers; start it, or"
                                + " check the address; N/A: Unable to connect to localhost:1");
    }

    private static DiplographException failure(Neo4jException cause) {
        try (Driver driver = GraphDatabase.driver("bolt://localhost:1")) {
            Report report = Reports.bundled().get("ballots");
            return new Query(driver, null, report).failure(cause, Map.of("resolution", "x"));
        }
    }
}
