package org.aixin.round;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Tokens;
import org.aixin.kernel.Transactions;
import org.aixin.quiz.LiveQuizzes;
import org.aixin.quiz.LiveQuizzes.Drawn;
import org.aixin.round.Round.State;

import org.jspecify.annotations.Nullable;

/** What the host does with a round. Each key press acts on what the host saw: who names a version that is over changes nothing. */
@ApplicationScoped
class Rounds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int VENUE_BYTES = 16, CODES = 1_000_000;
    private static final Duration MOST_EXTENDED = Duration.ofMinutes(10), LONGEST = Duration.ofDays(1);
    private final RoundRows rows;
    private final LiveQuizzes quizzes;
    private final Players players;
    private final Credits credits;
    private final Watching watching;
    private final BusinessTime time;

    Rounds(RoundRows rows, LiveQuizzes quizzes, Players players, Credits credits, Watching watching, BusinessTime time) {
        this.rows = rows;
        this.quizzes = quizzes;
        this.players = players;
        this.credits = credits;
        this.watching = watching;
        this.time = time;
    }

    /** Opens the lobby of a new round; its questions are drawn now. What no earlier round needs any more is forgotten, and those that nobody ended are. */
    Round open(Person host, long quiz) {
        players.forgetPhones();
        endForgotten();
        return Transactions.run(() -> {
            Drawn drawn = quizzes.draw(host, quiz);
            Round round;
            do {
                round = new Round(Ids.next(), drawn.id(), drawn.title(), drawn.path(), host.id(),
                        "%06d".formatted(RANDOM.nextInt(CODES)), Tokens.fresh(VENUE_BYTES), State.LOBBY, 0,
                        drawn.questions().size(),
                        drawn.seconds(),
                        true, null, null, 1, time.now(), null);
            } while (!rows.add(round, drawn.questions()));
            return round;
        });
    }

    /** Nobody ended these within a day; their join codes let nobody in any longer. */
    private void endForgotten() {
        Instant now = time.now();
        rows.runningSince(now.minus(LONGEST)).forEach(round -> Transactions.run(() -> {
            boolean ended = rows.change(round, round.ended(now));
            if (ended) {
                rows.skipped(round);
            }
            return ended;
        }));
    }

    /** A round, for everybody who has its id. */
    Round round(long id) {
        return rows.round(id);
    }

    /** A round that this person hosts or organizes; refused 404 {@code not_found} or 403 {@code not_allowed}. */
    Round hosted(Person person, long id) {
        Round round = rows.round(id);
        person.mustReach(round.path(), Role.ORGANIZER);
        return round;
    }

    /** The rounds of the organizer's units, newest first. */
    Page<Round> newest(Person person, @Nullable String cursor, int limit) {
        List<String> reach = person.reach(Role.ORGANIZER).toList();
        if (reach.isEmpty()) {
            throw Problem.forbidden("not_allowed");
        }
        return Page.of(rows.newest(reach, Page.before(cursor), limit + 1), limit, round -> Long.toString(round.id()));
    }

    /** Goes on to what comes next; refused 409 {@code round_ended}. */
    Round advance(Person person, long id, @Nullable Integer seen) {
        return change(person, id, seen, Round::next);
    }

    /** Leaves the present question out, for everybody; refused 409 {@code no_question_running}. */
    Round skip(Person person, long id, @Nullable Integer seen) {
        return change(person, id, seen, (round, now) -> {
            mustAsk(round);
            rows.skipped(round);
            return round.onward(now);
        });
    }

    /** Stops the present question's clock. */
    Round pause(Person person, long id, @Nullable Integer seen) {
        return change(person, id, seen, Round::paused);
    }

    /** Lets it go on; refused 409 {@code round_not_paused}. */
    Round resume(Person person, long id, @Nullable Integer seen) {
        return change(person, id, seen, Round::resumed);
    }

    /** Gives the present question more time, 1 to 600 seconds. */
    Round extend(Person person, long id, @Nullable Integer seen, @Nullable Integer seconds) {
        if (seconds == null || seconds < 1 || seconds > MOST_EXTENDED.toSeconds()) {
            throw Problem.invalid("extension_out_of_range", "seconds", MOST_EXTENDED.toSeconds());
        }
        return change(person, id, seen, (round, now) -> round.extended(Duration.ofSeconds(seconds), now));
    }

    /** Shows standings between questions, or no longer. */
    Round showStandings(Person person, long id, boolean shown) {
        return change(person, id, null, (round, now) -> round.showingStandings(shown));
    }

    /** Ends it at once; what was not revealed counts for nobody. */
    Round end(Person person, long id, @Nullable Integer seen) {
        return change(person, id, seen, (round, now) -> {
            if (round.state() == State.ENDED) {
                throw Problem.conflict("round_ended");
            }
            rows.skipped(round);
            return round.ended(now);
        });
    }

    /** Says which resident a guest is, and credits what they answered rightly; refused as {@link Players#claim} is. */
    void claim(Person person, long id, long player, long member) {
        players.claim(person, hosted(person, id), player, member);
        credits.begin();
    }

    private Round change(Person person, long id, @Nullable Integer seen, BiFunction<Round, Instant, Round> how) {
        Round changed = Transactions.run(() -> {
            Round round = hosted(person, id);
            if (seen != null && seen != round.version()) {
                throw Problem.conflict("round_moved_on");
            }
            Round next = how.apply(round, time.now());
            if (!rows.change(round, next)) {
                throw Problem.conflict("round_moved_on");
            }
            if (next.state() == State.REVEAL) {
                rows.revealed(next, time.now());
            }
            return next;
        });
        watching.look();
        if (changed.state() == State.REVEAL) {
            credits.begin();
        }
        return changed;
    }

    private static void mustAsk(Round round) {
        if (round.state() != State.QUESTION) {
            throw Problem.conflict("no_question_running");
        }
    }
}
