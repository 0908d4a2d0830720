package org.aixin.passbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.Problem;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Balance;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;

/**
 * What is left of a person's points and merit lapses by a transfer like any other. Hours stay, since they only count what was done; what
 * was owed stays written too, and nobody settles it: the sums are zero either way.
 */
@ApplicationScoped
class PointsDeparture implements Departures {
    private static final List<Asset> LAPSING = List.of(Asset.POINTS, Asset.MERIT);
    private final Ledger ledger;

    PointsDeparture(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean isLast() {
        return true;
    }

    @Override
    public List<String> announced(Member member, Locale language) {
        boolean english = language.getLanguage().equals("en");
        List<String> said = new ArrayList<>();
        Balance points = ledger.balance(Owner.member(member.id()), Asset.POINTS);
        if (points.balance() > 0) {
            said.add(english ? points.balance() + " points lapse." : "余下的 " + points.balance() + " 分积分作废。");
        }
        long merit = ledger.balance(Owner.member(member.id()), Asset.MERIT).balance();
        if (merit > 0) {
            said.add(english ? merit + " merit points lapse." : "余下的 " + merit + " 分先锋积分作废。");
        }
        if (points.owed() > 0) {
            said.add(english
                    ? points.owed() + " points that are owed stay written."
                    : "没有扣清的 " + points.owed() + " 分仍留在账上，不再补扣。");
        }
        return said;
    }

    @Override
    public void end(Member member, Person by) {
        LAPSING.forEach(asset -> lapse(member, by, asset));
    }

    private void lapse(Member member, Person by, Asset asset) {
        Owner owner = Owner.member(member.id());
        Balance left = ledger.balance(owner, asset);
        if (left.held() > 0) {
            throw Problem.conflict("points_still_held", left.held());
        }
        if (left.balance() > 0) {
            Outcome outcome = ledger.post(new Command.Move(new Source("expiry", "removal:" + member.id()),
                    Owner.member(by.id()).reference(), asset, owner, Owner.EXPIRED, left.balance()));
            if (outcome instanceof Outcome.Refused) {
                throw Problem.of(503, "busy");
            }
        }
    }

    @Override
    public void erase(Member member, Person by) {
        // the ledger keeps no name
    }
}
