package org.aixin.standard;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Members;
import org.aixin.ledger.Source;
import org.aixin.notice.Withdrawals;

/** The caps of claimed deeds: taken when a claim is approved, given back when its row is withdrawn from a notice. */
@ApplicationScoped
class ClaimCaps implements Withdrawals {
    static final String KIND = "claim";
    private final CapUse caps;
    private final ClaimRows claims;
    private final Members members;

    ClaimCaps(CapUse caps, ClaimRows claims, Members members) {
        this.caps = caps;
        this.members = members;
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
        return caps.take(rule, doer(claim), claim.day(), wanted);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void withdrawn(Source source) {
        Claim claim = claims.claim(id(source.reference()));
        caps.giveBack(claim.rule(), doer(claim), claim.day(), claim.points());
        claims.withdrawn(claim.id());
    }

    private CapUse.Doer doer(Claim claim) {
        return new CapUse.Doer(claim.member(), members.member(claim.member()).household());
    }
}
