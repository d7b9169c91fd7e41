package io.github.diplograph.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A TCP proxy before a server, whose connections can be cut after so many bytes, in both directions together. */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 1_024;

    private final URI server;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong passed = new AtomicLong();
    private volatile long cut = Long.MAX_VALUE;
    private volatile boolean forGood;
    private volatile boolean down;

    Wire(URI server) {
        this.server = server;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    /** Where drivers connect instead; a scheme without routing, for a routing table has the server's own address. */
    URI uri() {
        return URI.create("bolt://localhost:" + listener.getLocalPort());
    }

    /** How many bytes have passed since it was told last when to cut. */
    long passed() {
        return passed.get();
    }

    /** Whether connections have been cut since. */
    boolean isCut() {
        return passed.get() >= cut;
    }

    /**
     * Lets so many bytes pass, and then cuts every connection.
     *
     * @param bytes how many, counted from now
     * @param stays whether new connections are cut as well, until this is called again
     */
    void cutAfter(long bytes, boolean stays) {
        passed.set(0);
        down = false;
        forGood = stays;
        cut = bytes;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(Wire::reset);
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listener.accept();
                if (down) {
                    reset(client);
                } else {
                    Socket onward = new Socket(server.getHost(), server.getPort());
                    // otherwise each small message waits for the acknowledgement of the one before
                    client.setTcpNoDelay(true);
                    onward.setTcpNoDelay(true);
                    sockets.add(client);
                    sockets.add(onward);
                    start(() -> pump(client, onward));
                    start(() -> pump(onward, client));
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                long before = passed.getAndAdd(read);
                long left = cut - before;
                if (left <= 0 || left > read) {
                    out.write(buffer, 0, read);
                } else {
                    out.write(buffer, 0, (int) left);
                    out.flush();
                    down = forGood;
                    sockets.forEach(Wire::reset);
                    sockets.clear();
                }
            }
        } catch (IOException e) {
            // cut or closed
        } finally {
            reset(from);
            reset(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
