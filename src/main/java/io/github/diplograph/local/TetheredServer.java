package io.github.diplograph.local;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;

/**
 * The main class of a process of Neo4j, the server or its importer, ending when standard input does. The parent holds the other end and
 * never writes, so that the operating system tells the end of the parent, kill -9 included. This class is all that the
 * process has of Diplograph, and needs nothing but the JDK.
 */
final class TetheredServer {

    /** The property that names Neo4j's own main class. */
    static final String MAIN = "diplograph.main";

    private static final Duration SHUTDOWN = Duration.ofSeconds(60);

    private TetheredServer() {}

    /**
     * Starts Neo4j.
     *
     * @param arguments what Neo4j's own main class takes
     * @throws Exception what that class throws
     */
    public static void main(String[] arguments) throws Exception {
        daemon("parent", TetheredServer::endWithParent);
        try {
            Class.forName(System.getProperty(MAIN))
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever said
            }
        } catch (IOException e) {
            // no more to be read is what is waited for
        }
        daemon("shutdown", TetheredServer::halt);
        System.exit(0);
    }

    private static void halt() {
        try {
            Thread.sleep(SHUTDOWN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, "diplograph-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
