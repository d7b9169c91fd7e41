package io.github.diplograph.report;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.NotificationClassification;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.summary.GqlNotification;
import org.neo4j.driver.summary.GqlStatusObject;

/** One report asked of one database. */
final class Query {

    private static final Set<NotificationClassification> NOT_OUR_CONCERN = Set.of(
            NotificationClassification.DEPRECATION,
            NotificationClassification.GENERIC,
            NotificationClassification.HINT,
            NotificationClassification.PERFORMANCE,
            NotificationClassification.SCHEMA,
            NotificationClassification.SECURITY,
            NotificationClassification.TOPOLOGY,
            NotificationClassification.UNSUPPORTED);

    private final Driver driver;
    private final @Nullable String database;
    private final Report report;

    Query(Driver driver, @Nullable String database, Report report) {
        this.driver = driver;
        this.database = database;
        this.report = report;
    }

    Table run(Map<String, @Nullable Object> typed) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(typed);
        try (Session session = driver.session(sessionConfig())) {
            values.putAll(ids(session, typed));
            TransactionConfig config = TransactionConfig.builder()
                    .withMetadata(Map.of("diplograph", "report " + report.name()))
                    .build();
            Function<Map<String, @Nullable Object>, Table> ask = parameters -> session.executeRead(
                    transaction -> table(transaction.run(report.cypher(), parameters), parameters), config);
            Table table = ask.apply(values);
            if (!table.rows().isEmpty()) {
                return table;
            }
            return isEmpty(session)
                    ? table.with(nothingLoaded())
                    : new NoRows(report, ask)
                            .message(typed, values)
                            .map(table::with)
                            .orElse(table);
        } catch (Neo4jException e) {
            throw failure(e, values);
        }
    }

    /** The ids of the entities that are named. */
    Map<String, String> ids(Map<String, @Nullable Object> typed) {
        try (Session session = driver.session(sessionConfig())) {
            return ids(session, typed);
        } catch (Neo4jException e) {
            throw failure(e, typed);
        }
    }

    private Map<String, String> ids(Session session, Map<String, @Nullable Object> typed) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Report.Parameter parameter : report.parameters()) {
            Object value = typed.get(parameter.name());
            if (parameter.type() == Report.Type.ENTITY && value != null) {
                ids.put(parameter.name(), new Names(session, report, parameter).idOf(value.toString()));
            }
        }
        return ids;
    }

    private SessionConfig sessionConfig() {
        SessionConfig.Builder config = SessionConfig.builder()
                .withDefaultAccessMode(AccessMode.READ)
                .withBookmarkManager(driver.executableQueryBookmarkManager())
                .withDisabledNotificationClassifications(NOT_OUR_CONCERN);
        return database == null ? config.build() : config.withDatabase(database).build();
    }

    private Table table(Result result, Map<String, @Nullable Object> values) {
        List<String> columns = result.keys();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.hasNext()) {
            Record row = result.next();
            rows.add(Values.of(row));
        }
        List<String> warnings = new ArrayList<>();
        if (values.get("limit") instanceof Long limit && limit > 0 && rows.size() >= limit) {
            warnings.add("report \"" + report.name() + "\" shows the first " + limit
                    + " rows; set its parameter \"limit\" higher for more");
        }
        List<String> declared =
                report.columns().stream().map(Report.Column::name).toList();
        if (!declared.isEmpty() && !declared.equals(columns)) {
            warnings.add("report \"" + report.name() + "\" says that its columns are " + String.join(", ", declared)
                    + "; its statement returns " + String.join(", ", columns));
        }
        Set<GqlStatusObject> statuses = result.consume().gqlStatusObjects();
        if (rows.isEmpty() && !Reports.isBundled(report)) {
            statuses.stream()
                    .filter(GqlNotification.class::isInstance)
                    .forEach(notification -> warnings.add(Visible.of(notification.statusDescription())));
        }
        return new Table(columns, rows, warnings);
    }

    private static boolean isEmpty(Session session) {
        return session.executeRead(transaction ->
                !transaction.run("MATCH (n:_Diplograph) RETURN 1 LIMIT 1").hasNext());
    }

    private String nothingLoaded() {
        return in() + " holds nothing that Diplograph wrote; load a corpus with `diplograph apply`";
    }

    private String in() {
        return database == null ? "the database" : "the database \"" + Visible.of(database) + "\"";
    }

    DiplographException failure(Neo4jException e, Map<String, @Nullable Object> values) {
        String what = "report \"" + report.name() + "\"";
        String cause = String.valueOf(e.getMessage()).strip();
        return switch (String.valueOf(e.code())) {
            case "Neo.ClientError.Statement.AccessMode" ->
                new DiplographException(
                        what + " would write, and reports only read; remove the clause that writes (" + e.code() + ")",
                        e);
            case "Neo.ClientError.Statement.ParameterMissing" ->
                new DiplographException(
                        what + " uses a parameter that its header does not declare; add a line"
                                + " \"// param: name type default — meaning\" (" + e.code() + ": " + Visible.of(cause)
                                + ")",
                        e);
            default -> {
                String shown = Arguments.shown(values);
                yield new DiplographException(
                        what + (shown.isEmpty() ? "" : " with " + shown) + " failed in " + in() + ": " + wayOut(e)
                                + e.code() + ": "
                                + Visible.of(cause.lines().findFirst().orElse(cause)),
                        e);
            }
        };
    }

    /** What to do about a failure that is not the statement's fault; empty where that is all there is to say. */
    private String wayOut(Neo4jException e) {
        String code = String.valueOf(e.code());
        if (code.endsWith("Statement.SyntaxError") && Reports.isBundled(report)) {
            return "reports need Neo4j 5.23 or later; ";
        }
        if (code.contains("OutOfMemory") || code.contains("TransactionTimedOut")) {
            return "it asks for too much at once; narrow it by its parameters; ";
        }
        return e instanceof ServiceUnavailableException ? "no Neo4j answers; start it, or check the address; " : "";
    }
}
