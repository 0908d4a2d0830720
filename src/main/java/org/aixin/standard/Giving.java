package org.aixin.standard;

import java.time.Instant;
import java.time.LocalDate;

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

    /** What moved, or is held until a notice closes. */
    private record Moved(@Nullable Long transfer, @Nullable Long hours, int shortfall, @Nullable Long row) {
    }

    /** Moves it at once; points below zero are taken, what is not there being the shortfall. */
    Award give(Due due) {
        return give(due, false);
    }

    /** Posts it on the notice of the member's village, which credits it when it closes; at once where notices are off. */
    Award post(Due due) {
        return give(due, notices.days() > 0);
    }

    private Award give(Due due, boolean posted) {
        Rule rule = due.rule();
        LocalDate day = time.day(due.occurredAt());
        int worth = rule.worth(due.quantity());
        PurseUse.Left left = purses.left(due, day, Math.abs(worth));
        CapUse.Taken taken = caps.take(rule, CapUse.Doer.of(due.member()), day, left.points());
        purses.use(left, taken.points());
        int points = rule.isDeduction() ? -taken.points() : taken.points();
        int minutes = rule.minutes(due.quantity());
        Moved moved = points == 0 && minutes == 0
                ? NOTHING
                : posted ? posted(due, points, minutes) : moved(due, points, minutes);
        Award award = new Award(due.id(), due.member().id(), rule.code(), rule.version(), rule.title(), due.reference(),
                due.quantity(), points, moved.shortfall(), minutes, points != worth, moved.transfer(), moved.hours(), day,
                due.occurredAt(), time.now(), due.actor(), due.note(), due.member().path(), due.member().household(),
                cappedBy(taken, left, Math.abs(worth)), moved.row(), due.gathering(), null, null);
        awards.add(award);
        return award;
    }

    private static @Nullable String cappedBy(CapUse.Taken taken, PurseUse.Left left, int wanted) {
        Cap cap = taken.by();
        return cap != null ? cap.name() : left.points() < wanted ? Purses.CAPPED_BY : null;
    }

    private Moved posted(Due due, int points, int minutes) {
        NoticeRow row = notices.row(notices.post(new NewRow(due.member(), points, due.rule().asset(), minutes,
                due.rule().title(), due.source(), due.by())));
        return new Moved(row.hold(), row.hours(), 0, row.id());
    }

    private Moved moved(Due due, int points, int minutes) {
        Outcome.Posted moved = move(due, due.rule().asset(), points);
        Outcome.Posted hours = move(due, Asset.HOURS, minutes);
        return new Moved(moved == null ? null : moved.transfer(), hours == null ? null : hours.transfer(),
                moved == null ? 0 : (int) moved.shortfall(), null);
    }

    private Outcome.@Nullable Posted move(Due due, Asset asset, int amount) {
        if (amount == 0) {
            return null;
        }
        String actor = Owner.member(due.by()).reference();
        Owner member = Owner.member(due.member().id());
        Command.Move move = amount > 0
                ? new Command.Move(due.source(), actor, asset, Owner.ISSUER, member, amount)
                : new Command.Move(due.source(), actor, asset, member, Owner.ISSUER, -amount, true);
        if (ledger.post(move) instanceof Outcome.Posted posted) {
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
