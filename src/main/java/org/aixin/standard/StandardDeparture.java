package org.aixin.standard;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

/**
 * A person's open claims, and what is proposed of them, end; what stands in words about their deeds, and their photos, are erased. Which
 * deeds there were stays.
 */
@ApplicationScoped
class StandardDeparture implements Departures {
    private static final String OF_THEIR_CLAIMS = "claim IN (SELECT id FROM claim WHERE member = ?)";
    private final Sql sql;
    private final BusinessTime time;

    StandardDeparture(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    @Override
    public List<String> announced(Member member, Locale language) {
        int count = sql
                .first("SELECT COUNT(*) FROM claim WHERE member = ? AND approved IS NULL", row -> row.getInt(1), member.id())
                .orElse(0);
        boolean english = language.getLanguage().equals("en");
        return count == 0
                ? List.of()
                : List.of(english ? count + " claims that wait for a review are closed." : "结束 " + count + " 条还没审核的申报。");
    }

    @Override
    public void end(Member member, Person by) {
        sql.update("UPDATE claim SET approved = FALSE, standing = NULL, reviewer = ?, reviewed_at = ?"
                + " WHERE member = ? AND approved IS NULL", by.id(), time.now(), member.id());
        sql.update("UPDATE proposal SET confirmed = FALSE, standing = NULL, decided_by = ?, decided_at = ?"
                + " WHERE member = ? AND confirmed IS NULL", by.id(), time.now(), member.id());
        sql.update(
                "UPDATE recheck SET confirmed = TRUE, decided_by = ?, decided_at = ? WHERE confirmed IS NULL AND "
                        + OF_THEIR_CLAIMS,
                by.id(), time.now(), member.id());
    }

    @Override
    public void erase(Member member, Person by) {
        sql.update("DELETE FROM claim_photo WHERE " + OF_THEIR_CLAIMS, member.id());
        sql.update("UPDATE recheck SET reason = '—' WHERE reason IS NOT NULL AND " + OF_THEIR_CLAIMS, member.id());
        sql.update("UPDATE claim SET note = '—', review_note = NULL, photos = 0 WHERE member = ?", member.id());
        sql.update("UPDATE proposal SET note = NULL, answer = IF(answer IS NULL, NULL, '—'), reply = NULL,"
                + " reference = CONCAT('gone:', id) WHERE member = ?", member.id());
        sql.update("UPDATE award_reversal SET reason = '—' WHERE reason IS NOT NULL"
                + " AND award IN (SELECT id FROM award WHERE member = ?)", member.id());
        sql.update("UPDATE award SET note = NULL, reference = CASE WHEN reference LIKE 'hand:%' THEN CONCAT('gone:', id)"
                + " ELSE reference END WHERE member = ?", member.id());
    }
}
