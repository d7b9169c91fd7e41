package io.github.diplograph.load;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a server and answers the next few transactions that want to write as a follower in a cluster does: that
 * it is not the leader. All else goes through.
 *
 * @see <a href="https://neo4j.com/docs/bolt/current/bolt/message/">Bolt messages</a>
 */
final class Follower implements AutoCloseable {

    private static final byte[] MANIFEST = {0, 0, 1, (byte) 0xFF};
    private static final byte[] READING = "\u0084mode\u0081r".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BEGIN = 0x11;
    private static final int RESET = 0x0F;
    private static final int GOODBYE = 0x02;
    private static final int RECORD = 0x71;
    private static final byte[] IGNORED = {(byte) 0xB0, 0x7E};

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger refusing = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile int server;

    Follower() throws IOException {
        Thread thread = new Thread(this::listen, "follower");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The port of the server behind it. */
    void standBefore(int port) {
        server = port;
    }

    /** How many transactions that want to write are refused from now on. */
    void refuse(int transactions) {
        refused.set(0);
        refusing.set(transactions);
    }

    /** How many were. */
    int refused() {
        return refused.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread thread = new Thread(() -> serve(client), "follower-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = accepted;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            DataInputStream asked = new DataInputStream(client.getInputStream());
            DataOutputStream answered = new DataOutputStream(client.getOutputStream());
            DataInputStream from = new DataInputStream(behind.getInputStream());
            DataOutputStream to = new DataOutputStream(behind.getOutputStream());
            shakeHands(asked, answered, from, to);
            boolean failed = false;
            while (true) {
                byte[] message = message(asked);
                int kind = message[1];
                if (failed && kind != RESET) {
                    send(IGNORED, answered);
                } else if (kind == BEGIN && !contains(message, READING) && refusing.getAndUpdate(Follower::less) > 0) {
                    refused.incrementAndGet();
                    failed = true;
                    send(notALeader(), answered);
                } else {
                    failed = false;
                    send(message, to);
                    if (kind == GOODBYE) {
                        return;
                    }
                    byte[] answer;
                    do {
                        answer = message(from);
                        send(answer, answered);
                    } while (answer[1] == RECORD);
                }
            }
        } catch (EOFException | SocketException e) {
            // one of both has hung up
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int less(int more) {
        return Math.max(0, more - 1);
    }

    private static void shakeHands(
            DataInputStream asked, DataOutputStream answered, DataInputStream from, DataOutputStream to)
            throws IOException {
        to.write(asked.readNBytes(20));
        byte[] version = from.readNBytes(4);
        if (!Arrays.equals(version, MANIFEST)) {
            answered.write(version);
            return;
        }
        // in one piece: the driver does not bear a manifest that comes in several
        ByteArrayOutputStream manifest = new ByteArrayOutputStream();
        manifest.writeBytes(version);
        int versions = from.readUnsignedByte();
        manifest.write(versions);
        manifest.writeBytes(from.readNBytes(4 * versions + 1));
        answered.write(manifest.toByteArray());
        to.write(asked.readNBytes(5));
    }

    private static byte[] message(DataInputStream stream) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            int size = stream.readUnsignedShort();
            if (size > 0) {
                message.write(stream.readNBytes(size));
            } else if (message.size() > 0) {
                return message.toByteArray();
            }
        }
    }

    private static void send(byte[] message, DataOutputStream stream) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        DataOutputStream chunked = new DataOutputStream(chunks);
        for (int sent = 0; sent < message.length; sent += 0xFFFF) {
            int size = Math.min(0xFFFF, message.length - sent);
            chunked.writeShort(size);
            chunked.write(message, sent, size);
        }
        chunked.writeShort(0);
        stream.write(chunks.toByteArray());
        stream.flush();
    }

    private static byte[] notALeader() {
        Map<String, String> failure = new TreeMap<>();
        failure.put("code", "Neo.ClientError.Cluster.NotALeader");
        failure.put("neo4j_code", "Neo.ClientError.Cluster.NotALeader");
        failure.put("message", "No write operations are allowed directly on this database");
        failure.put("gql_status", "50N42");
        failure.put("description", "error: general processing exception - unexpected error");
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {(byte) 0xB1, 0x7F, (byte) (0xA0 | failure.size())});
        failure.forEach((key, value) -> {
            for (String text : new String[] {key, value}) {
                message.writeBytes(new byte[] {(byte) 0xD0, (byte) text.length()});
                message.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            }
        });
        return message.toByteArray();
    }

    private static boolean contains(byte[] message, byte[] part) {
        return new String(message, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
