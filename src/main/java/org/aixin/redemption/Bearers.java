package org.aixin.redemption;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** Who comes for somebody else: the one of a visit. */
@ApplicationScoped
class Bearers {
    private final Visits visits;
    private final Members members;
    private final BusinessTime time;

    Bearers(Visits visits, Members members, BusinessTime time) {
        this.visits = visits;
        this.members = members;
        this.time = time;
    }

    /**
     * Who comes for this member. Refused 404, 403 {@code visit_not_yours}, 409 {@code visit_expired}, 422 {@code behalf_of_self}.
     *
     * @param goesOn whether the visit must not be over
     */
    Member of(Person clerk, Shop shop, @Nullable String visitId, Member other, boolean goesOn) {
        Visit coming = visits.byId(Ids.parse(visitId == null ? "" : visitId)).orElseThrow(Problem::notFound);
        if (!coming.belongsTo(clerk.id(), shop.id())) {
            throw Problem.forbidden("visit_not_yours");
        }
        if (goesOn && coming.isOver(time.now())) {
            throw Problem.conflict("visit_expired");
        }
        Member bearer = members.member(coming.bearer() == null ? coming.member() : coming.bearer());
        if (other.id() == bearer.id()) {
            throw Problem.invalid("behalf_of_self", "code");
        }
        clerk.mustNotBeHouseholdOf(bearer);
        return bearer;
    }
}
