package io.github.diplograph.local;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
final class Ports {

    private Ports() {}

    /**
     * Makes sure that a port is free.
     *
     * @param wanted the port, or 0 for any
     * @return the port
     * @throws DiplographException if something listens on it
     */
    static int free(int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DiplographException(
                    "port " + wanted + " is taken: choose another one, or 0 for one that is free", e);
        }
    }
}
