package org.aixin.notice;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Owner;

/**
 * A person's rows that still wait are withdrawn, and what they had against others' rows is closed without its words. What hung on the
 * wall stays as it hung: masked.
 */
@ApplicationScoped
class NoticeDeparture implements Departures {
    private static final String GONE = "（本人已注销）";
    private final NoticeRows rows;
    private final Settling settling;
    private final Sql sql;
    private final BusinessTime time;

    NoticeDeparture(NoticeRows rows, Settling settling, Sql sql, BusinessTime time) {
        this.rows = rows;
        this.settling = settling;
        this.sql = sql;
        this.time = time;
    }

    @Override
    public List<String> announced(Member member, Locale language) {
        int count = waiting(member).size();
        boolean english = language.getLanguage().equals("en");
        return count == 0
                ? List.of()
                : List.of(english
                        ? count + " posted entries that are not credited yet are withdrawn."
                        : "撤回 " + count + " 条还在公示、没有入账的积分。");
    }

    @Override
    public void end(Member member, Person by) {
        waiting(member).forEach(row -> withdraw(row, by));
        sql.rows("SELECT id, row_id FROM objection WHERE member = ? AND upheld IS NULL ORDER BY id",
                row -> new long[]{row.getLong(1), row.getLong(2)}, member.id()).forEach(open -> {
                    answer(open[0], false, by);
                    rows.release(open[1], open[0]);
                });
    }

    @Override
    public void erase(Member member, Person by) {
        sql.update("UPDATE objection SET reason = ? WHERE member = ?", GONE, member.id());
    }

    private void withdraw(long row, Person by) {
        sql.rows("SELECT id FROM objection WHERE row_id = ? AND upheld IS NULL", open -> open.getLong(1), row)
                .forEach(open -> answer(open, true, by));
        if (sql.update("DELETE FROM notice_waiting WHERE row_id = ?", row) == 1) {
            settling.withdraw(rows.row(row), Owner.member(by.id()).reference());
        }
    }

    private void answer(long objection, boolean upheld, Person by) {
        sql.update("UPDATE objection SET upheld = ?, reply = ?, decided_by = ?, decided_at = ? WHERE id = ? AND upheld IS NULL",
                upheld, GONE, by.id(), time.now(), objection);
    }

    private List<Long> waiting(Member member) {
        return sql.rows("SELECT r.id FROM notice_row r JOIN notice_waiting w ON w.row_id = r.id WHERE r.member = ? ORDER BY r.id",
                row -> row.getLong(1), member.id());
    }
}
