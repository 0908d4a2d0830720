package org.aixin.kernel;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** This machine as others on the village's network reach it. */
public final class Lan {
    private Lan() {
    }

    /** The address that the way to others leaves from; naming somebody far away sends nothing. */
    public static Optional<String> address() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress("203.0.113.1", 9));
            InetAddress own = socket.getLocalAddress();
            return own.isAnyLocalAddress() || own.isLoopbackAddress() ? Optional.empty() : Optional.of(own.getHostAddress());
        } catch (IOException | RuntimeException noNetwork) {
            return Optional.empty();
        }
    }
}
