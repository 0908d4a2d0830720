package org.aixin.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The tree of units that people, shops and roles belong to. */
@ApplicationScoped
public class Units {
    private static final int LONGEST_PATH = 255;
    private final Sql sql;
    private final BusinessTime time;

    Units(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** A unit to be made: its kind in any case, its parent by id. */
    record NewUnit(@Nullable String name, @Nullable String kind, @Nullable String parent) {
    }

    /** The unit with this id; refused 404 {@code not_found} where there is none. */
    public Unit unit(long id) {
        return ifAny(id).orElseThrow(Problem::notFound);
    }

    /** The unit that a request names in one of its fields; refused 422 {@code unit_unknown} where there is none. */
    public Unit named(@Nullable String id, String field) {
        return Optional.ofNullable(id).map(String::strip).flatMap(Ids::of)
                .flatMap(this::ifAny).orElseThrow(() -> Problem.invalid("unit_unknown", field));
    }

    /** The village or community in which the unit with this path lies, the unit itself where it is in none. */
    public Unit village(String path) {
        List<Long> ids = Stream.of(path.split("/")).filter(id -> !id.isEmpty()).map(Long::valueOf).toList();
        List<Unit> above = sql.rows("SELECT " + Unit.COLUMNS + " FROM unit WHERE id IN (" + Sql.marks(ids.size())
                + ") ORDER BY path", Unit::read, ids);
        return above.stream().filter(unit -> unit.kind() == Unit.Kind.VILLAGE || unit.kind() == Unit.Kind.COMMUNITY).findFirst()
                .orElseGet(() -> above.get(above.size() - 1));
    }

    /** The units that any of these roles of the person reaches, parents before children. */
    public List<Unit> reachedBy(Person person, Role... roles) {
        return all().stream().filter(unit -> person.may(unit.path(), roles)).toList();
    }

    /** As {@link #reachedBy}, without party branches: where people live. */
    public List<Unit> homesReachedBy(Person person, Role... roles) {
        return reachedBy(person, roles).stream().filter(unit -> unit.kind() != Unit.Kind.BRANCH).toList();
    }

    /** Every unit, parents before children. */
    List<Unit> all() {
        return sql.rows("SELECT " + Unit.COLUMNS + " FROM unit ORDER BY path", Unit::read);
    }

    /**
     * Makes a unit below another. Refused 403 {@code not_allowed} out of the administrator's reach, 422 {@code unit_kind_unknown},
     * {@code unit_kind_misplaced}, {@code unit_name_refused}, 409 {@code unit_name_taken}.
     */
    public Unit add(Person person, NewUnit wanted) {
        Unit parent = named(wanted.parent(), "parent");
        person.mustReach(parent.path(), Role.ADMIN);
        Unit.Kind kind = kind(wanted.kind());
        if (!kind.fitsBelow(parent.kind())) {
            throw Problem.invalid("unit_kind_misplaced", "kind");
        }
        return add(parent, kind, Names.ofUnit(wanted.name()));
    }

    /** Gives a unit another name; refusals as in {@link #add(Person, NewUnit)}. */
    public Unit rename(Person person, long id, @Nullable String name) {
        Unit unit = unit(id);
        person.mustReach(unit.path(), Role.ADMIN);
        sql.updateOr(Problem.conflict("unit_name_taken"), "UPDATE unit SET name = ? WHERE id = ?", Names.ofUnit(name), id);
        return unit(id);
    }

    /** For whoever sets up a village; takes part in the caller's transaction. */
    public Unit add(@Nullable Unit parent, Unit.Kind kind, String name) {
        long id = Ids.next();
        String path = (parent == null ? "/" : parent.path()) + id + "/";
        if (path.length() > LONGEST_PATH) {
            throw Problem.invalid("unit_kind_misplaced", "parent");
        }
        Long above = parent == null ? null : parent.id();
        sql.updateOr(Problem.conflict("unit_name_taken"),
                "INSERT INTO unit (id, parent, kind, name, path, at) VALUES (?, ?, ?, ?, ?, ?)", id, above, kind.name(), name,
                path, time.now());
        return new Unit(id, above, kind, name, path);
    }

    private Optional<Unit> ifAny(long id) {
        return sql.first("SELECT " + Unit.COLUMNS + " FROM unit WHERE id = ?", Unit::read, id);
    }

    private static Unit.Kind kind(@Nullable String name) {
        String wanted = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
        return Stream.of(Unit.Kind.values()).filter(kind -> kind.name().equals(wanted)).findFirst()
                .orElseThrow(() -> Problem.invalid("unit_kind_unknown", "kind"));
    }
}
