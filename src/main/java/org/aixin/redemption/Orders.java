package org.aixin.redemption;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.aixin.goods.ClerkShops;
import org.aixin.goods.Line;
import org.aixin.goods.Movement;
import org.aixin.goods.Movement.Why;
import org.aixin.goods.Shop;
import org.aixin.goods.Stock;
import org.aixin.goods.StockChanged;
import org.aixin.goods.Wanted;
import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.KeyedRequest;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.StoredAnswer;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Outcome.Refused;
import org.aixin.ledger.Source;
import org.aixin.redemption.Order.Collected;
import org.aixin.redemption.Order.Status;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What residents reserve, and how that ends other than at the desk. */
@ApplicationScoped
class Orders {
    /** How long a clerk can take back what was handed over; after that it takes an administrator. */
    static final Duration UNDO = Duration.ofMinutes(5);
    private static final Logger LOG = Logger.getLogger(Orders.class);
    private static final int PAGE = 200;
    private static final Role[] READERS = {Role.ADMIN, Role.AUDITOR};
    private final OrderBook book;
    private final Till till;
    private final Wishes wishes;
    private final ClerkShops clerkShops;
    private final Members members;
    private final Stock stock;
    private final Ledger ledger;
    private final Limits limits;
    private final RedemptionRules rules;
    private final BusinessTime time;
    private final Event<StockChanged> changed;

    Orders(OrderBook book, Till till, Wishes wishes, ClerkShops clerkShops, Members members, Stock stock, Ledger ledger,
            Limits limits, RedemptionRules rules, BusinessTime time, Event<StockChanged> changed) {
        this.book = book;
        this.till = till;
        this.wishes = wishes;
        this.clerkShops = clerkShops;
        this.members = members;
        this.stock = stock;
        this.ledger = ledger;
        this.limits = limits;
        this.rules = rules;
        this.time = time;
        this.changed = changed;
    }

    /** A resident's wish. */
    record Wish(@Nullable String shop, @Nullable List<@Nullable Wanted> lines) {
    }

    /** Reserves goods for a resident; refusals in the order of {@link Policies}. */
    Uni<StoredAnswer> reserve(Person person, Wish wish, KeyedRequest key, Locale language) {
        return wishes.draft(person, wish).chain(order -> till.settle(new Deed(Deed.Kind.RESERVE, key,
                new Case(person, order.shop(), rules.of(order.shop()), order, null, null, order.madeAt(), language))));
    }

    /** An order as it would be made now: reserved, or for a visit. */
    Order draft(Shop shop, Member member, List<Line> lines, @Nullable Visit visit) {
        return Order.draft(time.now(), shop, member, lines, visit);
    }

    /** An order, for its resident, clerks of its shop, administrators and auditors; refused 404 for everybody else. */
    Order read(Person person, long id) {
        return book.byId(id).filter(order -> isOf(order, person) || clerkShops.worksAt(person, order.shop(), READERS))
                .orElseThrow(Problem::notFound);
    }

    /** A resident's own orders, newest first. */
    Page<Order> of(Person person, long before, int limit) {
        return Page.of(book.ofMember(person.id(), before, limit + 1), limit, order -> Long.toString(order.id()));
    }

    /** Cancels a reservation: its resident, or staff of the shop but not for their own household. */
    @Transactional
    Order cancel(Person person, long id) {
        Order order = read(person, id);
        if (!isOf(order, person)) {
            clerkShops.mustWorkAt(person, order.shop(), Role.ADMIN);
            person.mustNotBeHouseholdOf(order.member());
        }
        mustBeReserved(order);
        if (!book.end(id, Status.RESERVED, Status.CANCELLED, time.now(), person.id(), null)) {
            mustBeReserved(read(person, id));
            throw Problem.of(503, "busy");
        }
        end(order, new Command.Void(source(order), Deed.actor(person.id()), Objects.requireNonNull(order.hold())), person.id());
        return read(person, id);
    }

    /** Ends a reservation of somebody whose data is removed; in the present transaction. */
    void release(long id, long actor) {
        if (book.end(id, Status.RESERVED, Status.CANCELLED, time.now(), actor, null)) {
            Order order = book.byId(id).orElseThrow();
            end(order, new Command.Void(source(order), Deed.actor(actor), Objects.requireNonNull(order.hold())), actor);
        }
    }

    /** An order whose goods are with the member, as {@link #read}; refused 409 {@code already_reversed}, {@code order_not_collected}. */
    Order handedOver(Person person, long id) {
        Order order = read(person, id);
        if (order.status() != Status.COLLECTED) {
            throw notHandedOver(order);
        }
        return order;
    }

    private static Problem notHandedOver(Order order) {
        return Problem.conflict(order.status() == Status.REVERSED ? "already_reversed" : "order_not_collected");
    }

    /** Takes back what was handed over: a clerk of the shop within five minutes, afterwards an administrator. */
    @Transactional
    Order reverse(Person person, long id, @Nullable String reason) {
        Order order = read(person, id);
        String why = Text.required(reason, "reason", 200);
        members.member(order.member().id());
        mayTakeBack(person, order);
        if (!book.end(id, Status.COLLECTED, Status.REVERSED, time.now(), person.id(), why)) {
            throw notHandedOver(order.status() == Status.REVERSED ? order : read(person, id));
        }
        Order ended = read(person, id);
        post(new Command.Reversal(new Source("reversal", Deed.SOURCE + ":" + id), Deed.actor(person.id()),
                Objects.requireNonNull(ended.paid())));
        giveBack(ended, ended.movements(Why.RETURN, 1, 0, person.id()));
        return ended;
    }

    /**
     * Ends every reservation whose deadline has passed; each once, on however many nodes this runs. One that cannot be ended is
     * logged and left for the next time; the others do not wait for it.
     */
    int sweep() {
        Instant now = time.now();
        int ended = 0;
        long last = 0;
        for (List<Long> due = book.due(now, last, PAGE); !due.isEmpty(); due = book.due(now, last, PAGE)) {
            ended += (int) due.stream().filter(this::expired).count();
            last = due.get(due.size() - 1);
        }
        return ended;
    }

    private boolean expired(long id) {
        try {
            return Transactions.run(() -> expire(id));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Order %d is past its deadline and cannot be ended", id);
            return false;
        }
    }

    private boolean expire(long id) {
        boolean mine = book.end(id, Status.RESERVED, Status.EXPIRED, time.now(), null, null);
        if (mine) {
            Order order = book.byId(id).orElseThrow();
            end(order, new Command.Lapse(source(order), "system:sweep", Objects.requireNonNull(order.hold())), null);
        }
        return mine;
    }

    private void end(Order order, Command command, @Nullable Long actor) {
        post(command);
        giveBack(order, order.movements(Why.RETURN, 0, -1, actor));
    }

    private void giveBack(Order order, List<Movement> movements) {
        limits.giveBack(order);
        stock.change(movements);
        changed.fire(new StockChanged(Set.copyOf(order.places())));
    }

    private void post(Command command) {
        Outcome outcome = ledger.post(command);
        if (outcome instanceof Refused refused) {
            throw new IllegalStateException("The ledger says " + refused.reason() + " to " + command);
        }
    }

    private void mustBeReserved(Order order) {
        switch (order.at(time.now())) {
            case RESERVED -> {
            }
            case COLLECTED -> throw Policies.handedOver("already_collected", order, Locale.CHINESE);
            case CANCELLED -> throw Problem.conflict("order_cancelled");
            case EXPIRED -> throw Problem.conflict("order_expired");
            case REVERSED -> throw Problem.conflict("order_reversed");
        }
    }

    private void mayTakeBack(Person person, Order order) {
        clerkShops.mustWorkAt(person, order.shop(), Role.ADMIN);
        person.mustNotBeHouseholdOf(order.member());
        Collected done = order.collected();
        boolean late = done != null && isTooLateToUndo(done, time.now());
        if (late && !person.may(order.shop().path(), Role.ADMIN)) {
            throw Problem.forbidden("undo_too_late", UNDO.toMinutes());
        }
    }

    /** Whether a clerk can no longer take back what was collected then. */
    static boolean isTooLateToUndo(Collected done, Instant now) {
        return now.isAfter(done.at().plus(UNDO)) || BusinessTime.isYetToCome(done.at(), now);
    }

    private static Source source(Order order) {
        return new Source(Deed.SOURCE, Long.toString(order.id()));
    }

    private static boolean isOf(Order order, Person person) {
        return order.member().id() == person.id();
    }
}
