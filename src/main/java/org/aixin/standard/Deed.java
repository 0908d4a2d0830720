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
 * @param gathering in which it was done, null for none; see {@link #in}
 */
public record Deed(long member, String rule, @Nullable BigDecimal quantity, @Nullable Instant occurredAt,
        @Nullable String reference, @Nullable String note, long actor, @Nullable Source source,
        @Nullable String gathering) {
    private static final String BY_HAND = "hand:";

    /** One that was done in no gathering. */
    public Deed(long member, String rule, @Nullable BigDecimal quantity, @Nullable Instant occurredAt,
            @Nullable String reference, @Nullable String note, long actor, @Nullable Source source) {
        this(member, rule, quantity, occurredAt, reference, note, actor, source, null);
    }

    /** A reference as staff give it, kept apart from those of other features, which begin with the kind of their source. */
    static String byHand(String reference) {
        return BY_HAND + reference;
    }

    /** Tells the deed from others of the same member and rule: by its reference, without one by the award's id. */
    String key(long award) {
        return reference == null ? Long.toString(award) : source == null ? byHand(reference) : reference;
    }

    /**
     * A deed that another feature watched, such as right answers, done by the member alone.
     *
     * @param kind of the source, whose words a {@link DeedTitles} has
     * @param reference tells the deed from all others of that kind; the same again is not awarded
     */
    public static Deed watched(long member, String rule, int quantity, String kind, String reference) {
        return new Deed(member, rule, BigDecimal.valueOf(quantity), null, kind + ":" + reference, null, member,
                new Source(kind, reference));
    }

    /** The same deed, done at this instant. */
    public Deed on(Instant at) {
        return new Deed(member, rule, quantity, at, reference, note, actor, source, gathering);
    }

    /** The same deed, done in this gathering, which has its kind and id, such as {@code drill:5}; its purse pays, if it has one. */
    public Deed in(@Nullable String within) {
        return new Deed(member, rule, quantity, occurredAt, reference, note, actor, source, within);
    }
}
