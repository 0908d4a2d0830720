package org.aixin.embedded;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.aixin.seal.KeyFile;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the service, with servers of its own where no database is configured. They start before it and end after it, when all
 * requests have been answered and every connection is closed.
 */
@QuarkusMain
public final class Main {
    private static final CountDownLatch ENDED = new CountDownLatch(1);
    /** Lets web.OuterRefusals say what is wrong with an address; the framework would answer a bare 400. */
    private static final String OUR_OWN_WORDS = "vertx.disableURIValidation";
    private static final List<String> COMMANDS = List.of("verify", "seal-key", "migrate");
    private static int exitCode;
    private static boolean failure;

    public static void main(String... arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(Main::waitForTheServers, "aixin-end"));
        try {
            run(arguments);
        } catch (RuntimeException failed) {
            ended(1, failed);
        } finally {
            ENDED.countDown();
        }
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static void run(String... arguments) {
        System.setProperty(OUR_OWN_WORDS, "true");
        StartSettings settings = StartSettings.read(Path.of(""));
        if (arguments.length > 0 && COMMANDS.contains(arguments[0])) {
            exitCode = command(settings, List.of(arguments));
            return;
        }
        if (settings.databaseIsConfigured()) {
            if (!settings.redisIsConfigured()) {
                Console.say("没有设置 AIXIN_REDIS_URL：只能运行一个节点，抢兑时会慢一些。 AIXIN_REDIS_URL is not set: run one node only, degraded.");
            }
            new Migrations(settings.access()).run();
            Quarkus.run(Welcome.class, Main::ended, arguments);
            return;
        }
        DataFolder folder = DataFolder.take(settings.data());
        Reserve reserve = Reserve.in(folder.path(), settings);
        if (!reserve.letsStart()) {
            folder.close();
            throw Unusable.full(folder.path());
        }
        try (Upkeep upkeep = Upkeep.begin(folder.path(), reserve);
                EmbeddedServers servers = EmbeddedServers.start(folder, settings.programs(), Console::say)) {
            try {
                servers.migrate();
                servers.settings().forEach(System::setProperty);
                Quarkus.run(Welcome.class, Main::ended, arguments);
            } catch (RuntimeException failed) {
                servers.failed();
                throw failed;
            } finally {
                servers.settings().keySet().forEach(System::clearProperty);
            }
            if (failure) {
                servers.failed();
            }
        }
    }

    /** What is done instead of serving. */
    private static int command(StartSettings settings, List<String> words) {
        if (words.get(0).equals("verify")) {
            return VerifyCommand.run(settings, words);
        }
        if (words.get(0).equals("migrate")) {
            return migrate(settings);
        }
        String id = new KeyFile(settings.sealKey()).add();
        Console.say("新钥匙 %1$s 已写入 %2$s，重新启动后用它封存；以前的钥匙请留着。 The new key %1$s is in %2$s and seals after the next start."
                .formatted(id, settings.sealKey()));
        return 0;
    }

    /** For a database that others run, where the tables are brought up to date at a time of one's own. */
    private static int migrate(StartSettings settings) {
        if (!settings.databaseIsConfigured()) {
            Console.say("内置的数据库在启动时自己升级，不用这个命令。 The embedded database is upgraded at the start, without this command.");
            return 2;
        }
        Migrations migrations = new Migrations(settings.access());
        migrations.run();
        Console.say("数据库的表已是 %1$s。 The tables of the database are at %1$s.".formatted(migrations.target()));
        return 0;
    }

    /** A signal ends the virtual machine when its hooks have run: this one lasts until the servers have stopped. */
    private static void waitForTheServers() {
        ServerProcess.waitNoMore();
        try {
            ENDED.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ended(int code, @Nullable Throwable cause) {
        exitCode = code;
        if (cause != null) {
            failure = true;
            exitCode = code == 0 ? 1 : code;
            explain(cause);
        }
    }

    private static void explain(Throwable failure) {
        Optional<Refusal> refusal = cause(failure, Refusal.class);
        Optional<QuarkusBindException> taken = cause(failure, QuarkusBindException.class);
        Optional<FileSystemException> file = cause(failure, FileSystemException.class);
        if (refusal.isPresent()) {
            Console.say(String.valueOf(refusal.get().getMessage()));
        } else if (taken.isPresent()) {
            Console.say(
                    "端口 %1$d 已被别的程序占用。请先停下它，或用 QUARKUS_HTTP_PORT 另指一个端口。%nPort %1$d is in use. Stop what uses it, or name another with QUARKUS_HTTP_PORT."
                            .formatted(taken.get().getPort()));
        } else if (file.isPresent()) {
            Console.say(String.valueOf(Unusable.folder(Path.of(String.valueOf(file.get().getFile())), file.get()).getMessage()));
        } else if (Application.currentApplication() == null) {
            Console.say("没有启动成功：%1$s。 The service could not start: %1$s".formatted(failure));
            failure.printStackTrace();
        } else {
            Logger.getLogger(Main.class).error("The service could not start", failure);
        }
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}
