package org.aixin.identity;

import org.jspecify.annotations.Nullable;

/**
 * A member as other features see one.
 *
 * @param path of the unit the member belongs to
 * @param unit name of that unit
 */
public record Member(long id, String name, @Nullable String phone, @Nullable String card, @Nullable Long household, String path,
        String unit, boolean partyMember) {
    /** The name as strangers may see it: the first character, stars, and the last of three or more (王*英). */
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
