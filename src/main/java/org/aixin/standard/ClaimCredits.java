package org.aixin.standard;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.kernel.Problem;

/**
 * What an approved claim is worth, as an award with the claim's id: posted on a notice, or credited at once where the rule asks for a
 * reviewer alone or notices are off.
 */
@ApplicationScoped
class ClaimCredits {
    private final ClaimRows claims;
    private final Giving giving;

    ClaimCredits(ClaimRows claims, Giving giving) {
        this.claims = claims;
        this.giving = giving;
    }

    /** In the reviewer's transaction; refused 409 {@code photo_required} where the rule wants to see it and there is no photo. */
    void credit(Rule rule, Claim claim, Member member, long reviewer) {
        if (rule.terms().evidence() && claim.photos() == 0) {
            throw Problem.conflict("photo_required");
        }
        Due due = new Due(claim.id(), rule, member, ClaimCaps.KIND + ":" + claim.id(), claim.quantity(), claim.occurredAt(),
                claim.note(), reviewer, reviewer, ClaimCaps.source(claim), null);
        Award award = rule.terms().review() == Review.REVIEWER ? giving.give(due) : giving.post(due);
        claims.approved(claim.id(), award.points(), award.minutes(), award.row());
    }
}
