package org.aixin.standard;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.ledger.Source;
import org.aixin.notice.Withdrawals;

/** The caps of claimed deeds: taken when a claim is approved, given back when its row is withdrawn from a notice. */
@ApplicationScoped
class ClaimCaps implements Withdrawals {
    static final String KIND = "claim";
    private final DayCap cap;
    private final ClaimRows claims;

    ClaimCaps(DayCap cap, ClaimRows claims) {
        this.cap = cap;
        this.claims = claims;
    }

    /** Why the ledger moves the points of a claim. */
    static Source source(Claim claim) {
        return new Source(KIND, claim.id() + ":" + claim.member());
    }

    /** The id of the claim that a source stands for. */
    static long id(String reference) {
        return Long.parseLong(reference.split(":", 2)[0]);
    }

    /** Takes as much of the wanted points as the caps leave, and answers how much that is. */
    int take(Rule rule, Claim claim, int wanted) {
        return cap.take(rule, claim.member(), claim.day(), wanted);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void withdrawn(Source source) {
        Claim claim = claims.claim(id(source.reference()));
        cap.giveBack(claim.rule(), claim.member(), claim.day(), claim.points());
        claims.withdrawn(claim.id());
    }
}
