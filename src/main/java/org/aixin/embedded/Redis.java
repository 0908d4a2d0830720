package org.aixin.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The embedded Redis: loopback only, with a password. It keeps nothing on disk, since all it knows are hints that are rebuilt
 * from the database, and old hints are worse than none.
 */
final class Redis implements Server {
    private final DataFolder folder;
    private final Credentials credentials;
    private final Path program;

    Redis(DataFolder folder, Credentials credentials, Path program) {
        this.folder = folder;
        this.credentials = credentials;
        this.program = program;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Path home() {
        return folder.path().resolve("redis.conf");
    }

    @Override
    public ProcessBuilder command(int port) throws IOException {
        folder.writeSecret("redis.conf", """
            bind 127.0.0.1
            port %d
            requirepass %s
            save ""
            appendonly no
            maxmemory 256mb
            """.formatted(port, credentials.get("redis.password")));
        return new ProcessBuilder(program.toString(), home().toString())
                .directory(folder.folder("redis").toFile());
    }

    @Override
    public boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
