package org.aixin.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A transfer that a command refers to.
 *
 * @param amount what it moved or set aside, with the shortfall that it left
 * @param mark of its source, where a mate of a pool gave it
 * @param parts what mates gave besides: it ends with this one, and is taken back with it
 */
record Referred(long id, Phase phase, Asset asset, Owner debit, Owner credit, long amount, @Nullable Instant deadline,
        boolean isReversal, String mark, List<Referred> parts) {
    Referred with(List<Referred> others) {
        return new Referred(id, phase, asset, debit, credit, amount, deadline, isReversal, mark, others);
    }

    /** This one first. */
    List<Referred> all() {
        return Stream.concat(Stream.of(this), parts.stream()).toList();
    }
}
