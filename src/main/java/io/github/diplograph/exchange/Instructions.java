package io.github.diplograph.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What lies beside the files of an export and says how they are loaded. */
final class Instructions {

    private static final String README =
            """
            # %s for Neo4j's offline importer

            `nodes` and `relationships` hold the graph of the corpus, `import.args` what the importer must be told, and
            `schema.cypher` what is run after the import: constraints and indexes. Then the database is as if the corpus
            had been applied to it, and `diplograph plan` finds no difference.

            One command does it all, for a database that is empty or may be replaced. The server must be stopped; it is
            started for the schema:

            ```sh
            NEO4J_HOME=/path/to/neo4j NEO4J_PASSWORD=… sh load.sh
            ```

            It takes the name of the database as its argument, `neo4j` without one. By hand it is, in this folder:

            ```sh
            neo4j-admin database import full @import.args --overwrite-destination neo4j
            neo4j start
            cypher-shell -d neo4j -f schema.cypher
            ```

            Neo4j 5.26 or later, Community or Enterprise. Lists are delimited by the character U+001F. The numbers under
            `:ID`, `:START_ID` and `:END_ID` join the files, and are not kept; `id` is.
            """;

    private static final String LOAD =
            """
            #!/bin/sh
            # Replaces a database by what lies beside this file: imports it, starts Neo4j, and runs the schema.
            # The server must be stopped.   NEO4J_HOME=… NEO4J_PASSWORD=… sh load.sh [DATABASE]
            set -eu
            : "${NEO4J_HOME:?set it to the folder of Neo4j}"
            database=${1:-neo4j}
            cd "$(dirname "$0")"
            "$NEO4J_HOME/bin/neo4j-admin" database import full @import.args --overwrite-destination "$database"
            "$NEO4J_HOME/bin/neo4j" start
            tries=0
            until echo 'RETURN 1;' | "$NEO4J_HOME/bin/cypher-shell" -d "$database" > /dev/null 2> cypher-shell.log; do
              tries=$((tries + 1))
              if [ "$tries" -ge 60 ]; then
                cat cypher-shell.log >&2
                exit 1
              fi
              sleep 2
            done
            rm -f cypher-shell.log
            "$NEO4J_HOME/bin/cypher-shell" -d "$database" -f schema.cypher
            """;

    private Instructions() {}

    static void write(String corpus, Neo4jAdmin.Written written, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("import.args"), lines(written.arguments(), argument -> '"' + argument + '"'));
        Files.write(folder.resolve("schema.cypher"), lines(written.schema(), statement -> statement + ";"));
        Files.writeString(folder.resolve("README.md"), README.formatted(corpus));
        Files.writeString(folder.resolve("load.sh"), LOAD);
    }

    private static List<String> lines(List<String> all, java.util.function.UnaryOperator<String> line) {
        return all.stream().map(line).collect(Collectors.toList());
    }
}
