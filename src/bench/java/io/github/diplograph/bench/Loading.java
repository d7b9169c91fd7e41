package io.github.diplograph.bench;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.load.Loader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import org.neo4j.driver.Driver;

/** An apply in a process of its own, which tells how long it took and how much heap was in use at most. */
public final class Loading {

    private Loading() {}

    /**
     * Applies a corpus.
     *
     * @param arguments the folder of the corpus, and the address of the server
     */
    public static void main(String[] arguments) {
        long from = System.nanoTime();
        Graph graph = Graph.of(Corpus.read(Path.of(arguments[0])));
        long read = System.nanoTime();
        try (Driver driver = Database.connect(arguments[1])) {
            Loader.of(driver, null).apply(graph, Progress.NONE);
        }
        long until = System.nanoTime();
        long used = 0;
        long live = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                used += pool.getPeakUsage().getUsed();
                if (pool.getName().contains("Tenured")) {
                    live = pool.getPeakUsage().getUsed();
                }
            }
        }
        System.out.println((read - from) / 1e9 + " " + (until - from) / 1e9 + " " + (used >> 20) + " " + (live >> 20));
    }
}
