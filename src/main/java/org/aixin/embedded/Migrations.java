package org.aixin.embedded;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.callback.Callback;

/**
 * Brings a database's tables to what this build needs. MariaDB and MySQL commit each step at once and cannot take it back: what
 * was cut short is never gone on with, since nobody knows how far it came.
 */
final class Migrations {
    private final Access access;
    private final Flyway flyway;

    Migrations(Access access) {
        this(access, "latest");
    }

    /**
     * @param last the version with which to end
     * @param also is told of every step
     */
    Migrations(Access access, String last, Callback... also) {
        this.access = access;
        Callback[] callbacks = Stream.concat(Stream.of(new HalfDone(), new TableGrants(access)), Arrays.stream(also))
                .toArray(Callback[]::new);
        this.flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(access.ownersUrl(), access.owner(), access.ownerPassword()).locations("classpath:db/migration")
                .target(last).callbacks(callbacks).load();
    }

    /** Whether the database lacks some. */
    boolean arePending() {
        return flyway.info().pending().length > 0;
    }

    /** What the tables will be: the last version and a number that changes with the text of any migration. */
    String target() {
        List<MigrationInfo> known = Stream.of(flyway.info().all()).filter(each -> each.getScript() != null).toList();
        int text = Objects.hash(known.stream().map(MigrationInfo::getChecksum).toArray());
        return "V%s-%08x".formatted(known.isEmpty() ? "0" : known.get(known.size() - 1).getVersion(), text);
    }

    /** Runs those that are lacking, in order, and gives the service its rights. Refused where that cannot go well. */
    void run() {
        try {
            refuseNewer();
            refuseFailed();
            flyway.migrate();
        } catch (FlywayException failed) {
            throw refusal(failed);
        }
    }

    private void refuseNewer() {
        newest(MigrationState.FUTURE_SUCCESS).ifPresent(version -> {
            throw new Refusal("数据库已被更新版本的程序升级到 V%s，这个版本认不得。请运行更新的版本；要用回这个版本，请先恢复升级前的备份。".formatted(version),
                    "A newer build has upgraded the database to V%s, which this build does not know. Run the newer build; to use this one restore the backup from before the upgrade."
                            .formatted(version));
        });
    }

    private void refuseFailed() {
        newest(MigrationState.FAILED).ifPresent(version -> {
            throw HalfDone.refusal(version);
        });
    }

    private Optional<String> newest(MigrationState state) {
        return Stream.of(flyway.info().applied()).filter(each -> each.getState() == state)
                .reduce((earlier, later) -> later).map(each -> String.valueOf(each.getVersion()));
    }

    private RuntimeException refusal(FlywayException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith("08")) {
                return unreachable(sql);
            }
        }
        String said = String.valueOf(failed.getMessage()).strip();
        return new Refusal("数据库的升级没有做成：" + said, "The database could not be upgraded: " + said);
    }

    private Refusal unreachable(SQLException failed) {
        String place = access.url().replaceFirst("[?;].*", "");
        return new Refusal("连不上数据库 %s（%s）。请检查它是否在运行、地址和密码是否正确。".formatted(place, failed.getMessage()),
                "The database %s cannot be reached (%s). See whether it runs, and whether address and password are right."
                        .formatted(place, failed.getMessage()));
    }
}
