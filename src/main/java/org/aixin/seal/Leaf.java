package org.aixin.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * What of a transfer is sealed: all of it, as one JSON object in the canonical form of RFC 8785 (names sorted, no spaces). Every
 * value but the amounts is ASCII text without quotes, ids are strings because they pass 2^53, and times are UTC.
 */
final class Leaf {
    /** The columns of {@code transfer t} that {@link #text} reads, in the order of their names in the text. */
    static final String COLUMNS = "t.actor, t.amount, t.asset, t.at, t.credit, t.credit_after, t.deadline, t.debit, t.debit_after,"
            + " t.id, t.phase, t.resolves, t.reverses, t.source_kind, t.source_reference";

    /** Which of them, from 1, is the time. */
    static final int AT = 4;

    private Leaf() {
    }

    /** The text of the transfer at which the result stands, read from {@link #COLUMNS} that begin at the given one. */
    static String text(ResultSet row, int first) throws SQLException {
        StringBuilder text = new StringBuilder(360);
        string(text.append('{'), "actor", row.getString(first));
        number(text, "amount", row.getString(first + 1));
        string(text, "asset", row.getString(first + 2));
        string(text, "at", time(row, first + 3));
        string(text, "credit", row.getString(first + 4));
        number(text, "creditAfter", row.getString(first + 5));
        string(text, "deadline", time(row, first + 6));
        string(text, "debit", row.getString(first + 7));
        number(text, "debitAfter", row.getString(first + 8));
        string(text, "id", row.getString(first + 9));
        string(text, "phase", row.getString(first + 10));
        string(text, "resolves", row.getString(first + 11));
        string(text, "reverses", row.getString(first + 12));
        text.append("\"source\":{");
        string(text, "kind", row.getString(first + 13));
        string(text, "reference", row.getString(first + 14));
        text.setCharAt(text.length() - 1, '}');
        return text.append('}').toString();
    }

    private static @Nullable String time(ResultSet row, int column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC).toString();
    }

    private static void string(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            name(text, name).append('"');
            value.chars().forEach(c -> escaped(text, (char) c));
            text.append("\",");
        }
    }

    /** A quote or backslash can stand in a reference, which is printable ASCII. */
    private static void escaped(StringBuilder text, char c) {
        if (c == '"' || c == '\\') {
            text.append('\\');
        }
        text.append(c);
    }

    private static void number(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            name(text, name).append(value).append(',');
        }
    }

    private static StringBuilder name(StringBuilder text, String name) {
        return text.append('"').append(name).append("\":");
    }
}
