package org.aixin.ledger;

import java.util.Comparator;

/** What is claimed before a transfer is appended: its source, the end of a hold, or the reversal of a transfer. */
record Claim(String kind, String reference, Asset asset, String phase) implements Comparable<Claim> {
    private static final Comparator<Claim> ORDER = Comparator.comparing(Claim::kind).thenComparing(Claim::reference)
            .thenComparing(claim -> claim.asset.name()).thenComparing(Claim::phase);

    static Claim of(Source source, Asset asset, Phase phase) {
        return new Claim(source.kind(), source.reference(), asset, phase.name());
    }

    /** No feature's kind begins with a colon. */
    static Claim endOf(Referred hold) {
        return new Claim(":hold", Long.toString(hold.id()), hold.asset(), "END");
    }

    static Claim reversalOf(Referred transfer) {
        return new Claim(":transfer", Long.toString(transfer.id()), transfer.asset(), "REVERSE");
    }

    @Override
    public int compareTo(Claim other) {
        return ORDER.compare(this, other);
    }
}
