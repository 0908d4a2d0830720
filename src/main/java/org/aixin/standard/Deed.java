package org.aixin.standard;

import java.math.BigDecimal;
import java.time.Instant;

import org.aixin.ledger.Source;

import org.jspecify.annotations.Nullable;

/**
 * What a member did, to be awarded by a rule.
 *
 * @param quantity deeds, hours or answers; null for one
 * @param occurredAt when it was done, null for now; the cap is that of its day
 * @param reference tells this deed from others of the same member and rule; null for one that stands alone
 * @param note words for the passbook, at most 200 characters
 * @param actor the person who awards it
 * @param source why the ledger moves the points; null for the rule's own kind with the award's id
 */
public record Deed(long member, String rule, @Nullable BigDecimal quantity, @Nullable Instant occurredAt,
        @Nullable String reference, @Nullable String note, long actor, @Nullable Source source) {
    /** A deed that another feature watched, such as right answers; its source tells it from others. */
    public static Deed of(long member, String rule, int quantity, Source source, long actor) {
        return new Deed(member, rule, BigDecimal.valueOf(quantity), null, source.kind() + ":" + source.reference(), null, actor,
                source);
    }
}
