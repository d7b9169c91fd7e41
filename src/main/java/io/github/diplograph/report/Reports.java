package io.github.diplograph.report;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/** The questions that Diplograph comes with, those that users write themselves, and their answers. */
public final class Reports {

    /** In the order in which someone new would ask. */
    private static final List<String> NAMES = List.of(
            "votes",
            "ballots",
            "abstentions",
            "statements",
            "quotations",
            "stances",
            "actions",
            "offices",
            "timeline",
            "disputes",
            "single-source",
            "evidence",
            "names",
            "coverage",
            "agreement",
            "coalitions",
            "breaks",
            "explanations",
            "blocked",
            "demands",
            "members",
            "positions",
            "position-changes",
            "addressed",
            "on-behalf",
            "reported-speech",
            "not-asserted",
            "responses",
            "meetings",
            "resignations",
            "figures",
            "chain",
            "published",
            "changes",
            "duplicates");

    private final Map<String, Report> reports;

    private Reports(Map<String, Report> reports) {
        this.reports = reports;
    }

    /**
     * The reports that the library carries.
     *
     * @return all of them
     */
    public static Reports bundled() {
        Map<String, Report> reports = new LinkedHashMap<>();
        for (String name : NAMES) {
            String file = "cypher/" + name + ".cypher";
            try (InputStream in = Reports.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("the library lacks its own " + file);
                }
                reports.put(name, ReportFile.read(file, name, in.readAllBytes()));
            } catch (IOException e) {
                throw new IllegalStateException("cannot read " + file, e);
            }
        }
        return new Reports(reports);
    }

    /**
     * A report of the user's own. A file without header lines is a report without parameters.
     *
     * @param file a Cypher file, UTF-8, at most 1 MiB
     * @return the report, named after the file
     * @throws DiplographException if the file cannot be read or its header has mistakes; the message has a line for
     *     each, {@code file:line:column}
     */
    public static Report read(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().replaceFirst("\\.cypher$", "");
        try {
            if (Files.isRegularFile(file) && Files.size(file) > ReportFile.LARGEST) {
                throw new DiplographException(Visible.of(file.toString()) + ": larger than a report may be, 1 MiB");
            }
            return ReportFile.read(file.toString(), name, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new DiplographException("no file \"" + Visible.of(file.toString()) + "\"", e);
        } catch (IOException e) {
            throw new DiplographException(
                    "cannot read \"" + Visible.of(file.toString()) + "\"; is it a file, and may you read it?", e);
        }
    }

    /**
     * The names of the reports.
     *
     * @return the names, in the order in which someone new would ask
     */
    public List<String> names() {
        return List.copyOf(reports.keySet());
    }

    /**
     * A report by its name.
     *
     * @param name one of {@link #names()}
     * @return the report
     * @throws DiplographException if there is none; the message names the nearest
     */
    public Report get(String name) {
        Report report = reports.get(name);
        if (report == null) {
            throw new DiplographException("no report \"" + Visible.of(name) + "\"; "
                    + Nearest.hint(name, reports.keySet(), "there are " + String.join(", ", reports.keySet())));
        }
        return report;
    }

    /**
     * Asks a database, in a transaction that the server lets only read.
     *
     * @param driver a connection, which stays open
     * @param database the name of the database, or null for the user's home database
     * @param report what to ask
     * @param typed parameters by name, as someone typed them; what is left out has its default
     * @return the answer
     * @throws DiplographException if a parameter is unknown, missing, of the wrong type or names no entity, or if the
     *     database fails; the message names the report
     */
    public static Table run(Driver driver, @Nullable String database, Report report, Map<String, String> typed) {
        return new Query(driver, database, report).run(Arguments.of(report, typed));
    }

    /**
     * What to enter in Neo4j Browser or {@code cypher-shell} before pasting a report's statement, as
     * {@link Report#settings} has it, with the ids of the entities that are named.
     *
     * @param driver a connection, which stays open
     * @param database the name of the database, or null for the user's home database
     * @param report what to ask
     * @param typed parameters by name, as someone typed them; what is left out has its default
     * @return a {@code :param} line for each parameter
     * @throws DiplographException if a parameter is unknown, missing, of the wrong type or names no entity, or if the
     *     database fails; the message names the report
     */
    public static List<String> settings(
            Driver driver, @Nullable String database, Report report, Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>(typed);
        values.putAll(new Query(driver, database, report).ids(Arguments.of(report, typed)));
        return report.settings(values);
    }

    static boolean isBundled(Report report) {
        return NAMES.contains(report.name());
    }
}
