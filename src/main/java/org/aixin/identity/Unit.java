package org.aixin.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * A unit of the one tree: county, town, village or community, compound, party branch.
 *
 * @param parent null for the root alone
 * @param path the ids from the root down to this one, such as {@code /12/40/}
 */
public record Unit(long id, @Nullable Long parent, Kind kind, String name, String path) {
    /** What units there are, from the widest to the narrowest. */
    public enum Kind {
        /** 县. */
        COUNTY,
        /** 乡镇. */
        TOWN,
        /** 村. */
        VILLAGE,
        /** 社区. */
        COMMUNITY,
        /** 村民组, 小区, 院. */
        COMPOUND,
        /** 党支部. */
        BRANCH;

        /** Whether such a unit may stand right below one of that kind: narrower, and nothing below a branch. */
        boolean fitsBelow(Kind parent) {
            return parent != BRANCH && (this == BRANCH || rank() > parent.rank());
        }

        private int rank() {
            return this == COMMUNITY ? VILLAGE.ordinal() : ordinal();
        }
    }

    static final String COLUMNS = "unit.id, unit.parent, unit.kind, unit.name, unit.path";

    static Unit read(ResultSet row) throws SQLException {
        return new Unit(row.getLong(1), Sql.id(row, 2), Kind.valueOf(row.getString(3)), row.getString(4), row.getString(5));
    }

    /** The only one of these, or the one that a form picked by its id; none where it picked none of them. */
    public static Optional<Unit> picked(List<Unit> units, @Nullable String id) {
        return units.size() == 1
                ? Optional.of(units.get(0))
                : units.stream().filter(unit -> Long.toString(unit.id).equals(id)).findFirst();
    }

    /** The id of the unit with this path. */
    public static long idOf(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1));
    }

    /** How deep below the root, which has 0. */
    public int depth() {
        return (int) path.chars().filter(c -> c == '/').count() - 2;
    }
}
