package org.aixin.solvency;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** What one point is worth in fen, as units set it, with every earlier setting. */
@ApplicationScoped
class PointWorths {
    /** A yuan, where nobody said otherwise. */
    static final int USUAL = 100;
    private static final int MOST = 100_000, SHOWN = 20;
    private final Sql sql;
    private final Units units;
    private final BusinessTime time;

    PointWorths(Sql sql, Units units, BusinessTime time) {
        this.sql = sql;
        this.units = units;
        this.time = time;
    }

    /** A setting: in which unit, from when on, by whom. */
    record Setting(String unit, int fen, Instant at, String by) {
        /** As yuan. */
        public String getYuan() {
            return Fen.yuan(fen);
        }
    }

    /** What a point is worth in a unit: by its own setting or the nearest one above it. */
    int of(Unit unit) {
        return sql.first("SELECT w.fen FROM point_worth w JOIN unit u ON u.id = w.unit WHERE ? LIKE CONCAT(u.path, '%')"
                + " ORDER BY CHAR_LENGTH(u.path) DESC, w.id DESC LIMIT 1", row -> row.getInt(1), unit.path()).orElse(USUAL);
    }

    /** The last settings that count, or counted, for a unit, newest first. */
    List<Setting> history(Unit unit) {
        return sql.rows("SELECT u.name, w.fen, w.at, m.name FROM point_worth w JOIN unit u ON u.id = w.unit"
                + " JOIN member m ON m.id = w.actor WHERE ? LIKE CONCAT(u.path, '%') ORDER BY w.id DESC LIMIT " + SHOWN,
                row -> new Setting(row.getString(1), row.getInt(2), row.getTimestamp(3).toInstant(), row.getString(4)),
                unit.path());
    }

    /** Sets it from now on. Refused 403 {@code not_allowed}, 422 {@code unit_unknown}, {@code worth_refused} outside 1 to 100,000. */
    int set(Person person, @Nullable String unitId, @Nullable Long fen) {
        Unit unit = units.named(unitId, "unit");
        person.mustReach(unit.path(), Role.ADMIN);
        if (fen == null || fen < 1 || fen > MOST) {
            throw Problem.invalid("worth_refused", "fen");
        }
        if (of(unit) != fen) {
            sql.update("INSERT INTO point_worth (id, unit, fen, at, actor) VALUES (?, ?, ?, ?, ?)", Ids.next(), unit.id(), fen,
                    time.now(), person.id());
        }
        return fen.intValue();
    }
}
