package org.aixin.household;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.identity.Asked;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SecondPersons;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * Whether households pool their points, as each unit says. Points stay in everybody's own account, so a change moves nothing: it
 * decides who may draw on whose points from now on. That people may draw on others' points where they could not takes a second person.
 */
@ApplicationScoped
public class PoolingSettings {
    private static final int NEWEST = 20;
    private final Sql sql;
    private final Units units;
    private final SecondPersons secondPersons;
    private final BusinessTime time;

    PoolingSettings(Sql sql, Units units, SecondPersons secondPersons, BusinessTime time) {
        this.sql = sql;
        this.units = units;
        this.secondPersons = secondPersons;
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

    /** What holds after a change was asked for, and what of it waits for a second person; null where it was made. */
    public record Outcome(Setting setting, @Nullable Asked asked) {
    }

    private record Said(long unit, String name, boolean pooled) {
    }

    /** What holds in a unit; refused 404, 403 {@code not_allowed} out of an administrator's reach. */
    public Setting of(Person person, long id) {
        Unit unit = reached(person, id);
        Said decides = said(unit, 0).orElse(null);
        boolean pooled = decides != null && decides.pooled;
        Pooling own = decides == null || decides.unit != id ? Pooling.INHERITED : Pooling.of(Boolean.valueOf(pooled));
        return new Setting(unit, own, pooled, decides == null ? null : decides.name, households(unit), changes(id));
    }

    /**
     * Changes what a unit says, and keeps who did; the same again changes nothing. Where households begin to pool by it, it only waits
     * for a second person. Refusals as in {@link #of}, and 409 {@code second_person_waits}.
     */
    @Transactional
    public Outcome change(Person person, long id, Pooling wanted) {
        Unit unit = reached(person, id);
        if (own(id) != wanted && wouldPool(unit, wanted) && !of(person, id).pooled) {
            return new Outcome(of(person, id),
                    secondPersons.ask(person, PoolingBegins.KIND, null, id, Long.toString(id), wanted.name()));
        }
        write(id, wanted, person.id());
        return new Outcome(of(person, id), null);
    }

    /** Writes what a unit says, and who said so; takes part in the caller's transaction. */
    void write(long id, Pooling wanted, long by) {
        sql.first("SELECT id FROM unit WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
        if (own(id) != wanted) {
            sql.update("DELETE FROM household_pooling WHERE unit = ?", id);
            if (wanted != Pooling.INHERITED) {
                sql.update("INSERT INTO household_pooling (unit, pooled) VALUES (?, ?)", id, wanted.pooled());
            }
            sql.update("INSERT INTO household_pooling_change (id, unit, pooled, at, changed_by) VALUES (?, ?, ?, ?, ?)",
                    Ids.next(), id, wanted.pooled(), time.now(), by);
        }
    }

    private boolean wouldPool(Unit unit, Pooling wanted) {
        return switch (wanted) {
            case POOLED -> true;
            case SEPARATE -> false;
            case INHERITED -> said(unit, unit.id()).map(above -> above.pooled).orElse(false);
        };
    }

    /** What is said nearest to a unit, itself or above it, leaving one out. */
    private Optional<Said> said(Unit unit, long but) {
        return sql.first("SELECT u.id, u.name, s.pooled FROM household_pooling s JOIN unit u ON u.id = s.unit"
                + " WHERE ? LIKE CONCAT(u.path, '%') AND u.id <> ? ORDER BY CHAR_LENGTH(u.path) DESC LIMIT 1",
                row -> new Said(row.getLong(1), row.getString(2), row.getBoolean(3)), unit.path(), but);
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

    int households(Unit unit) {
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
