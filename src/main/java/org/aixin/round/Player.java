package org.aixin.round;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who plays in a round.
 *
 * @param back four digits that, with the name, make another phone this player
 * @param name as the wall shows it
 * @param phone by which a guest may be found among the residents
 * @param member whose points they are, null for guests
 * @param seat by what a resident's phone is in, null without one and for guests
 */
record Player(long id, long round, String back, String name, @Nullable String phone, @Nullable Long member, boolean isRemoved,
        @Nullable Seat seat) {
    static final String COLUMNS = "id, round, back, name, phone, member, removed_at IS NOT NULL, seat",
            SELECT = "SELECT " + COLUMNS
                    + " FROM live_player ";
    /** How many columns these are. */
    static final int WIDTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BACKS = 10_000;

    /** By what a phone came into a resident's seat. */
    enum Seat {
        /** The resident signed in. */
        OWN,
        /** Somebody knew the number of the resident's card: good until the resident comes. */
        CARD,
        /** The resident signed in after somebody had played by the card. */
        AFTER_CARD
    }

    /** A new one, with digits of their own. */
    static Player fresh(Round round, String name, @Nullable String phone, @Nullable Long member) {
        return new Player(Ids.next(), round.id(), "%04d".formatted(RANDOM.nextInt(BACKS)), name, phone, member, false, null);
    }

    static Player read(ResultSet row) throws SQLException {
        return new Player(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5), Sql.id(row, 6),
                row.getBoolean(7), row.getString(8) == null ? null : Seat.valueOf(row.getString(8)));
    }

    /** This player; refused 403 {@code player_removed} who was taken out of the round. */
    Player mustPlay() {
        if (isRemoved) {
            throw Problem.forbidden("player_removed");
        }
        return this;
    }
}
