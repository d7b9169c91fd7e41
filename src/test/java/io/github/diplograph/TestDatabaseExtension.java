package io.github.diplograph;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.neo4j.driver.Driver;

/** Hands out the one database of a run, and empties it before each test or each class. */
final class TestDatabaseExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        if (oncePerClass(context) && context.getEnclosingTestClasses().isEmpty()) {
            database(context).empty();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!oncePerClass(context)) {
            database(context).empty();
        }
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

    private static boolean oncePerClass(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), Neo4jTest.class, context.getEnclosingTestClasses())
                .orElseThrow()
                .oncePerClass();
    }

    private static TestDatabase database(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(TestDatabaseExtension.class))
                .computeIfAbsent(TestDatabase.class, key -> TestDatabase.chosen(), TestDatabase.class);
    }
}
