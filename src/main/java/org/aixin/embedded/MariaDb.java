package org.aixin.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The embedded MariaDB: loopback only, no socket file, no TLS, durable. Its users come from an owner-only file that it reads at
 * each start; nobody else can sign in, root neither. Its temporary tables lie in the data folder: a starting MariaDB removes
 * those it finds, those of another one too.
 */
final class MariaDb implements Server {
    static final String FOLDER = "mariadb";
    private static final List<String> SYSTEM_TABLES = List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql", "maria_add_gis_sp_bootstrap.sql");
    private final DataFolder folder;
    private final Credentials credentials;
    private final Path programs;
    private final Path data;

    MariaDb(DataFolder folder, Credentials credentials, Path programs) {
        this.folder = folder;
        this.credentials = credentials;
        this.programs = programs;
        this.data = folder.path().resolve(FOLDER);
    }

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public Path home() {
        return data;
    }

    /** Whether its system tables lie in this folder. */
    boolean isInstalled() {
        return Files.exists(data);
    }

    /** Lays out the system tables; a torn attempt leaves nothing that looks complete. */
    void install() throws IOException, InterruptedException {
        Path unfinished = folder.path().resolve("mariadb.unfinished");
        Binaries.delete(unfinished);
        Files.createDirectories(unfinished);
        ProcessBuilder bootstrap = program(unfinished);
        bootstrap.command().addAll(List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine=",
                "--max-allowed-packet=8M", "--net-buffer-length=16K"));
        Path log = folder.folder("logs").resolve("mariadb-install.log");
        Process process = bootstrap.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try (OutputStream sql = process.getOutputStream()) {
            writeSystemTables(sql);
        } catch (IOException ended) {
            // its exit code and its log say more
        }
        if (process.waitFor() != 0) {
            throw new Refusal("数据库没有装好，原因见 " + log + "。", "The database could not be installed; " + log + " says why.");
        }
        FolderCopy.move(unfinished, data);
    }

    private void writeSystemTables(OutputStream sql) throws IOException {
        say(sql, "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n");
        for (String script : SYSTEM_TABLES) {
            Files.copy(messages().resolve(script), sql);
            say(sql, "\n");
        }
        say(sql, "DELETE FROM global_priv WHERE User <> 'mariadb.sys';\nDELETE FROM proxies_priv;\n");
    }

    private static void say(OutputStream sql, String text) throws IOException {
        sql.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ProcessBuilder command(int port) throws IOException {
        folder.writeSecret("mariadb-users.sql", users(credentials));
        ProcessBuilder start = program(data);
        start.command().addAll(List.of("--port=" + port, "--bind-address=127.0.0.1", "--skip-ssl", "--skip-name-resolve",
                "--init-file=" + folder.path().resolve("mariadb-users.sql"), "--pid-file=mariadbd.pid",
                "--innodb-flush-log-at-trx-commit=1", "--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin",
                "--max-connections=200", "--innodb-temp-data-file-path=ibtmp1:12M:autoextend:max:512M"));
        if (!Binaries.onWindows()) {
            start.command().add("--socket=");
        }
        return start;
    }

    /** The owner migrates and grants; what the service's own user may do is granted table by table after the migrations. */
    static String users(Credentials credentials) {
        String database = credentials.get("mariadb.database");
        String owner = "'%s'@'127.0.0.1'".formatted(credentials.get("mariadb.owner.user"));
        String service = "'%s'@'127.0.0.1'".formatted(credentials.get("mariadb.user"));
        return """
            CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
            CREATE USER IF NOT EXISTS %2$s;
            ALTER USER %2$s IDENTIFIED BY '%3$s';
            GRANT ALL PRIVILEGES ON %1$s.* TO %2$s WITH GRANT OPTION;
            CREATE USER IF NOT EXISTS %4$s;
            ALTER USER %4$s IDENTIFIED BY '%5$s';
            GRANT SELECT ON %1$s.* TO %4$s;
            """.formatted(database, owner, credentials.get("mariadb.owner.password"), service,
                credentials.get("mariadb.password"));
    }

    private ProcessBuilder program(Path dataOfIt) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                programs.resolve(Binaries.onWindows() ? "bin/mysqld.exe" : "bin/mariadbd").toString(), "--no-defaults",
                "--basedir=" + programs, "--datadir=" + dataOfIt, "--tmpdir=" + folder.folder("tmp"),
                "--lc-messages-dir=" + messages()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(Binaries.onMac() ? "DYLD_FALLBACK_LIBRARY_PATH" : "LD_LIBRARY_PATH",
                programs.resolve("libs").toString());
        return builder;
    }

    private Path messages() {
        Path nested = programs.resolve("share/mysql");
        return Files.exists(nested) ? nested : programs.resolve("share");
    }

    /** It greets a client first, and only after its users are there. */
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
