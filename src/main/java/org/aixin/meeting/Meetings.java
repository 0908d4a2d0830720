package org.aixin.meeting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;
import org.aixin.standard.Claim;
import org.aixin.standard.Claims;

import org.jspecify.annotations.Nullable;

/** Meetings in which a group of named people decides the claims of a village that wait. */
@ApplicationScoped
public class Meetings {
    static final int SMALLEST_GROUP = 3, LARGEST_GROUP = 15, MOST_CLAIMS = 60, LONGEST_PLACE = 60;
    private static final Role[] CALLERS = {Role.ORGANIZER, Role.REVIEWER};
    private final MeetingRows rows;
    private final Members members;
    private final Units units;
    private final Claims claims;
    private final BusinessTime time;

    Meetings(MeetingRows rows, Members members, Units units, Claims claims, BusinessTime time) {
        this.rows = rows;
        this.members = members;
        this.units = units;
        this.claims = claims;
        this.time = time;
    }

    /** The units for which this person may call a meeting. */
    List<Unit> units(Person person) {
        return units.homesReachedBy(person, CALLERS);
    }

    /** What waits in a unit and is before no other meeting, oldest first. */
    List<Claim> waiting(Person person, Unit unit) {
        person.mustReach(unit.path(), CALLERS);
        List<Claim> waiting = claims.waiting(unit.path(), MOST_CLAIMS);
        Set<Long> taken = rows.taken(waiting.stream().map(Claim::id).toList());
        return waiting.stream().filter(claim -> !taken.contains(claim.id())).toList();
    }

    /**
     * Calls a meeting and brings claims before it: those chosen, or all that wait, at most {@value #MOST_CLAIMS}; answers its id.
     * Refused 403 {@code not_allowed}; 422 {@code group_too_small}, {@code group_too_large}, {@code group_elsewhere},
     * {@code claim_not_waiting}, {@code meeting_day_refused}; 409 {@code nothing_waiting}, {@code claim_in_meeting}.
     */
    public long open(Person person, Unit unit, @Nullable LocalDate day, @Nullable String place, Collection<Long> group,
            @Nullable Collection<Long> chosen) {
        person.mustReach(unit.path(), CALLERS);
        LocalDate on = day == null ? time.today() : day;
        if (on.isBefore(time.today().minusDays(31)) || on.isAfter(time.today().plusDays(31))) {
            throw Problem.invalid("meeting_day_refused", "day");
        }
        String where = Text.required(place, "place", LONGEST_PLACE);
        List<Long> seats = List.copyOf(new LinkedHashSet<>(group));
        mustBeAGroup(unit, seats);
        List<Long> before = before(waiting(person, unit).stream().map(Claim::id).toList(), chosen);
        return Transactions.joined(() -> {
            long id = Ids.next();
            rows.add(id, unit, on, where, person.id(), time.now());
            rows.seat(id, seats);
            int number = 0;
            for (Long claim : before) {
                rows.bring(id, claim, ++number);
            }
            return id;
        });
    }

    private void mustBeAGroup(Unit unit, List<Long> seats) {
        if (seats.size() < SMALLEST_GROUP) {
            throw Problem.invalid("group_too_small", "members", SMALLEST_GROUP);
        }
        if (seats.size() > LARGEST_GROUP) {
            throw Problem.invalid("group_too_large", "members", LARGEST_GROUP);
        }
        Map<Long, Member> known = members.members(seats);
        boolean all = seats.stream().map(known::get)
                .allMatch(member -> member != null && !member.child() && member.path().startsWith(unit.path()));
        if (!all) {
            throw Problem.invalid("group_elsewhere", "members");
        }
    }

    private static List<Long> before(List<Long> waiting, @Nullable Collection<Long> chosen) {
        if (chosen != null && !Set.copyOf(waiting).containsAll(chosen)) {
            throw Problem.invalid("claim_not_waiting", "claims");
        }
        List<Long> before = chosen == null ? waiting : waiting.stream().filter(Set.copyOf(chosen)::contains).toList();
        if (before.isEmpty()) {
            throw Problem.conflict("nothing_waiting");
        }
        return before;
    }

    /** The meetings within the person's reach, newest first. */
    Page<Meeting> newest(Person person, @Nullable String cursor, int limit) {
        List<String> reach = Stream.of(CALLERS).flatMap(person::reach).distinct().sorted(Comparator.comparing(String::length))
                .map(path -> path + "%").toList();
        return reach.isEmpty()
                ? new Page<>(List.of(), null)
                : Page.of(rows.newest(reach, Page.before(cursor), limit + 1), limit, meeting -> Long.toString(meeting.id()));
    }

    /** All of a meeting; refused 404 {@code not_found}, 403 {@code not_allowed}. */
    Sitting sitting(Person person, long id) {
        Meeting meeting = rows.meeting(id);
        person.mustReach(meeting.path(), CALLERS);
        return sitting(meeting);
    }

    Sitting sitting(Meeting meeting) {
        Map<Long, Boolean> seats = rows.seats(meeting.id());
        List<MeetingRows.Row> before = rows.claims(meeting.id());
        Map<Long, Claim> found = claims.claims(before.stream().map(MeetingRows.Row::claim).toList());
        Set<Long> named = new HashSet<>(seats.keySet());
        named.add(meeting.chair());
        found.values().forEach(claim -> Stream.of(claim.member(), claim.by()).filter(Objects::nonNull).forEach(named::add));
        Map<Long, Member> people = members.members(named);
        List<Seat> group = seats.entrySet().stream()
                .map(seat -> new Seat(Objects.requireNonNull(people.get(seat.getKey())), seat.getValue())).toList();
        Map<Long, Set<Long>> recusals = rows.recusals(meeting.id());
        List<Item> items = before.stream().map(row -> item(row, Objects.requireNonNull(found.get(row.claim())), people, group,
                recusals.getOrDefault(row.claim(), Set.of()))).toList();
        return new Sitting(meeting, Objects.requireNonNull(people.get(meeting.chair())), group, items);
    }

    private static Item item(MeetingRows.Row row, Claim claim, Map<Long, Member> people, List<Seat> group, Set<Long> said) {
        Member member = Objects.requireNonNull(people.get(claim.member()));
        Set<Long> bound = group.stream().map(Seat::member).filter(one -> isBound(one, claim, member)).map(Member::id)
                .collect(Collectors.toSet());
        return new Item(row.number(), claim, member, claim.by() == null ? null : people.get(claim.by()), row.inFavour(),
                row.against(), said, bound, row.outcome(), row.reason());
    }

    /** Whether somebody must take no part in deciding a claim. */
    static boolean isBound(Member one, Claim claim, Member claimant) {
        Long by = claim.by();
        return one.id() == claimant.id() || one.household() != null && one.household().equals(claimant.household())
                || by != null && by == one.id();
    }

    /**
     * Enters who is there, where that is said, and votes, in place of earlier ones. Refused 409 {@code meeting_closed}; 422
     * {@code claim_not_here}, {@code votes_refused}, {@code too_many_votes}, {@code seat_unknown}.
     */
    Sitting enter(Person person, long id, @Nullable Collection<Long> present, List<Votes> votes) {
        person.mustReach(rows.meeting(id).path(), CALLERS);
        return Transactions.joined(() -> {
            Meeting meeting = rows.lock(id);
            if (!meeting.isOpen()) {
                throw Problem.conflict("meeting_closed");
            }
            Set<Long> group = rows.seats(id).keySet();
            if (present != null) {
                mustSitHere(group, present, "present");
                rows.present(id, Set.copyOf(present));
            }
            for (Votes one : votes) {
                mustSitHere(group, one.recused(), "rows");
                mustBeWhole(one);
                rows.vote(id, one);
            }
            Sitting now = sitting(meeting);
            now.items().stream().filter(Item::isVoted).forEach(item -> item.ballot(now.group()).mustAddUp(item.number()));
            return now;
        });
    }

    private static void mustSitHere(Set<Long> group, Collection<Long> members, String field) {
        if (!group.containsAll(members)) {
            throw Problem.invalid("seat_unknown", field);
        }
    }

    private static void mustBeWhole(Votes votes) {
        if ((votes.inFavour() == null) != (votes.against() == null)) {
            throw Problem.invalid("votes_incomplete", "rows");
        }
    }
}
