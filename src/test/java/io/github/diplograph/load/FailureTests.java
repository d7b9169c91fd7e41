package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

class FailureTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Security.CredentialsExpired | the server wants the password changed first; set a new one with `ALTER"
                        + " CURRENT USER SET PASSWORD`",
                "Security.AuthenticationRateLimit | the server refused the password too often; wait some seconds and"
                        + " check it",
                "Security.Forbidden | the user lacks a right; grant reading, writing, creating names and constraints on"
                        + " this database",
                "Database.DatabaseNotFound | there is no such database; check its name",
                "General.WriteOnReadOnlyAccessDatabase | the database is read-only; allow writing, or name another",
                "General.ForbiddenOnReadOnlyDatabase | the database is read-only; allow writing, or name another",
                "Cluster.NotALeader | this member of the cluster does not write; use the address with neo4j:// instead"
                        + " of bolt://",
                "Transaction.TransactionTimedOut | a transaction took longer than the server allows; raise"
                        + " db.transaction.timeout or split the largest file, and run it again",
                "Transaction.LockClientStopped | the server ended a transaction that waited too long for somebody else's; let"
                        + " that end, or raise db.transaction.timeout, and run it again",
                "Transaction.TransactionCommitFailed | the server could not write the transaction; see whether its disk is"
                        + " full, restart it, and run it again",
                "Schema.ConstraintValidationFailed | somebody else's data uses an id twice that Diplograph needs to be"
                        + " unique; rename theirs, or use another database",
                "Statement.SyntaxError | the server reported an error",
            })
    void is_explained_by_the_drivers_code(String code, String meaning) {
        Neo4jException cause = new ClientException("Neo.ClientError." + code, "its\nwords");

        assertThat(Failure.of("apply corpus \"news\"", "", cause))
                .hasMessage("cannot apply corpus \"news\": " + meaning + " (Neo.ClientError." + code + ": its words)")
                .hasCause(cause);
    }

    @Test
    void is_explained_by_its_kind_where_the_code_says_little() {
        assertThat(Stream.of(
                                new ServiceUnavailableException("Unable to connect to localhost:1"),
                                new ServiceUnavailableException("SSL handshake with localhost:1 failed"),
                                new ClientException("Server responded HTTP."),
                                new SessionExpiredException("gone"),
                                new AuthenticationException("Neo.ClientError.Security.Unauthorized", "no"),
                                new TransientException("Neo.TransientError.Transaction.DeadlockDetected", "busy"),
                                new TransientException("Neo.TransientError.General.DatabaseUnavailable", "later"),
                                new TransientException(
                                        "Neo.TransientError.General.MemoryPoolOutOfMemoryError", "too much"),
                                new DatabaseException(
                                        "Neo.DatabaseError.General.UnknownError", "No space left on device"))
                        .map(cause -> Failure.of("plan corpus \"news\"", "archive", cause)
                                .getMessage()
                                .replace("cannot plan corpus \"news\" in the database \"archive\": ", "")))
                .containsExactly(
                        "no Neo4j answers; start it, or check address and network (Unable to connect to localhost:1)",
                        "the connection could not be secured; check scheme (neo4j+s, bolt+s) and certificate (SSL"
                                + " handshake with localhost:1 failed)",
                        "this is the address of its web pages; name the Bolt port, mostly 7687 (Server responded HTTP.)",
                        "the connection was lost; run it again (gone)",
                        "the server refused user name or password; check both"
                                + " (Neo.ClientError.Security.Unauthorized: no)",
                        "the server asked to try again and did not recover in time; run it again"
                                + " (Neo.TransientError.Transaction.DeadlockDetected: busy)",
                        "the database is not started; start it, or see the server's log"
                                + " (Neo.TransientError.General.DatabaseUnavailable: later)",
                        "the server ran out of memory for transactions; raise its limit or split the largest file, and"
                                + " run it again (Neo.TransientError.General.MemoryPoolOutOfMemoryError: too much)",
                        "the server's disk is full; make room and run it again"
                                + " (Neo.DatabaseError.General.UnknownError: No space left on device)");
    }

    @Test
    void is_cut_where_the_server_says_too_much() {
        Neo4jException cause = new ClientException("Neo.ClientError.Statement.SyntaxError", "x".repeat(1000));

        assertThat(Failure.of("apply corpus \"news\"", "", cause).getMessage())
                .hasSizeLessThan(400)
                .endsWith("xxx…)");
    }

    @Test
    void names_the_version_of_a_server_that_is_too_old() {
        assertThat(Failure.tooOld("apply corpus \"news\"", "Neo4j/4.4.12"))
                .hasMessage(
                        "cannot apply corpus \"news\": the server is Neo4j/4.4.12, and Diplograph needs Neo4j 5.26 or"
                                + " later; upgrade it, or use the local server");
    }
}
