package org.aixin.drill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Transactions;
import org.aixin.standard.Finder;

/** Who was at a drill: scanned one after another, each once, and taken off again while the roll-call is open. */
@ApplicationScoped
class Roll {
    private final Drills drills;
    private final DrillRows rows;
    private final Finder finder;
    private final Members members;
    private final BusinessTime time;

    Roll(Drills drills, DrillRows rows, Finder finder, Members members, BusinessTime time) {
        this.drills = drills;
        this.rows = rows;
        this.finder = finder;
        this.members = members;
        this.time = time;
    }

    /** Somebody on the roll, by name; {@code number} counts in the order of the scans. */
    record Line(int number, Mark mark, Member member) {
    }

    /** What a scan answers: who it was, and whether they were on the roll before. */
    record Seen(Member member, Mark mark, boolean before) {
    }

    /** Whom a card, a live code, a phone or a name means; several where a name means several. Refused 409 {@code code_expired}. */
    List<Member> find(Person person, String typed) {
        return finder.find(person, typed);
    }

    /**
     * Adds a member; who is on the roll stays there. Refused 403 {@code not_allowed}, {@code own_household}; 404 where there is nobody;
     * 409 {@code roll_closed}, and as {@link Drills#mustBeNow}.
     */
    Seen add(Person person, long drill, long who) {
        Drill held = drills.drill(person, drill);
        drills.mustBeNow(held);
        Member member = members.member(who);
        person.mustReach(member.path(), Role.ORGANIZER);
        return Transactions.joined(() -> {
            mustBeOpen(rows.lock(drill));
            Optional<Mark> before = rows.mark(drill, who);
            if (before.isPresent()) {
                return new Seen(member, before.get(), true);
            }
            person.mustNotBeHouseholdOf(member);
            Mark mark = new Mark(Ids.next(), drill, who, time.now(), person.id(), null, 0, null, false);
            rows.add(mark);
            return new Seen(member, mark, false);
        });
    }

    /** Takes a member off; refused 404 where they are not on it, 403 {@code own_household}, 409 {@code roll_closed}. */
    void remove(Person person, long drill, long who) {
        drills.drill(person, drill);
        members.members(List.of(who)).values().forEach(person::mustNotBeHouseholdOf);
        Transactions.joined(() -> {
            mustBeOpen(rows.lock(drill));
            if (rows.remove(drill, who) == 0) {
                throw Problem.notFound();
            }
            return who;
        });
    }

    private static void mustBeOpen(Drill drill) {
        drill.mustTakePlace();
        if (!drill.isOpen()) {
            throw Problem.conflict("roll_closed");
        }
    }

    /** The roll by names, the last one first. */
    List<Line> lines(Drill drill) {
        List<Mark> roll = rows.roll(drill.id());
        Set<Long> ids = new HashSet<>();
        roll.forEach(mark -> ids.add(mark.member()));
        Map<Long, Member> people = members.members(ids);
        List<Line> lines = new ArrayList<>();
        for (Mark mark : roll) {
            lines.add(new Line(roll.size() - lines.size(), mark, Objects.requireNonNull(people.get(mark.member()))));
        }
        return lines;
    }
}
