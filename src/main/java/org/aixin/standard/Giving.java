package org.aixin.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Owner;
import org.aixin.notice.NewRow;
import org.aixin.notice.NoticeRow;
import org.aixin.notice.Notices;

import org.jspecify.annotations.Nullable;

/**
 * Gives what a deed is due, within the caps of its day and the purse of its gathering: in the ledger and on record as an award, which is what caps, budgets and lists
 * read, whoever said that it was done. In the present transaction, of which it should be the last.
 */
@ApplicationScoped
class Giving {
    private static final Moved NOTHING = new Moved(null, null, 0, null);
    private final CapUse caps;
    private final PurseUse purses;
    private final AwardRows awards;
    private final Notices notices;
    private final Ledger ledger;
    private final BusinessTime time;

    Giving(CapUse caps, PurseUse purses, AwardRows awards, Notices notices, Ledger ledger, BusinessTime time) {
        this.caps = caps;
        this.purses = purses;
        this.awards = awards;
        this.notices = notices;
        this.ledger = ledger;
        this.time = time;
    }

    /** What caps and purse leave of what a deed is worth. */
    private record Share(Due due, LocalDate day, int worth, int points, int minutes, @Nullable String cappedBy) {
        boolean isNothing() {
            return points == 0 && minutes == 0;
        }
    }

    /** What moved, or is held until a notice closes. */
    private record Moved(@Nullable Long transfer, @Nullable Long hours, int shortfall, @Nullable Long row) {
    }

    /** Moves it at once; points below zero are taken, what is not there being the shortfall. */
    Award give(Due due) {
        return give(List.of(due)).get(0);
    }

    /** The same for several, all or none. */
    List<Award> give(List<Due> dues) {
        List<Share> shares = dues.stream().map(this::share).toList();
        Iterator<Outcome> outcomes = ledger.post(shares.stream().flatMap(Giving::moves).toList()).iterator();
        List<Award> given = shares.stream().map(share -> award(share, moved(share, outcomes))).toList();
        awards.add(given);
        return given;
    }

    /** Posts it on the notice of the member's village, which credits it when it closes; at once where notices are off. */
    Award post(Due due) {
        if (notices.days() == 0) {
            return give(due);
        }
        Share share = share(due);
        Award award = award(share, share.isNothing() ? NOTHING : posted(share));
        awards.add(List.of(award));
        return award;
    }

    private Share share(Due due) {
        Rule rule = due.rule();
        LocalDate day = time.day(due.occurredAt());
        int worth = rule.worth(due.quantity());
        PurseUse.Left left = purses.left(due, day, Math.abs(worth));
        CapUse.Taken taken = caps.take(rule, CapUse.Doer.of(due.member()), day, left.points());
        purses.use(left, taken.points());
        return new Share(due, day, worth, rule.isDeduction() ? -taken.points() : taken.points(), rule.minutes(due.quantity()),
                cappedBy(taken, left, Math.abs(worth)));
    }

    private Award award(Share share, Moved moved) {
        Due due = share.due;
        Rule rule = due.rule();
        return new Award(due.id(), due.member().id(), rule.code(), rule.version(), rule.title(), due.reference(), due.quantity(),
                share.points, moved.shortfall, share.minutes, share.points != share.worth, moved.transfer, moved.hours, share.day,
                due.occurredAt(), time.now(), due.actor(), due.note(), due.member().path(), due.member().household(),
                share.cappedBy, moved.row, due.gathering(), null, null);
    }

    private static @Nullable String cappedBy(CapUse.Taken taken, PurseUse.Left left, int wanted) {
        Cap cap = taken.by();
        return cap != null ? cap.name() : left.points() < wanted ? Purses.CAPPED_BY : null;
    }

    private Moved posted(Share share) {
        Due due = share.due;
        NoticeRow row = notices.row(notices.post(new NewRow(due.member(), share.points, due.rule().asset(), share.minutes,
                due.rule().title(), due.source(), due.by())));
        return new Moved(row.hold(), row.hours(), 0, row.id());
    }

    private static Stream<Command> moves(Share share) {
        return Stream.of(move(share.due, share.due.rule().asset(), share.points), move(share.due, Asset.HOURS, share.minutes))
                .flatMap(Optional::stream);
    }

    private static Optional<Command> move(Due due, Asset asset, int amount) {
        String actor = Owner.member(due.by()).reference();
        Owner member = Owner.member(due.member().id());
        return amount == 0
                ? Optional.empty()
                : Optional.of(amount > 0
                        ? new Command.Move(due.source(), actor, asset, Owner.ISSUER, member, amount)
                        : new Command.Move(due.source(), actor, asset, member, Owner.ISSUER, -amount, true));
    }

    /** Takes from the outcomes those that are this share's. */
    private static Moved moved(Share share, Iterator<Outcome> outcomes) {
        Outcome.Posted points = share.points == 0 ? null : posted(outcomes.next());
        Outcome.Posted hours = share.minutes == 0 ? null : posted(outcomes.next());
        return new Moved(points == null ? null : points.transfer(), hours == null ? null : hours.transfer(),
                points == null ? 0 : (int) points.shortfall(), null);
    }

    private static Outcome.Posted posted(Outcome outcome) {
        if (outcome instanceof Outcome.Posted posted) {
            return posted;
        }
        throw Problem.conflict("already_awarded");
    }

    /** Undoes what the ledger does not know of, when a row of the notice is not credited after all. */
    void withdraw(long id, Instant at) {
        Award award = awards.award(id);
        purses.giveBack(award);
        caps.giveBack(award);
        awards.withdraw(award, at);
    }
}
