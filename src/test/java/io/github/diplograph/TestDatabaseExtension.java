package io.github.diplograph;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.driver.Driver;

/** Hands out the one database of a run, and empties it before each test. */
final class TestDatabaseExtension implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext context) {
        database(context).empty();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Driver.class || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestDatabase database = database(context);
        return parameter.getParameter().getType() == Driver.class ? database.driver() : database;
    }

    private static TestDatabase database(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(TestDatabaseExtension.class))
                .computeIfAbsent(TestDatabase.class, key -> TestDatabase.chosen(), TestDatabase.class);
    }
}
