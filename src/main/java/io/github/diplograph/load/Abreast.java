package io.github.diplograph.load;

import io.github.diplograph.graph.Node;
import io.github.diplograph.graph.Share;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes groups of documents two at a time, so that the server is not idle while the next group is compared.
 *
 * <p>Groups that describe the same things, or may create the same ones, wait for one another: none is in another's way.
 * Only an article that is there already is shared, as all files of a dataset share one: the {@link Writer} changes it
 * late. What was begun is always finished, whatever goes wrong beside it.
 */
final class Abreast implements AutoCloseable {

    private static final int WRITERS = 2;

    /** A group that is being written. */
    private record Writing(List<Share> shares, Set<String> shared, Future<Walk.Step> step) {}

    private final String prefix;
    private final Function<List<Share>, Walk.Step> work;
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS, Abreast::thread);
    private final Deque<Writing> begun = new ArrayDeque<>();
    private final Set<String> there = new HashSet<>();

    /**
     * Prepares.
     *
     * @param prefix what ids begin with that are no other corpus's
     * @param work writes a group; called on several threads
     */
    Abreast(String prefix, Function<List<Share>, Walk.Step> work) {
        this.prefix = prefix;
        this.work = work;
    }

    /** Begins to write a group once it is in nobody's way; tells what those did that were finished meanwhile. */
    void begin(List<Share> shares, BiConsumer<List<Share>, Walk.Step> finished) {
        Set<String> shared = shared(shares);
        while (begun.size() == WRITERS
                || begun.stream().anyMatch(writing -> !Collections.disjoint(writing.shared(), shared))) {
            finishOne(finished);
        }
        begun.add(new Writing(shares, shared, threads.submit(() -> work.apply(shares))));
    }

    /**
     * Waits until all that was begun is written, and tells what it did.
     *
     * @throws RuntimeException the first that one of them ended with, after all have ended
     */
    void finish(BiConsumer<List<Share>, Walk.Step> finished) {
        RuntimeException first = null;
        while (!begun.isEmpty()) {
            try {
                finishOne(finished);
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else if (first != failure) {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void finishOne(BiConsumer<List<Share>, Walk.Step> finished) {
        Writing writing = begun.remove();
        Walk.Step step = result(writing.step());
        for (Share share : writing.shares()) {
            Stream.concat(share.nodes().stream(), share.mentions().stream())
                    .filter(this::isShared)
                    .map(Node::id)
                    .forEach(there::add);
        }
        finished.accept(writing.shares(), step);
    }

    /** What a group describes and others may too, and what it may have to create for others to describe. */
    private Set<String> shared(List<Share> shares) {
        Set<String> shared = new HashSet<>();
        for (Share share : shares) {
            Stream<Node> described = share.nodes().stream()
                    .filter(node -> !node.label().equals(Batch.CLAIM))
                    .filter(node -> !isThere(node) || !node.label().equals(Batch.ARTICLE));
            Stream<Node> mentioned = share.mentions().stream().filter(node -> !isThere(node));
            Stream.concat(described, mentioned).map(Node::id).forEach(shared::add);
        }
        return shared;
    }

    private boolean isThere(Node node) {
        return there.contains(node.id());
    }

    private boolean isShared(Node node) {
        return !node.id().startsWith(prefix) || node.label().equals(Batch.ARTICLE);
    }

    /** What was begun is finished even where somebody interrupts the waiting. */
    private static Walk.Step result(Future<Walk.Step> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException again) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) e.getCause();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "diplograph-writing");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the threads; what was begun has been {@linkplain #finish finished} before. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
