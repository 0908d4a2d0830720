package org.aixin.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Timers;
import org.aixin.kernel.Transactions;
import org.aixin.standard.Claims;

import io.quarkus.runtime.StartupEvent;

/**
 * Ends meetings: first no vote changes any more, then each claim is decided by itself, then the minutes stand. What a kill cut short,
 * the next press or any node goes on with.
 */
@ApplicationScoped
class Closing {
    private static final Duration STUCK = Duration.ofMinutes(1);
    private final MeetingRows rows;
    private final Meetings meetings;
    private final Claims claims;
    private final BusinessTime time;

    Closing(MeetingRows rows, Meetings meetings, Claims claims, BusinessTime time) {
        this.rows = rows;
        this.meetings = meetings;
        this.claims = claims;
        this.time = time;
    }

    void begin(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofSeconds(40), Duration.ofSeconds(60), this::sweep);
    }

    void sweep() {
        Instant now = time.now();
        rows.halfClosed(now.minus(STUCK), now).forEach(this::finish);
    }

    /** Closes a meeting, once; again it answers the same. Refused 403 {@code not_allowed}, 409 {@code nothing_voted}. */
    Sitting close(Person person, long id) {
        person.mustReach(rows.meeting(id).path(), Role.ORGANIZER, Role.REVIEWER);
        Transactions.run(() -> {
            Meeting meeting = rows.lock(id);
            if (meeting.isOpen() && meetings.sitting(meeting).items().stream().noneMatch(Item::isVoted)) {
                throw Problem.conflict("nothing_voted");
            }
            rows.closing(id, time.now());
            return id;
        });
        finish(id);
        return meetings.sitting(person, id);
    }

    void finish(long id) {
        Sitting sitting = meetings.sitting(rows.meeting(id));
        sitting.items().stream().filter(item -> item.outcome() == null).forEach(item -> settle(sitting, item));
        Transactions.run(() -> {
            rows.closed(id, time.now());
            return id;
        });
    }

    private void settle(Sitting sitting, Item item) {
        long meeting = sitting.meeting().id();
        try {
            Transactions.run(() -> {
                if (rows.lockOutcome(meeting, item.claim().id()).isEmpty()) {
                    rows.settle(meeting, item.claim().id(), decided(sitting, item), null);
                }
                return meeting;
            });
        } catch (Problem refused) {
            boolean before = refused.code().equals("already_reviewed");
            Transactions.run(() -> {
                rows.settle(meeting, item.claim().id(), before ? Outcome.DECIDED_BEFORE : Outcome.REFUSED,
                        before ? null : refused.code());
                return meeting;
            });
        }
    }

    private Outcome decided(Sitting sitting, Item item) {
        Ballot.Verdict verdict = item.ballot(sitting.group()).verdict();
        if (!item.isVoted()) {
            return Outcome.NOT_VOTED;
        }
        if (verdict == Ballot.Verdict.NO_QUORUM) {
            return Outcome.NO_QUORUM;
        }
        boolean approve = verdict == Ballot.Verdict.APPROVED;
        List<Long> voters = item.voters(sitting.group()).stream().map(seat -> seat.member().id()).toList();
        claims.decide(item.claim().id(), approve, name(sitting, item, voters), voters, said(sitting, item));
        return approve ? Outcome.APPROVED : Outcome.REJECTED;
    }

    /** In whose name it is decided: the chair's, unless the chair has to keep out of it. */
    private static long name(Sitting sitting, Item item, List<Long> voters) {
        return Meetings.isBound(sitting.chair(), item.claim(), item.member()) ? voters.get(0) : sitting.chair().id();
    }

    private static String said(Sitting sitting, Item item) {
        return "%s评议会：同意 %d 票，反对 %d 票，回避 %d 人".formatted(sitting.meeting().day(), item.inFavour(), item.against(),
                item.recused(sitting.group()).size());
    }
}
