package org.aixin.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;
import org.aixin.round.Scene.Standing;

/** Who has how many right answers to the questions that were revealed; the same number is the same place. */
@ApplicationScoped
class Standings {
    /** The players of a round, which is the one gap in it: id, name, answers, place, and sharing, how many have that place. */
    private static final String RIGHT = "SELECT p.id, p.name, COUNT(q.position) AS answers, RANK() OVER (ORDER BY COUNT(q.position) DESC)"
            + " AS place, COUNT(*) OVER (PARTITION BY COUNT(q.position)) AS sharing FROM live_player p LEFT JOIN live_answer a ON a.round = p.round AND a.player = p.id AND a.correct"
            + " LEFT JOIN live_question q ON q.round = a.round AND q.position = a.position AND q.revealed_at IS NOT NULL"
            + " WHERE p.round = ? AND p.removed_at IS NULL GROUP BY p.id, p.name";
    /** The same as r, with p, m and h: the players, and who they are and whose household where that is known. */
    static final String PEOPLE = " FROM (" + RIGHT
            + ") AS r JOIN live_player p ON p.id = r.id LEFT JOIN member m ON m.id = p.member"
            + " LEFT JOIN household h ON h.id = m.household";
    private final Sql sql;

    Standings(Sql sql) {
        this.sql = sql;
    }

    /** The first so many, best first; those of one place in the order in which they joined. */
    List<Standing> first(long round, int most) {
        return sql.rows("SELECT place, id, name, answers, sharing FROM (" + RIGHT + ") AS ranked ORDER BY place, id LIMIT ?",
                Standings::read, round, most);
    }

    private static Standing read(ResultSet row) throws SQLException {
        return new Standing(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5));
    }
}
