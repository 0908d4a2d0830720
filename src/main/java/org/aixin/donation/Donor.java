package org.aixin.donation;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A person or an organization that gave something.
 *
 * @param path of the unit that received it
 * @param named whether they agreed to be named in public
 */
record Donor(long id, long unit, String path, Kind kind, String name, boolean named) {
    /** Who gives. */
    enum Kind {
        PERSON, ORGANIZATION
    }

    static final String SELECT = "SELECT o.id, o.unit_id, u.path, o.kind, o.name, o.named FROM donor o JOIN unit u ON u.id = o.unit_id ";

    static Donor read(ResultSet row) throws SQLException {
        return new Donor(row.getLong(1), row.getLong(2), row.getString(3), Kind.valueOf(row.getString(4)), row.getString(5),
                row.getBoolean(6));
    }
}
