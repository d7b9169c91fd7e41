package io.github.diplograph.load;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Visible;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

/** What a failure of the database means, and the way out, in one sentence. */
final class Failure {

    private static final int LONGEST = 300;

    private Failure() {}

    /**
     * A sentence for whoever runs Diplograph.
     *
     * @param tried what was tried, such as {@code apply corpus "news"}
     * @param database the database's name, empty for the home database
     * @param cause what the driver reported
     */
    static DiplographException of(String tried, String database, Neo4jException cause) {
        String where = database.isEmpty() ? "" : " in the database \"" + Visible.of(database) + '"';
        String text = "cannot " + tried + where + ": " + meaning(cause) + " (" + cut(cause) + ')';
        return new DiplographException(text, cause);
    }

    /** The server is older than what Diplograph needs. */
    static DiplographException tooOld(String tried, String agent) {
        return new DiplographException("cannot " + tried + ": the server is " + agent
                + ", and Diplograph needs Neo4j 5.26 or later; upgrade it, or use the local server");
    }

    private static String meaning(Neo4jException cause) {
        String code = cause.code() == null ? "" : cause.code();
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        if (message.contains("No space left on device")) {
            return "the server's disk is full; make room and run it again";
        }
        if (code.endsWith("Security.CredentialsExpired")) {
            return "the server wants the password changed first; set a new one with `ALTER CURRENT USER SET PASSWORD`";
        }
        if (code.endsWith("Security.AuthenticationRateLimit")) {
            return "the server refused the password too often; wait some seconds and check it";
        }
        if (cause instanceof AuthenticationException || code.endsWith("Security.Unauthorized")) {
            return "the server refused user name or password; check both";
        }
        if (code.endsWith("Security.Forbidden")) {
            return "the user lacks a right; grant reading, writing, creating names and constraints on this database";
        }
        if (code.endsWith("Database.DatabaseNotFound")) {
            return "there is no such database; check its name";
        }
        if (code.endsWith("DatabaseUnavailable")) {
            return "the database is not started; start it, or see the server's log";
        }
        if (code.endsWith("ReadOnlyDatabase") || code.endsWith("WriteOnReadOnlyAccessDatabase")) {
            return "the database is read-only; allow writing, or name another";
        }
        if (code.endsWith("Cluster.NotALeader")) {
            return "this member of the cluster does not write; use the address with neo4j:// instead of bolt://";
        }
        if (code.contains("TransactionTimedOut") || code.endsWith("LockAcquisitionTimeout")) {
            return "a transaction took longer than the server allows; raise db.transaction.timeout or split the largest"
                    + " file, and run it again";
        }
        if (code.endsWith("Transaction.LockClientStopped")) {
            return "the server ended a transaction that waited too long for somebody else's; let that end, or raise"
                    + " db.transaction.timeout, and run it again";
        }
        if (code.endsWith("Transaction.TransactionLogError") || code.endsWith("Transaction.TransactionCommitFailed")) {
            // so a full disk looks from outside, and after it the database accepts nothing until it is restarted
            return "the server could not write the transaction; see whether its disk is full, restart it, and run it"
                    + " again";
        }
        if (code.contains("OutOfMemory") || code.contains("MemoryLimit")) {
            return "the server ran out of memory for transactions; raise its limit or split the largest file, and run it"
                    + " again";
        }
        if (code.endsWith("Schema.ConstraintCreationFailed") || code.endsWith("Schema.ConstraintValidationFailed")) {
            return "somebody else's data uses an id twice that Diplograph needs to be unique; rename theirs, or use"
                    + " another database";
        }
        if (message.startsWith("Server responded HTTP")) {
            return "this is the address of its web pages; name the Bolt port, mostly 7687";
        }
        if (message.contains("SSL") || message.contains("certificate")) {
            return "the connection could not be secured; check scheme (neo4j+s, bolt+s) and certificate";
        }
        if (cause instanceof ServiceUnavailableException) {
            return "no Neo4j answers; start it, or check address and network";
        }
        if (cause instanceof SessionExpiredException) {
            return "the connection was lost; run it again";
        }
        if (cause instanceof TransientException) {
            return "the server asked to try again and did not recover in time; run it again";
        }
        return "the server reported an error";
    }

    private static String cut(Neo4jException cause) {
        String code = cause.code() == null || cause.code().equals("N/A") ? "" : cause.code() + ": ";
        String text =
                code + Visible.of(String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " "));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + '…';
    }
}
