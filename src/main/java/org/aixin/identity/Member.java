package org.aixin.identity;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * A member as other features see one.
 *
 * @param path of the unit the member belongs to
 * @param unit name of that unit
 * @param child whether this is a minor, who is never named in public
 */
public record Member(long id, String name, @Nullable String phone, @Nullable String card, @Nullable Long household, String path,
        String unit, boolean partyMember, boolean child) {
    /** What stands for a child on walls and in public lists, wherever somebody must be named. */
    public static final String UNNAMED = "某户一名成员";
    static final String COLUMNS = "member.id, member.name, member.phone, member.card, member.household, unit.path, unit.name,"
            + " member.party_member, member.child";

    static Member read(ResultSet row) throws SQLException {
        return new Member(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), Sql.id(row, 5),
                row.getString(6), row.getString(7), row.getBoolean(8), row.getBoolean(9));
    }

    /** Id of the unit the member belongs to. */
    public long unitId() {
        return Unit.idOf(path);
    }

    /** The name for walls and public lists: masked, and a child's not at all. */
    public String publicName() {
        return child ? UNNAMED : maskedName();
    }

    /** The name as staff see it who need not know it: the first character, stars, and the last of three or more (王*英). */
    public String maskedName() {
        int[] letters = name.codePoints().toArray();
        if (letters.length < 2) {
            return "*";
        }
        String first = Character.toString(letters[0]);
        return letters.length == 2
                ? first + "*"
                : first + "*".repeat(letters.length - 2) + Character.toString(letters[letters.length - 1]);
    }
}
