package org.aixin.kernel;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** The row that remembers the newest instant which the installation has seen, and who said that a doubtful clock was right. */
@ApplicationScoped
class ClockSeen {
    private final Sql sql;

    ClockSeen(Sql sql) {
        this.sql = sql;
    }

    /**
     * As it stands.
     *
     * @param confirmed how often somebody has said so
     */
    record Row(Instant newest, int confirmed) {
    }

    /** Nothing on a first start, before which there is nothing that a clock could contradict. */
    Optional<Row> row() {
        return sql.first("SELECT newest, confirmed FROM clock_seen",
                row -> new Row(Objects.requireNonNull(Sql.instant(row, 1)), row.getInt(2)));
    }

    /** A clock that is believed has come to this instant. */
    void seen(Instant now) {
        sql.update("INSERT INTO clock_seen (id, newest) VALUES (1, ?) ON DUPLICATE KEY UPDATE newest = VALUES(newest)", now);
    }

    /** A member says that a doubtful clock is right. */
    void confirmed(ClockDoubt doubt, Instant now, long member) {
        Transactions.joined(() -> {
            sql.update("INSERT INTO clock_confirmation (id, member, at, why, known) VALUES (?, ?, ?, ?, ?)", Ids.next(), member,
                    now,
                    doubt.why().name(), doubt.known());
            return sql.update("INSERT INTO clock_seen (id, newest, confirmed) VALUES (1, ?, 1)"
                    + " ON DUPLICATE KEY UPDATE newest = VALUES(newest), confirmed = confirmed + 1", now);
        });
    }

    /** What the database's own clock shows. */
    Instant ofDatabase() {
        return sql.first("SELECT UTC_TIMESTAMP(6)", row -> Objects.requireNonNull(Sql.instant(row, 1))).orElseThrow();
    }
}
