package org.aixin.redemption;

import java.util.List;
import java.util.Objects;

import org.aixin.goods.Movement;
import org.aixin.goods.Movement.Why;
import org.aixin.kernel.KeyedRequest;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;
import org.aixin.redemption.Order.Collected;
import org.aixin.redemption.Policies.Policy;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks the till to settle: reserve, collect or redeem, under an idempotency key.
 *
 * @param bearer who comes for the member to collect, null where the member comes
 */
record Deed(Kind kind, KeyedRequest key, Case what, @Nullable Long bearer) {
    Deed(Kind kind, KeyedRequest key, Case what) {
        this(kind, key, what, null);
    }

    /** The kind of sources in the ledger that orders make. */
    static final String SOURCE = "order";

    /** What can be asked. */
    enum Kind {
        /** A resident sets goods aside. */
        RESERVE(Policies.RESERVING),
        /** A clerk hands over what was set aside. */
        COLLECT(Policies.COLLECTING),
        /** A clerk hands over a basket at once. */
        REDEEM(Policies.REDEEMING);

        private final List<Policy> policies;

        Kind(List<Policy> policies) {
            this.policies = policies;
        }

        /** Whether it takes from what is still available, rather than from what was set aside. */
        boolean takesAvailable() {
            return this != COLLECT;
        }
    }

    /** What only one deed at a time can be about: an order, or the visit in which one is made. */
    long subject() {
        return what.visit() == null ? order().id() : what.visit().id();
    }

    Order order() {
        return what.order();
    }

    void checkPolicies() {
        Policies.check(kind.policies, what);
    }

    Deed with(Case fresh) {
        return new Deed(kind, key, fresh, bearer);
    }

    /** What it asks of the ledger. */
    Command command() {
        Order order = order();
        Source source = new Source(SOURCE, Long.toString(order.id()));
        Owner member = Owner.member(order.member().id());
        String actor = actor(what.by().id());
        return switch (kind) {
            case RESERVE -> new Command.Hold(source, actor, Asset.POINTS, member, Owner.REDEEMED, order.points(),
                    Objects.requireNonNull(order.expiresAt()));
            case COLLECT -> new Command.Post(source, actor, Objects.requireNonNull(order.hold()));
            case REDEEM -> new Command.Move(source, actor, Asset.POINTS, member, Owner.REDEEMED, order.points());
        };
    }

    /** The order once the ledger has made this transfer for it. */
    Order done(long transfer) {
        return kind == Kind.RESERVE
                ? order().reserved(transfer)
                : order().collected(transfer, new Collected(what.now(), what.by().id(), what.by().name()));
    }

    /** What it does to the stock. */
    List<Movement> movements() {
        return switch (kind) {
            case RESERVE -> order().movements(Why.COLLECT, 0, 1, what.by().id());
            case COLLECT -> order().movements(Why.COLLECT, -1, -1, what.by().id());
            case REDEEM -> order().movements(Why.COLLECT, -1, 0, what.by().id());
        };
    }

    /** Who acts, as the ledger knows them. */
    static String actor(long member) {
        return Owner.member(member).reference();
    }
}
