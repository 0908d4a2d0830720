package org.aixin.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Timers;
import org.aixin.kernel.Transactions;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/** Credits the rows of closed notices, each by itself, on whichever nodes run: what one was killed over the next goes on with. */
@ApplicationScoped
class Closing {
    private static final Logger LOG = Logger.getLogger(Closing.class);
    private static final int PAGE = 200;
    private final NoticeRows rows;
    private final Settling settling;
    private final BusinessTime time;

    Closing(NoticeRows rows, Settling settling, BusinessTime time) {
        this.rows = rows;
        this.settling = settling;
        this.time = time;
    }

    void begin(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofSeconds(25), timers.setting("aixin.notice.sweep"), this::sweep);
    }

    /** Answers how many rows it settled. */
    int sweep() {
        Instant now = time.now();
        int settled = 0;
        long last = 0;
        for (List<Long> due = rows.due(now, last, PAGE); !due.isEmpty(); due = rows.due(now, last, PAGE)) {
            settled += (int) due.stream().filter(row -> settle(row, now)).count();
            last = due.get(due.size() - 1);
        }
        return settled;
    }

    private boolean settle(long row, Instant now) {
        try {
            return Transactions.run(() -> {
                boolean mine = rows.take(row, now);
                if (mine) {
                    settling.close(rows.row(row));
                }
                return mine;
            });
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Row %d of a closed notice cannot be settled", row);
            return false;
        }
    }
}
