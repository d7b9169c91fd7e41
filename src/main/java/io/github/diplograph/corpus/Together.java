package io.github.diplograph.corpus;

import io.github.diplograph.diagnostic.DiplographException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same work on many items with all processors; what comes of it is taken in the order of the items. */
final class Together {

    /** Fewer items are not worth a thread. */
    private static final int FEW = 8;

    private Together() {}

    /**
     * Works on all items.
     *
     * @param work what to do with one, on any thread; touches nothing that another item's work changes
     * @param then takes each result, on the caller's thread; few are waiting at any time
     */
    static <T, R> void each(List<T> items, Function<T, R> work, Consumer<R> then) {
        int processors = Runtime.getRuntime().availableProcessors();
        if (processors == 1 || items.size() < FEW) {
            items.forEach(item -> then.accept(work.apply(item)));
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(processors, task -> {
            Thread thread = new Thread(task, "diplograph-reading");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<R>> waiting = new ArrayDeque<>();
            Iterator<T> rest = items.iterator();
            while (rest.hasNext() || !waiting.isEmpty()) {
                while (rest.hasNext() && waiting.size() < 2 * processors) {
                    T item = rest.next();
                    waiting.add(pool.submit(() -> work.apply(item)));
                }
                then.accept(result(waiting.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DiplographException("reading the corpus was interrupted; run the command again", interrupted);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }
}
