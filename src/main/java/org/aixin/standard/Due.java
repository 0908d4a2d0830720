package org.aixin.standard;

import java.math.BigDecimal;
import java.time.Instant;

import org.aixin.identity.Member;
import org.aixin.ledger.Source;

import org.jspecify.annotations.Nullable;

/**
 * What a deed is due, by a version of a rule.
 *
 * @param id that the award will have
 * @param reference tells the deed from others of the same member and rule
 * @param quantity as the rule counts it
 * @param actor who says that it was done
 * @param by who decides that it is given, the same person where nobody else has to
 * @param source why the ledger moves it
 * @param gathering in which it was done
 */
record Due(long id, Rule rule, Member member, String reference, BigDecimal quantity, Instant occurredAt, @Nullable String note,
        long actor, long by, Source source, @Nullable String gathering) {
}
