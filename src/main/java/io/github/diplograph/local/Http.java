package io.github.diplograph.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** As much of HTTP as it takes to know that a server is there: it opens that port after the one for Bolt. */
final class Http {

    private static final int TIMEOUT_MILLIS = 5000;

    private Http() {}

    /**
     * Whether a server on this machine answers a request with whatever status.
     *
     * @param port where it may listen
     */
    static boolean answers(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + "/").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() > 0;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
