package org.aixin.identity;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;

/** What identity itself knows of a person: nearly all there is. The member's row stays, since the ledger's owners lead to it. */
@ApplicationScoped
class OwnDeparture implements Departures {
    private final Sql sql;
    private final Members members;
    private final Admissions admissions;
    private final Grants grants;

    OwnDeparture(Sql sql, Members members, Admissions admissions, Grants grants) {
        this.sql = sql;
        this.members = members;
        this.admissions = admissions;
        this.grants = grants;
    }

    @Override
    public List<String> announced(Member member, Locale language) {
        return List.of(language.getLanguage().equals("en")
                ? "Name, phone, card, login and household are erased; codes and cards are dead at once."
                : "姓名、手机、卡号、登录名和住户都会删掉，积分码和卡马上作废。");
    }

    @Override
    public void end(Member member, Person by) {
        grants.takeAll(by, member.id());
        sql.update("DELETE FROM one_time_code WHERE member = ?", member.id());
    }

    @Override
    public void erase(Member member, Person by) {
        sql.update("DELETE FROM card_given WHERE member = ?", member.id());
        sql.update("UPDATE member SET name = ?, phone = NULL, card = NULL, login = NULL, household = NULL, party_member = FALSE,"
                + " child = FALSE, pinyin = '', initials = '', code_id = ?, entry_key = NULL WHERE id = ?", Removals.GONE,
                admissions.freeCodeId(), member.id());
        if (member.household() != null) {
            rename(member.household(), member.name());
        }
        forgetAnswers(member);
    }

    /** A household that was named after the person is named after whoever is left of it. */
    private void rename(long household, String name) {
        String left = members.household(household).stream().map(Member::name).findFirst().orElse(Removals.GONE);
        sql.update("UPDATE household SET name = ? WHERE id = ? AND name = ?", left + "家", household, name + "家");
    }

    /**
     * Answers to keyed requests are kept for a month, and some of them name people. What could be a word of their form, such as a name
     * in Latin letters, is only replaced where it stands alone.
     */
    private void forgetAnswers(Member member) {
        Stream.of(member.name(), member.phone(), member.card()).filter(Objects::nonNull).map(Objects::requireNonNull)
                .map(said -> said.matches("[\\x20-\\x7e]*[^0-9][\\x20-\\x7e]*") || said.length() < 2 ? "\"" + said + "\"" : said)
                .forEach(said -> sql.update("UPDATE idempotency SET body = REPLACE(body, ?, ?) WHERE INSTR(body, ?) > 0", said,
                        said.startsWith("\"") ? "\"" + Removals.GONE + "\"" : Removals.GONE, said));
    }
}
