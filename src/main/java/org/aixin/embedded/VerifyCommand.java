package org.aixin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.aixin.seal.KeptSeals;
import org.aixin.seal.KeyFile;
import org.aixin.seal.Seal;
import org.aixin.seal.Verification;
import org.aixin.seal.Verified;
import org.aixin.seal.Verified.Difference;

/**
 * {@code verify [--against FILE] [--keys FILE]}: checks every transfer against the seals, beside a running service or alone, and
 * against the seals in a file, or the last one that was kept beside the key. It ends with 0 where all is as it was sealed, 1 where it is not, 2 where it could not be checked.
 */
final class VerifyCommand {
    private static final int DIFFERENT = 1, NOT_CHECKED = 2;
    private final StartSettings settings;
    private final Path keys;
    private final List<Seal> kept;

    private VerifyCommand(StartSettings settings, Path keys, List<Seal> kept) {
        this.settings = settings;
        this.keys = keys;
        this.kept = kept;
    }

    static int run(StartSettings settings, List<String> words) {
        try {
            String against = after(words, "--against");
            String keys = after(words, "--keys");
            Path file = keys.isEmpty() ? settings.sealKey() : Path.of(keys);
            List<Seal> kept = against.isEmpty() ? KeptSeals.beside(file) : KeptSeals.in(Path.of(against));
            if (!against.isEmpty() && kept.isEmpty()) {
                Console.say("%s 里没有防改凭证。 There is no seal in %s.".formatted(against, against));
                return NOT_CHECKED;
            }
            return new VerifyCommand(settings, file, kept).run();
        } catch (IOException | SQLException failed) {
            Console.say("没能核对：%1$s。 Could not be checked: %1$s".formatted(failed.getMessage()));
            return NOT_CHECKED;
        }
    }

    private static String after(List<String> words, String option) {
        int at = words.indexOf(option);
        return at < 0 || at + 1 >= words.size() ? "" : words.get(at + 1);
    }

    private int run() throws IOException, SQLException {
        if (new KeyFile(keys).trusted().isEmpty()) {
            Console.say("%s 里没有凭证的公钥，无从核对。请用 --keys 指明。 There is no public key in %s; name the file with --keys.".formatted(keys,
                    keys));
            return NOT_CHECKED;
        }
        if (settings.databaseIsConfigured()) {
            return verify(settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
        }
        Path data = settings.data();
        if (!Files.exists(data.resolve(Credentials.FILE))) {
            Console.say("%s 里还没有数据。 There is no data in %s yet.".formatted(data, data));
            return NOT_CHECKED;
        }
        Credentials running = Credentials.in(data);
        try (Connection connection = DriverManager.getConnection(url(running), running.get("mariadb.user"),
                running.get("mariadb.password"))) {
            return verify(connection);
        } catch (SQLException notRunning) {
            return alone();
        }
    }

    private int alone() throws IOException, SQLException {
        try (EmbeddedServers servers = EmbeddedServers.start(settings.data(), settings.programs(), Console::say)) {
            Credentials started = Credentials.in(settings.data());
            return verify(url(started), started.get("mariadb.user"), started.get("mariadb.password"));
        }
    }

    private static String url(Credentials running) {
        return "jdbc:mysql://127.0.0.1:%s/%s?sslMode=DISABLED&connectTimeout=2000".formatted(running.get("mariadb.port"),
                running.get("mariadb.database"));
    }

    private int verify(String url, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return verify(connection);
        }
    }

    private int verify(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        Verified found = new Verification(connection, new KeyFile(keys).trusted(), kept).run();
        connection.rollback();
        Difference difference = found.difference();
        if (difference == null) {
            Console.say("账目与 %1$d 份防改凭证全部相符：%2$d 笔明细，另有 %3$d 笔还没有封存。".formatted(found.seals(), found.sealed(),
                    found.unsealed()));
            Console.say("The ledger is as sealed: %d seals, %d transfers, %d more not sealed yet.".formatted(found.seals(),
                    found.sealed(), found.unsealed()));
            return 0;
        }
        Console.say(chinese(difference));
        Console.say("%s: seal %d, log positions %d to %d, transfer %s".formatted(difference.what(), difference.seal(),
                difference.from(), difference.to(), difference.transfer()));
        return DIFFERENT;
    }

    private static String chinese(Difference found) {
        String where = found.from() == found.to()
                ? "第 %d 笔".formatted(found.from() + 1)
                : "第 %d 笔到第 %d 笔之间".formatted(found.from() + 1, found.to() + 1);
        return switch (found.what()) {
            case SEAL_MISSING -> "第 %d 份防改凭证不见了。".formatted(found.seal());
            case NOT_SIGNED -> "第 %d 份防改凭证不是用可信的钥匙签的。".formatted(found.seal());
            case OTHER_HISTORY -> "第 %d 份防改凭证和别处留存的不一样：账目被整个改写过（%s）。".formatted(found.seal(), where);
            case CHANGED -> "账目被改过：%s和封存时不一样。".formatted(where);
            case DELETED -> "账目缺了：%s不见了。".formatted(where);
            case REWRITTEN -> "账目被改写过：%s和第 %d 份防改凭证对不上。".formatted(where, found.seal());
            case SLIPPED_IN -> "账目里多了一笔旧日期的明细，封存时没有它（%d）。服务器的时钟若被拨回过，也会这样。".formatted(found.transfer());
        };
    }
}
