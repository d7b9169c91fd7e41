package io.github.diplograph.load;

import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import io.github.diplograph.load.Applied.Counters;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.neo4j.driver.Session;

/** What is left to do when Neo4j's offline importer has filled a database: its schema, and its place in the history. */
final class FirstLoad {

    private FirstLoad() {}

    static Applied end(
            Session session,
            Graph graph,
            List<String> statements,
            Map<String, Long> created,
            ZonedDateTime seen,
            Options options,
            Progress progress) {
        Counters counters = Counters.NONE;
        int done = 0;
        for (String statement : statements) {
            progress.at("constraints and indexes", done++, statements.size());
            counters =
                    counters.plus(Counters.of(session.run(statement).consume().counters()));
        }
        Setup.await(session);
        SortedMap<String, Long> all = new TreeMap<>(created);
        Totals totals = new Totals(all, new TreeMap<>(), new TreeMap<>());
        Run run = new Run(graph.corpus(), options, seen);
        List<String> documents = graph.parts().stream().map(Part::id).toList();
        Counters noted = session.executeWrite(
                transaction -> run.note(transaction, totals, documents).plus(run.complete(transaction)));
        run.noted();
        return new Applied(
                totals, documents.size(), 0, List.of(), List.of(), List.of(), run.id(), counters.plus(noted));
    }
}
