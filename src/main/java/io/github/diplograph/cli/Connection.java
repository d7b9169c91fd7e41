package io.github.diplograph.cli;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.local.LocalNeo4j;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/**
 * A database for the length of one command.
 *
 * @param driver how to speak to it
 * @param database its name, or null for the home database
 * @param server the local server, which ends with this; null where there is another one
 */
record Connection(Driver driver, @Nullable String database, @Nullable LocalNeo4j server) implements AutoCloseable {

    /** Connects to a server that somebody runs. */
    static Connection to(URI uri, AuthToken login, @Nullable String database) {
        Driver driver = GraphDatabase.driver(uri, login, config());
        try {
            driver.verifyConnectivity();
            return new Connection(driver, database, null);
        } catch (Neo4jException e) {
            driver.close();
            throw new DiplographException("cannot connect to " + uri + ": " + meaning(e), e);
        }
    }

    /** Connects to the local server. */
    static Connection over(LocalNeo4j server, @Nullable String database) {
        return new Connection(GraphDatabase.driver(server.uri(), AuthTokens.none(), config()), database, server);
    }

    /** The same, leaving the local server to whoever started it. */
    Connection leavingServer() {
        return new Connection(driver, database, null);
    }

    /** Driver 6.2 otherwise formats each message that it sends, all values in it, before it finds that nobody logs it. */
    @SuppressWarnings("deprecation")
    private static Config config() {
        return Config.builder()
                .withUserAgent("diplograph/" + Main.Version.name())
                .withLogging(Logging.slf4j())
                .build();
    }

    private static String meaning(Neo4jException failure) {
        if (String.valueOf(failure.code()).endsWith("CredentialsExpired")) {
            return "the password must be changed before it is used; set a new one in Neo4j Browser or cypher-shell";
        }
        if (String.valueOf(failure.code()).endsWith("AuthenticationRateLimit")) {
            return "the server has been given a wrong password too often; wait some seconds, and check it";
        }
        if (failure instanceof AuthenticationException) {
            return "the server refuses user name or password; give --username, and NEO4J_PASSWORD or --password-file";
        }
        if (failure instanceof ServiceUnavailableException) {
            return "no Neo4j answers there; start it, or check address and network";
        }
        return failure.code() + ": "
                + String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        try {
            driver.close();
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }
}
