package org.aixin.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.ws.rs.core.UriBuilder;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/**
 * An activity at which people are credited one after another. Its day and title make the reference, so that nobody is credited
 * twice for it; who was corrected may be credited again, with the next of a few references.
 *
 * @param gathering of an event, whose budget pays; null for none
 */
record Occasion(Rule rule, LocalDate day, String title, @Nullable BigDecimal quantity, @Nullable String gathering) {
    private static final int LONGEST_TITLE = 60, LONGEST_GATHERING = 40, TRIES = 5, NOON = 12 * 3600;

    static Occasion of(Rule rule, @Nullable String day, @Nullable String title, @Nullable String quantity, BusinessTime time) {
        BigDecimal counted = quantity == null || quantity.isBlank() ? null : number(quantity);
        rule.counted(counted);
        return new Occasion(rule, day(day, time), Text.required(title, "title", LONGEST_TITLE), counted, null);
    }

    /** The same as part of an event's gathering, such as {@code talk:5}. */
    Occasion in(@Nullable String within) {
        return new Occasion(rule, day, title, quantity, Text.optional(within, "gathering", LONGEST_GATHERING));
    }

    private static LocalDate day(@Nullable String day, BusinessTime time) {
        return day == null || day.isBlank() ? time.today() : Text.day(day, "day");
    }

    private static BigDecimal number(String text) {
        if (!text.strip().matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            throw Problem.invalid("quantity_refused", "quantity");
        }
        return new BigDecimal(text.strip());
    }

    /** The references that awards of this occasion can have, the first one first. */
    List<String> references() {
        String first = day + " " + title;
        return Stream.concat(Stream.of(first), IntStream.rangeClosed(2, TRIES).mapToObj(n -> first + " ~" + n)).toList();
    }

    /** When its deeds were done: now if it is today, else at noon of its day. */
    Instant at(BusinessTime time) {
        return day.equals(time.today()) ? time.now() : time.startOf(day).plusSeconds(NOON);
    }

    /** Its page. */
    public String address() {
        UriBuilder address = UriBuilder.fromPath("/organizer/roll-call").queryParam("rule", rule.code()).queryParam("day", day)
                .queryParam("title", "{title}");
        if (quantity != null) {
            address.queryParam("quantity", quantity);
        }
        if (gathering != null) {
            address.queryParam("gathering", "{gathering}");
            return address.build(title, gathering).toString();
        }
        return address.build(title).toString();
    }
}
