package io.github.diplograph.local;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * As much of the Bolt protocol as it takes to know that a server is there: its handshake.
 *
 * @see <a href="https://neo4j.com/docs/bolt/current/bolt/handshake/">Bolt handshake</a>
 */
final class Bolt {

    private static final int TIMEOUT_MILLIS = 5000;

    /** The magic number, then four proposals of a version: 5.8 and eight below, 4.4 and two below, and none twice. */
    private static final byte[] HANDSHAKE = {
        0x60, 0x60, (byte) 0xB0, 0x17, 0, 8, 8, 5, 0, 2, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private Bolt() {}

    /**
     * Whether a server on this machine agrees on a version.
     *
     * @param port where it may listen
     */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.getOutputStream().write(HANDSHAKE);
            return new DataInputStream(socket.getInputStream()).readInt() != 0;
        } catch (IOException e) {
            return false;
        }
    }
}
