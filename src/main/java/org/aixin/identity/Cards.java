package org.aixin.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.CheckDigit;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** The printed cards of people without a phone. A card says who one is; to pay with it takes the secret. */
@ApplicationScoped
public class Cards implements Noteworthy {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long NUMBERS = 10_000_000_000L;
    private final Sql sql;
    private final Members members;
    private final BusinessTime time;

    Cards(Sql sql, Members members, BusinessTime time) {
        this.sql = sql;
        this.members = members;
        this.time = time;
    }

    /**
     * Gives a member the card with this number, or without one a card with a new number of twelve digits; an earlier card is nobody's
     * from then on, and never anybody else's. It stays on record. Refused 403 {@code not_allowed}, 404 {@code not_found}, 409 {@code card_taken}, 422 {@code card_refused}.
     */
    public String give(Person person, long memberId, @Nullable String number) {
        person.mustReach(members.member(memberId).path(), Role.ORGANIZER, Role.ADMIN);
        String given = Names.card(number);
        String card = given == null ? newNumber() : given;
        return Transactions.joined(() -> {
            String before = sql.first("SELECT COALESCE(card, '') FROM member WHERE id = ? FOR UPDATE", row -> row.getString(1),
                    memberId).orElse("");
            if (sql.first("SELECT 1 FROM card_given WHERE card = ? AND member <> ? LIMIT 1", row -> 1, card, memberId)
                    .isPresent()) {
                throw Problem.conflict("card_taken");
            }
            sql.updateOr(Problem.conflict("card_taken"), "UPDATE member SET card = ? WHERE id = ?", card, memberId);
            if (!before.isEmpty()) {
                keep(before, memberId, null);
            }
            keep(card, memberId, person.id());
            return card;
        });
    }

    private void keep(String card, long member, @Nullable Long by) {
        sql.update("INSERT INTO card_given (id, card, member, actor, at) VALUES (?, ?, ?, ?, ?)", Ids.next(), card, member, by,
                time.now());
    }

    @Override
    public String kind() {
        return "card_given";
    }

    @Override
    public String title(Locale language) {
        return Language.texts(IdentityTexts.class, language).watchCards();
    }

    @Override
    public List<Noted> noted(Asked asked) {
        String sentence = Language.texts(IdentityTexts.class, asked.language()).watchCard();
        return sql.rows("SELECT c.id, c.at, c.member, c.actor FROM card_given c JOIN member m ON m.id = c.member"
                + " JOIN unit u ON u.id = m.unit WHERE c.id >= ? AND c.id < ? AND c.actor IS NOT NULL AND "
                + asked.reach().within("u.path") + " ORDER BY c.id DESC LIMIT ?",
                row -> new Noted(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3), row.getLong(4), sentence),
                asked.from(), asked.end(), asked.reach().values(), asked.most());
    }

    /** A number for a card that is to be printed. */
    static String newNumber() {
        return number(RANDOM.nextLong(NUMBERS));
    }

    /** The card number made of a serial below ten milliards: 6, for the kind of code it is, the serial and a check digit. */
    public static String number(long serial) {
        return CheckDigit.append("6%010d".formatted(serial));
    }
}
