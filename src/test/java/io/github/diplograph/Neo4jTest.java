package io.github.diplograph;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that meets a real Neo4j, whose database is empty, schema included, before each method. Methods and constructors
 * may take the {@link TestDatabase} or its {@link org.neo4j.driver.Driver}.
 *
 * <p>All tests of a run share one server: the local one; with {@code -Dneo4j=container} one in a container; with
 * {@code -Dneo4j=bolt://…} (or another scheme of the driver's) a given one, which is refused unless its database is
 * empty. The given one's user is {@code -Dneo4j.username} (default {@code neo4j}), the password the environment's
 * {@code NEO4J_TEST_PASSWORD}; without a password there is no authentication. The environment's {@code NEO4J_URI} is
 * never looked at. The tag lets {@code -Dgroups=neo4j} choose exactly these tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("neo4j")
@ExtendWith(TestDatabaseExtension.class)
public @interface Neo4jTest {

    /**
     * Whether the database is emptied once, before the first method of the class and of its nested classes, and not
     * before each method: for those that load much and then only read.
     */
    boolean oncePerClass() default false;
}
