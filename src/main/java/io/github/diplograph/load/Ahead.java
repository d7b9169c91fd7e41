package io.github.diplograph.load;

import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import io.github.diplograph.graph.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * Draws documents' shares in a thread of its own while others are compared and written, and gathers them until they are
 * worth a transaction. Two groups at most wait in memory: one that is complete, and one that is being drawn.
 */
final class Ahead implements AutoCloseable {

    /** Shares for one transaction; none after the last; or what went wrong. */
    private record Group(List<Share> shares, @Nullable Throwable failure) {}

    private final BlockingQueue<Group> groups = new SynchronousQueue<>();
    private final Thread thread;

    /**
     * Begins to draw.
     *
     * @param graph whose documents
     * @param parts which of them, in this order
     * @param elements how many nodes and relationships may share a transaction; a larger document has one of its own
     */
    Ahead(Graph graph, List<Part> parts, int elements) {
        thread = new Thread(() -> draw(graph, parts, elements), "diplograph-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next documents that share a transaction, none when all have been given. */
    List<Share> next() {
        try {
            Group group = groups.take();
            if (group.failure() instanceof RuntimeException failure) {
                throw failure;
            }
            if (group.failure() instanceof Error failure) {
                throw failure;
            }
            return group.shares();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while documents were drawn", interrupted);
        }
    }

    /** Stops drawing, and waits until it has. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw(Graph graph, List<Part> parts, int elements) {
        try {
            try {
                List<Share> shares = new ArrayList<>();
                int gathered = 0;
                for (Part part : parts) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    Share share = graph.share(part);
                    int size = share.nodes().size() + share.edges().size();
                    if (!shares.isEmpty() && gathered + size > elements) {
                        groups.put(new Group(List.copyOf(shares), null));
                        shares.clear();
                        gathered = 0;
                    }
                    shares.add(share);
                    gathered += size;
                }
                if (!shares.isEmpty()) {
                    groups.put(new Group(List.copyOf(shares), null));
                }
                groups.put(new Group(List.of(), null));
            } catch (RuntimeException | Error failure) {
                groups.put(new Group(List.of(), failure));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
