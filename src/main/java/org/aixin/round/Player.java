package org.aixin.round;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who plays in a round.
 *
 * @param back four digits that, with the name, make another phone this player
 * @param name as the wall shows it
 * @param phone by which a guest may be found among the residents
 * @param member whose points they are, null for guests
 */
record Player(long id, long round, String back, String name, @Nullable String phone, @Nullable Long member, boolean isRemoved) {
    static final String COLUMNS = "id, round, back, name, phone, member, removed_at IS NOT NULL", SELECT = "SELECT " + COLUMNS
            + " FROM live_player ";

    static Player read(ResultSet row) throws SQLException {
        return new Player(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5), Sql.id(row, 6),
                row.getBoolean(7));
    }
}
