package org.aixin.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.kernel.ClockDoubt.Why;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether the clock can be believed: at a start against the newest instant that was seen, then against the ticks of the
 * machine, beside other nodes against the database's clock. While it is in doubt nothing is written that moves points or goods and
 * no sweep takes anything away. It ends when the clock is corrected or an administrator says that it is right.
 */
@ApplicationScoped
public class ClockWatch {
    private static final Logger LOG = Logger.getLogger(ClockWatch.class);
    private static final int RETRY_SECONDS = 30;
    private final Clock clock;
    private final Ticker ticker;
    private final ClockSeen seen;
    private final boolean embedded;
    private volatile State state = new State(null, null);
    private int confirmed;

    ClockWatch(Clock clock, Ticker ticker, ClockSeen seen,
            @ConfigProperty(name = "aixin.embedded", defaultValue = "false") boolean embedded) {
        this.clock = clock;
        this.ticker = ticker;
        this.seen = seen;
        this.embedded = embedded;
    }

    /** @param line what the clock should show, null while it was never believed */
    private record State(@Nullable ClockLine line, @Nullable ClockDoubt doubt) {
    }

    /** Before anything is written by this start. */
    void start(@Observes @Priority(50) StartupEvent starting, Timers timers) {
        begin();
        Duration every = timers.setting("aixin.clock.every");
        timers.always(every, every, this::tick);
    }

    void begin() {
        state = new State(null, null);
        confirmed = seen.row().map(ClockSeen.Row::confirmed).orElse(0);
        tick();
    }

    /** A start after this is compared with the last moment at which the service ran. */
    void stop(@Observes @Priority(50) ShutdownEvent stopping) {
        try {
            tick();
        } catch (RuntimeException unreachable) {
            LOG.debug("How far time has come could not be kept", unreachable);
        }
    }

    /** Looks at the database, and tells it how far time has come. */
    void tick() {
        Instant now = now();
        Instant database = embedded ? now : seen.ofDatabase();
        if (!ClockLine.isSmall(Duration.between(database, now))) {
            become(new State(state.line, new ClockDoubt(Why.APART, database, null)));
            return;
        }
        Optional<ClockSeen.Row> row = seen.row();
        if (judge(row.orElse(null)).doubt == null) {
            seen.seen(now);
        }
    }

    /** Judges with what the database says: of a first start everything, and whether somebody has said on another node that it is right. */
    private synchronized State judge(ClockSeen.@Nullable Row row) {
        Instant now = now();
        State before = state;
        boolean told = row != null && row.confirmed() != confirmed;
        confirmed = row == null ? 0 : row.confirmed();
        ClockDoubt doubt = row == null
                ? null
                : before.line == null || told
                        ? ClockDoubt.atStart(now, row.newest())
                        : ClockDoubt.running(now, before.line, before.doubt, ticker);
        return become(doubt == null ? new State(ClockLine.from(now, ticker), null) : new State(before.line, doubt));
    }

    /** Why the clock is in doubt at this moment, nothing where it is believed. Asks nobody, so that it may be asked at any time. */
    public Optional<ClockDoubt> doubt() {
        State now = state;
        boolean good = now.doubt == null && (now.line == null || now.line.isKeptBy(now(), ticker));
        return good ? Optional.empty() : Optional.ofNullable(judgeAgain().doubt);
    }

    private synchronized State judgeAgain() {
        Instant now = now();
        State before = state;
        if (before.doubt != null && before.doubt.why() == Why.APART) {
            return before;
        }
        ClockDoubt doubt = before.line == null
                ? ClockDoubt.atStart(now, Objects.requireNonNull(before.doubt).known())
                : ClockDoubt.running(now, before.line, before.doubt, ticker);
        return become(doubt == null ? new State(ClockLine.from(now, ticker), null) : new State(before.line, doubt));
    }

    private synchronized State become(State next) {
        ClockDoubt former = state.doubt, doubt = next.doubt;
        state = next;
        if (doubt != null && (former == null || former.why() != doubt.why())) {
            LOG.warnf(
                    "The clock shows %s and is in doubt (%s, known is %s): nothing is credited, handed over or taken away until it is"
                            + " corrected or an administrator says on the page /clock that it is right",
                    now(), doubt.why(), doubt.known());
        } else if (doubt == null && former != null) {
            LOG.infof("The clock shows %s and is believed again", now());
        }
        return next;
    }

    /** Refused 503 {@code clock_in_doubt}, for what must bear a right time. */
    public void mustBeBelieved() {
        if (doubt().isPresent()) {
            throw Problem.of(503, "clock_in_doubt").with("retryAfter", RETRY_SECONDS);
        }
    }

    /** A member says that the clock is right, which is kept; where nothing is in doubt nothing happens. Refused 409 {@code clock_apart}. */
    public synchronized void confirm(long member) {
        Optional<ClockDoubt> doubt = doubt();
        if (doubt.isEmpty()) {
            return;
        }
        if (doubt.get().why() == Why.APART) {
            throw Problem.conflict("clock_apart");
        }
        Instant now = now();
        seen.confirmed(doubt.get(), now, member);
        become(new State(ClockLine.from(now, ticker), null));
        confirmed++;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
