package org.aixin.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MySQL 8.0.31 out of the test library that carries it, started as our own servers are. */
final class RealMySql implements Server {
    private static final Path PROGRAMS = Path.of("target/mysql-8.0.31").toAbsolutePath();
    /** What is written there is thrown away, so that nobody waits for a disk. */
    private static final List<String> HASTY = List.of("--innodb-flush-log-at-trx-commit=0", "--sync-binlog=0",
            "--innodb-doublewrite=OFF", "--innodb-flush-method=nosync");
    private final DataFolder folder;
    private final Credentials credentials;

    RealMySql(DataFolder folder, Credentials credentials) {
        this.folder = folder;
        this.credentials = credentials;
    }

    /** Why it cannot run on this machine, in the words that builds look for; empty where it can. */
    static String missing() {
        try {
            unpack();
            Process version = new ProcessBuilder(program().toString(), "--no-defaults", "--version").redirectErrorStream(true)
                    .start();
            String said = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return version.waitFor() == 0 ? "" : "SKIPPED-FOR-MISSING-PACKAGE: libaio1 (MySQL 8.0.31 says: " + said.strip() + ")";
        } catch (IOException notForThisMachine) {
            return "SKIPPED-FOR-MISSING-PACKAGE: libaio1 (MySQL 8.0.31 does not run here: " + notForThisMachine.getMessage()
                    + ")";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void unpack() throws IOException, InterruptedException {
        if (Files.exists(program())) {
            return;
        }
        Path unfinished = PROGRAMS.resolveSibling("mysql-unpacking");
        Binaries.delete(unfinished);
        Files.createDirectories(unfinished);
        Path archive = unfinished.resolve("mysql.tar.gz");
        try (InputStream carried = RealMySql.class.getResourceAsStream("/mysql-Linux-amd64.tar.gz")) {
            Files.copy(carried, archive);
        }
        if (new ProcessBuilder("tar", "xzf", archive.toString(), "-C", unfinished.toString()).start().waitFor() != 0) {
            throw new IOException("its archive could not be unpacked");
        }
        Files.delete(archive);
        Files.move(unfinished, PROGRAMS);
    }

    private static Path program() {
        return PROGRAMS.resolve("bin/mysqld");
    }

    void install() throws IOException, InterruptedException {
        ProcessBuilder initialize = program(List.of("--initialize-insecure"));
        Path log = folder.folder("logs").resolve("mysql-install.log");
        if (initialize.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor() != 0) {
            throw new IllegalStateException("MySQL was not installed: " + Files.readString(log));
        }
    }

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public Path home() {
        return folder.path().resolve("mysql");
    }

    /** With its binary log on, as it is by default, so that an ordinary user's triggers are tried the hard way. */
    @Override
    public ProcessBuilder command(int port) throws IOException {
        folder.writeSecret("mysql-users.sql", MariaDb.users(credentials));
        return program(List.of("--port=" + port, "--bind-address=127.0.0.1", "--skip-name-resolve", "--mysqlx=OFF",
                "--socket=mysql.sock", "--pid-file=mysqld.pid", "--log-bin-trust-function-creators=1",
                "--init-file=" + folder.path().resolve("mysql-users.sql")));
    }

    private ProcessBuilder program(List<String> options) {
        List<String> command = new ArrayList<>(List.of(program().toString(), "--no-defaults", "--basedir=" + PROGRAMS,
                "--datadir=" + home(), "--lc-messages-dir=" + PROGRAMS.resolve("share")));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(HASTY);
        command.addAll(options);
        return new ProcessBuilder(command);
    }

    @Override
    public boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            socket.setSoTimeout(1000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
