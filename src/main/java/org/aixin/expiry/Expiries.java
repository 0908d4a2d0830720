package org.aixin.expiry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Timers;
import org.aixin.ledger.LotBook;
import org.aixin.ledger.Owner;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Takes away what has expired, member by member, on whichever nodes run: what one was killed over the next goes on with. Points
 * that were held on their last day, or spent and given back later, go when they are back.
 */
@ApplicationScoped
class Expiries {
    private static final Logger LOG = Logger.getLogger(Expiries.class);
    private static final int PAGE = 200;
    private final Settings settings;
    private final Runs runs;
    private final Expiry expiry;
    private final Members members;
    private final LotBook lots;
    private final BusinessTime time;

    Expiries(Settings settings, Runs runs, Expiry expiry, Members members, LotBook lots, BusinessTime time) {
        this.settings = settings;
        this.runs = runs;
        this.expiry = expiry;
        this.members = members;
        this.lots = lots;
        this.time = time;
    }

    void begin(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofSeconds(30), timers.setting("aixin.expiry.sweep"), this::run);
    }

    void run() {
        sweep(PAGE, Integer.MAX_VALUE);
    }

    /** Does what is due; at most so many pages of so many members by each setting. */
    void sweep(int size, int pages) {
        List<Setting> inForce = settings.inForce();
        for (Setting setting : inForce) {
            setting.due(time.today()).ifPresent(due -> {
                Runs.Run run = runs.run(setting, due, lots.mark());
                givenBack(run, inForce);
                if (!run.finished()) {
                    goOn(run, inForce, size, pages);
                }
            });
        }
    }

    /** A page with somebody who could not be done is done again by the next sweep, and so are those after it. */
    private void goOn(Runs.Run run, List<Setting> inForce, int size, int pages) {
        long last = run.lastMember();
        boolean all = true;
        for (int i = 0; i < pages; i++) {
            List<Member> page = members.below(run.setting().path(), last, size);
            all &= expire(run, page, inForce);
            if (page.size() < size) {
                if (all) {
                    runs.finished(run);
                }
                return;
            }
            last = page.get(page.size() - 1).id();
            if (all) {
                runs.came(run, last);
            }
        }
    }

    private void givenBack(Runs.Run run, List<Setting> inForce) {
        long mark = lots.mark();
        List<Long> ids = lots.givenBackSince(run.mark()).stream().filter(Owner::isMember).map(Owner::memberId).toList();
        boolean all = true;
        for (int from = 0; from < ids.size(); from += PAGE) {
            Map<Long, Member> page = members.members(ids.subList(from, Math.min(from + PAGE, ids.size())));
            all &= expire(run, page.values().stream().toList(), inForce);
        }
        if (all) {
            runs.looked(run, mark);
        }
    }

    /** Whether nobody was left out. */
    private boolean expire(Runs.Run run, List<Member> page, List<Setting> inForce) {
        List<Member> governed = page.stream()
                .filter(member -> Settings.of(member.path(), inForce).filter(run.setting()::equals).isPresent()).toList();
        Set<Owner> some = Set.copyOf(lots.withPoints(governed.stream().map(member -> Owner.member(member.id())).toList()));
        List<Member> due = governed.stream().filter(member -> some.contains(Owner.member(member.id()))).toList();
        return due.stream().filter(member -> !expire(run, member)).count() == 0;
    }

    private boolean expire(Runs.Run run, Member member) {
        try {
            expiry.expire(member, run.setting(), run.due());
            return true;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Points of member %d cannot expire", member.id());
            return false;
        }
    }
}
