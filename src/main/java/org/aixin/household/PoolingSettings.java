package org.aixin.household;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * Whether households pool their points, as each unit says. Points stay in everybody's own account, so a change moves nothing: it
 * decides who may draw on whose points from now on.
 */
@ApplicationScoped
public class PoolingSettings {
    private static final int NEWEST = 20;
    private final Sql sql;
    private final Units units;
    private final BusinessTime time;

    PoolingSettings(Sql sql, Units units, BusinessTime time) {
        this.sql = sql;
        this.units = units;
        this.time = time;
    }

    /** Who said what, and when. */
    public record Change(Instant at, String by, Pooling setting) {
    }

    /**
     * What holds in a unit.
     *
     * @param own what the unit itself says
     * @param pooled whether its households pool
     * @param decidedBy the unit that says so: itself or the nearest above; null where none says anything
     * @param households how many there are in it and below
     */
    public record Setting(Unit unit, Pooling own, boolean pooled, @Nullable String decidedBy, int households,
            List<Change> changes) {
    }

    private record Said(long unit, String name, boolean pooled) {
    }

    /** What holds in a unit; refused 404, 403 {@code not_allowed} out of an administrator's reach. */
    public Setting of(Person person, long id) {
        Unit unit = reached(person, id);
        List<Said> said = sql.rows("SELECT u.id, u.name, s.pooled FROM household_pooling s JOIN unit u ON u.id = s.unit"
                + " WHERE ? LIKE CONCAT(u.path, '%') ORDER BY CHAR_LENGTH(u.path) DESC LIMIT 1",
                row -> new Said(row.getLong(1), row.getString(2), row.getBoolean(3)), unit.path());
        Said decides = said.isEmpty() ? null : said.get(0);
        boolean pooled = decides != null && decides.pooled;
        Pooling own = decides == null || decides.unit != id ? Pooling.INHERITED : Pooling.of(Boolean.valueOf(pooled));
        return new Setting(unit, own, pooled, decides == null ? null : decides.name, households(unit), changes(id));
    }

    /** Changes what a unit says, and keeps who did; the same again changes nothing. Refusals as in {@link #of}. */
    @Transactional
    public Setting change(Person person, long id, Pooling wanted) {
        Unit unit = reached(person, id);
        sql.first("SELECT id FROM unit WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
        if (own(id) != wanted) {
            sql.update("DELETE FROM household_pooling WHERE unit = ?", id);
            if (wanted != Pooling.INHERITED) {
                sql.update("INSERT INTO household_pooling (unit, pooled) VALUES (?, ?)", id, wanted.pooled());
            }
            sql.update("INSERT INTO household_pooling_change (id, unit, pooled, at, changed_by) VALUES (?, ?, ?, ?, ?)",
                    Ids.next(), id, wanted.pooled(), time.now(), person.id());
        }
        return of(person, unit.id());
    }

    private Pooling own(long unit) {
        return sql.first("SELECT pooled FROM household_pooling WHERE unit = ?", row -> row.getBoolean(1), unit)
                .map(Pooling::of).orElse(Pooling.INHERITED);
    }

    private Unit reached(Person person, long id) {
        Unit unit = units.unit(id);
        person.mustReach(unit.path(), Role.ADMIN);
        return unit;
    }

    private int households(Unit unit) {
        return sql.rows("SELECT COUNT(*) FROM household h JOIN unit u ON u.id = h.unit WHERE u.path LIKE ?",
                row -> row.getInt(1), unit.path() + "%").get(0);
    }

    private List<Change> changes(long unit) {
        return sql.rows("SELECT c.at, m.name, c.pooled FROM household_pooling_change c JOIN member m ON m.id = c.changed_by"
                + " WHERE c.unit = ? ORDER BY c.id DESC LIMIT ?",
                row -> new Change(row.getTimestamp(1).toInstant(), row.getString(2),
                        Pooling.of(row.getObject(3, Boolean.class))),
                unit, NEWEST);
    }
}
