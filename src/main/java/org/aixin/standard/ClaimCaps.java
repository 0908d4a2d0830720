package org.aixin.standard;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.ledger.Source;
import org.aixin.notice.Withdrawals;

/** What an approved claim took from the caps as an award: given back when its row is withdrawn from a notice. */
@ApplicationScoped
class ClaimCaps implements Withdrawals {
    static final String KIND = "claim";
    private final Giving giving;
    private final ClaimRows claims;
    private final BusinessTime time;

    ClaimCaps(Giving giving, ClaimRows claims, BusinessTime time) {
        this.giving = giving;
        this.claims = claims;
        this.time = time;
    }

    /** Why the ledger moves the points of a claim. */
    static Source source(Claim claim) {
        return new Source(KIND, claim.id() + ":" + claim.member());
    }

    /** The id of the claim, and of its award, that a source stands for. */
    static long id(String reference) {
        return Long.parseLong(reference.split(":", 2)[0]);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void withdrawn(Source source) {
        long id = id(source.reference());
        giving.withdraw(id, time.now());
        claims.withdrawn(id);
    }
}
