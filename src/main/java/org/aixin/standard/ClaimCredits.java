package org.aixin.standard;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Owner;
import org.aixin.notice.NewRow;
import org.aixin.notice.Notices;

/**
 * What an approved claim is worth: within the caps of its day, posted on a notice, or credited at once where the rule asks for a reviewer
 * alone or notices are off.
 */
@ApplicationScoped
class ClaimCredits {
    private final ClaimRows claims;
    private final ClaimCaps caps;
    private final Notices notices;
    private final Ledger ledger;

    ClaimCredits(ClaimRows claims, ClaimCaps caps, Notices notices, Ledger ledger) {
        this.claims = claims;
        this.caps = caps;
        this.notices = notices;
        this.ledger = ledger;
    }

    /** In the reviewer's transaction. */
    void credit(Rule rule, Claim claim, Member member, long reviewer) {
        int points = caps.take(rule, claim, rule.worth(claim.quantity()));
        int minutes = rule.minutes(claim.quantity());
        Long row = null;
        boolean posted = notices.days() > 0 && rule.terms().review() != Review.REVIEWER;
        if (posted && points + minutes > 0) {
            row = notices
                    .post(new NewRow(member, points, rule.asset(), minutes, claim.title(), ClaimCaps.source(claim), reviewer));
        } else {
            issue(claim, rule.asset(), points, reviewer);
            issue(claim, Asset.HOURS, minutes, reviewer);
        }
        claims.approved(claim.id(), points, minutes, row);
    }

    private void issue(Claim claim, Asset asset, int amount, long reviewer) {
        if (amount == 0) {
            return;
        }
        Command move = new Command.Move(ClaimCaps.source(claim), Owner.member(reviewer).reference(), asset, Owner.ISSUER,
                Owner.member(claim.member()), amount);
        if (ledger.post(move) instanceof Outcome.Refused refused) {
            throw new IllegalStateException("The ledger says " + refused.reason() + " to " + move);
        }
    }
}
