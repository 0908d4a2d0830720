package org.aixin.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;

/** Names of people that stand in words which somebody typed about something else, such as a reason or a donor. */
@ApplicationScoped
public class TypedNames {
    /** The units in which a person is known: their own and those above it. Binds the path of the person's unit. */
    public static final String KNOWN_IN = "(SELECT id FROM unit WHERE ? LIKE CONCAT(path, '%'))";
    private final Sql sql;

    TypedNames(Sql sql) {
        this.sql = sql;
    }

    /**
     * Masks the name of somebody whose data is removed.
     *
     * @param among which rows of the table, as a condition that contains {@link #KNOWN_IN} once
     * @param columns that hold such words
     */
    public void mask(Member member, String table, String among, String... columns) {
        for (String words : columns) {
            sql.update("UPDATE " + table + " SET " + words + " = REPLACE(" + words + ", ?, ?) WHERE INSTR(" + words
                    + ", ?) > 0 AND " + among, member.name(), member.maskedName(), member.name(), member.path());
        }
    }
}
