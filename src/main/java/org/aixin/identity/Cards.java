package org.aixin.identity;

import java.security.SecureRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.CheckDigit;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The printed cards of people without a phone. A card says who one is; to pay with it takes the secret. */
@ApplicationScoped
public class Cards {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long NUMBERS = 10_000_000_000L;
    private final Sql sql;
    private final Members members;

    Cards(Sql sql, Members members) {
        this.sql = sql;
        this.members = members;
    }

    /**
     * Gives a member the card with this number, or without one a card with a new number of twelve digits; an earlier card is nobody's
     * from then on. Refused 403 {@code not_allowed}, 404 {@code not_found}, 409 {@code card_taken}, 422 {@code card_refused}.
     */
    public String give(Person person, long memberId, @Nullable String number) {
        person.mustReach(members.member(memberId).path(), Role.ORGANIZER, Role.ADMIN);
        String given = Names.card(number);
        String card = given == null ? newNumber() : given;
        sql.updateOr(Problem.conflict("card_taken"), "UPDATE member SET card = ? WHERE id = ?", card, memberId);
        return card;
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
