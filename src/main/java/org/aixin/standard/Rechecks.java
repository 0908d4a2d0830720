package org.aixin.standard;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;
import org.aixin.kernel.Timers;
import org.aixin.kernel.Transactions;
import org.aixin.notice.Notices;
import org.aixin.seal.Seal;
import org.aixin.seal.Seals;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** 抽查: each month some of the credited claims are looked at again by another reviewer; what was false is taken back, for all to see. */
@ApplicationScoped
public class Rechecks {
    static final int LONGEST = 200;
    private final RecheckRows rechecks;
    private final ClaimRows claims;
    private final Notices notices;
    private final Awards awards;
    private final Seals seals;
    private final Units units;
    private final Members members;
    private final BusinessTime time;
    private final int percent;

    Rechecks(RecheckRows rechecks, ClaimRows claims, Notices notices, Awards awards, Seals seals, Units units, Members members,
            BusinessTime time, @ConfigProperty(name = "aixin.recheck.percent", defaultValue = "5") int percent) {
        this.rechecks = rechecks;
        this.claims = claims;
        this.notices = notices;
        this.awards = awards;
        this.seals = seals;
        this.units = units;
        this.members = members;
        this.time = time;
        this.percent = Math.max(0, Math.min(100, percent));
    }

    void begin(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofSeconds(50), timers.setting("aixin.recheck.every"), this::run);
    }

    void run() {
        YearMonth last = YearMonth.from(time.today()).minusMonths(1);
        if (!rechecks.isDrawn(last.toString())) {
            seals.closing(last).ifPresent(seal -> draw(last, seal));
        }
    }

    /** Draws from what was credited in a month, village by village, once; answers how many. */
    int draw(YearMonth month, Seal seal) {
        try {
            return Transactions.run(() -> {
                rechecks.draw(month.toString(), seal.number(), percent, time.now());
                List<Claim> drawn = drawn(month, seal.root());
                rechecks.add(month.toString(), drawn);
                return drawn.size();
            });
        } catch (Problem anotherNodeWasFirst) {
            return 0;
        }
    }

    private List<Claim> drawn(YearMonth month, String root) {
        Map<Long, List<Claim>> byVillage = credited(month).stream()
                .collect(Collectors.groupingBy(claim -> units.village(claim.path()).id()));
        return byVillage.values().stream().flatMap(those -> {
            Set<Long> lots = Set.copyOf(Draw.of(root, those.stream().map(Claim::id).toList(), percent));
            return those.stream().filter(claim -> lots.contains(claim.id()));
        }).toList();
    }

    private List<Claim> credited(YearMonth month) {
        Instant from = time.startOf(month.atDay(1)), to = time.startOf(month.plusMonths(1).atDay(1));
        List<Claim> credited = claims.credited(notices.credited(from, to), from, to);
        Set<Long> gone = claims.reversed(credited.stream().map(Claim::id).toList());
        return credited.stream().filter(claim -> !gone.contains(claim.id())).toList();
    }

    /** What waits for this reviewer, oldest first. */
    public Page<Recheck> waiting(Person person, @Nullable String cursor, int limit) {
        List<String> reach = reach(person);
        return reach.isEmpty()
                ? new Page<>(List.of(), null)
                : Page.of(rechecks.waiting(reach, Page.after(cursor), limit + 1), limit, one -> Long.toString(one.claim()));
    }

    /** How many wait for this reviewer. */
    public int count(Person person) {
        List<String> reach = reach(person);
        return reach.isEmpty() ? 0 : rechecks.count(reach);
    }

    private static List<String> reach(Person person) {
        return person.reach(Role.REVIEWER).distinct().sorted(Comparator.comparing(String::length)).map(path -> path + "%")
                .toList();
    }

    /** Those of these claims that were drawn, by the claim's id. */
    public Map<Long, Recheck> of(Collection<Long> some) {
        return rechecks.of(some);
    }

    /** The seal by which a month was drawn; refused 404. */
    Seal seal(String month) {
        return seals.seal(rechecks.seal(month).orElseThrow(Problem::notFound));
    }

    /**
     * Says what a claim was found to be; what was false is taken back by a reversal that the passbook shows. Refused 404; 403
     * {@code not_allowed}, {@code own_household}, {@code approved_by_you}, {@code claimed_by_you}; 409 {@code recheck_decided}.
     */
    public Recheck decide(Person person, long id, @Nullable Boolean confirm, @Nullable String reason) {
        Recheck drawn = rechecks.recheck(id);
        person.mustReach(drawn.path(), Role.REVIEWER);
        Claim claim = claims.claim(id);
        person.mustNotBeHouseholdOf(members.member(claim.member()));
        mustBeAnother(person, claim);
        if (confirm == null) {
            throw Problem.invalid("value_refused", "confirm");
        }
        String said = confirm ? Text.optional(reason, "reason", LONGEST) : Text.required(reason, "reason", LONGEST);
        return Transactions.joined(() -> {
            rechecks.decide(id, confirm, said, person.id(), time.now());
            if (!confirm && claims.reversed(List.of(id)).isEmpty()) {
                rechecks.takenBack(id, awards.takeBack(person, id, Objects.requireNonNull(said)));
            }
            return rechecks.recheck(id);
        });
    }

    private void mustBeAnother(Person person, Claim claim) {
        boolean approved = claim.reviewer() != null && claim.reviewer() == person.id();
        if (approved || claim.row() != null && notices.isApprovedBy(claim.row(), person.id())) {
            throw Problem.forbidden("approved_by_you");
        }
        if (claim.isOf(person.id())) {
            throw Problem.forbidden("claimed_by_you");
        }
    }
}
