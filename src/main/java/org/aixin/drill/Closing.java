package org.aixin.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Timers;
import org.aixin.kernel.Transactions;
import org.aixin.standard.Awarded;
import org.aixin.standard.Awards;
import org.aixin.standard.Deed;
import org.aixin.standard.Rule;
import org.aixin.standard.Rules;

import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

/**
 * Closes roll-calls: first nobody is added any more, then everybody on the roll gets the points of the standard, once, then it is closed.
 * What a kill cut short, the next press or any node goes on with.
 */
@ApplicationScoped
class Closing {
    /** The rule of the standard by which a drill earns points. */
    static final String RULE = "drill";
    private static final int TOGETHER = 50;
    private static final Duration STUCK = Duration.ofMinutes(1);
    private final Drills drills;
    private final DrillRows rows;
    private final Awards awards;
    private final Rules rules;
    private final BusinessTime time;

    Closing(Drills drills, DrillRows rows, Awards awards, Rules rules, BusinessTime time) {
        this.drills = drills;
        this.rows = rows;
        this.awards = awards;
        this.rules = rules;
        this.time = time;
    }

    void begin(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofSeconds(45), Duration.ofSeconds(60), this::sweep);
    }

    void sweep() {
        Instant now = time.now();
        rows.halfClosed(now.minus(STUCK), now).forEach(this::finish);
    }

    /**
     * Closes the roll-call and gives the points, once; again it answers the same. Refused 403 {@code not_allowed}, {@code rule_not_yours};
     * 409 {@code roll_empty} and as {@link Drills#mustBeNow}; 422 {@code rule_not_in_force}.
     */
    Drill close(Person person, long id) {
        Drill drill = drills.drill(person, id);
        drill.mustTakePlace();
        if (drill.isOpen()) {
            drills.mustBeNow(drill);
            if (!rules.rule(RULE, time.day(drill.startsAt())).isFor(person)) {
                throw Problem.forbidden("rule_not_yours");
            }
            begin(person, id);
        }
        finish(id);
        return rows.drill(id);
    }

    private void begin(Person person, long id) {
        Transactions.run(() -> {
            Drill now = rows.lock(id);
            now.mustTakePlace();
            if (now.people() == 0) {
                throw Problem.conflict("roll_empty");
            }
            rows.closing(id, time.now(), person);
            return id;
        });
    }

    void finish(long id) {
        Drill drill = rows.drill(id);
        List<Mark> due = rows.unsettled(id, TOGETHER);
        while (!due.isEmpty()) {
            settle(drill, due);
            due = rows.unsettled(id, TOGETHER);
        }
        rows.closed(id, time.now());
    }

    private void settle(Drill drill, List<Mark> together) {
        try {
            Transactions.run(() -> {
                together.forEach(mark -> give(drill, mark));
                return drill;
            });
        } catch (Problem ofOne) {
            together.forEach(mark -> alone(drill, mark));
        }
    }

    private void alone(Drill drill, Mark mark) {
        try {
            Transactions.run(() -> give(drill, mark));
        } catch (Problem refused) {
            boolean before = refused.code().equals("already_awarded");
            rows.settle(mark, before ? Mark.Outcome.BEFORE : Mark.Outcome.REFUSED, 0, null);
        }
    }

    private boolean give(Drill drill, Mark mark) {
        if (!rows.lockUnsettled(mark)) {
            return false;
        }
        Instant at = mark.at().isBefore(drill.startsAt()) ? mark.at() : drill.startsAt();
        Awarded awarded = awards.give(new Deed(mark.member(), RULE, null, at, "drill " + drill.id(), drill.title(), mark.by(),
                null).in(drill.gathering()));
        rows.settle(mark, Mark.Outcome.valueOf(awarded.outcome().name()), awarded.points(), awarded.id());
        return true;
    }

    /** What everybody on the roll of a drill gets before any cap; null where the standard has no such rule in force. */
    @Nullable
    Integer worth(Drill drill) {
        try {
            Rule rule = rules.rule(RULE, time.day(drill.startsAt()));
            return rule.worth(rule.counted(null));
        } catch (Problem none) {
            return null;
        }
    }
}
