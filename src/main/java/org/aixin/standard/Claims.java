package org.aixin.standard;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;
import org.aixin.notice.Notices;
import org.aixin.notice.RowState;

import org.jspecify.annotations.Nullable;

/** Claims: a resident says what they did, a reviewer approves it or not, a notice shows it, and then it is credited. */
@ApplicationScoped
public class Claims {
    static final int LONGEST_NOTE = 200, LONGEST_CODE = 40;
    private static final Role[] FOR_OTHERS = {Role.ORGANIZER, Role.SECRETARY};
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);
    private final Rules rules;
    private final ClaimRows claims;
    private final ClaimCredits credits;
    private final Members members;
    private final Notices notices;
    private final BusinessTime time;

    Claims(Rules rules, ClaimRows claims, ClaimCredits credits, Members members, Notices notices, BusinessTime time) {
        this.rules = rules;
        this.claims = claims;
        this.credits = credits;
        this.members = members;
        this.notices = notices;
        this.time = time;
    }

    /** The rules by which residents can claim: what is not counted elsewhere, such as answers and kept pledges. */
    public List<Rule> claimable() {
        return rules.inForce().stream().filter(Claims::isClaimable).toList();
    }

    private static boolean isClaimable(Rule rule) {
        boolean deed = rule.basis() == Basis.PER_DEED && rule.kind().equals("award");
        boolean hours = rule.basis() == Basis.PER_HOUR && !rule.kind().equals("pledge");
        return rule.points() > 0 && (deed || hours);
    }

    /**
     * Keeps a claim for review: one's own, or by an organizer or secretary for somebody within their reach and not of their own
     * household (403 {@code not_allowed}, {@code own_household}; 422 {@code member_required} where somebody who is no resident names
     * nobody). Refused 422 {@code rule_unknown}, {@code rule_not_claimable}, {@code quantity_refused},
     * {@code quantity_too_large}, {@code not_yet} for what is still to come, {@code claim_too_old} for a year ago and more; 409
     * {@code already_claimed} where the same rule was claimed for the same day and not refused. In the present transaction or one
     * of its own.
     */
    public Claim submit(Person person, NewClaim wanted) {
        String code = Text.required(wanted.rule(), "rule", LONGEST_CODE);
        Instant at = occurred(wanted.occurredAt());
        Rule rule = rules.rule(code, time.day(at));
        if (!isClaimable(rule)) {
            throw Problem.invalid("rule_not_claimable", "rule");
        }
        BigDecimal quantity = rule.counted(wanted.quantity());
        String note = Text.required(wanted.note(), "note", LONGEST_NOTE);
        Member member = claimant(person, wanted.member());
        Claim claim = new Claim(Ids.next(), member.id(), rule.code(), rule.title(), quantity, time.day(at), at, note,
                member.path(), time.now(), 0, null, null, null, null, 0, 0, null,
                member.id() == person.id() ? null : person.id());
        Transactions.joined(() -> {
            claims.add(claim);
            return claim;
        });
        return claim;
    }

    private Member claimant(Person person, @Nullable Long wanted) {
        if (wanted == null || wanted == person.id()) {
            if (person.roles().noneMatch(Role.RESIDENT::equals)) {
                throw Problem.invalid("member_required", "memberId");
            }
            return members.member(person.id());
        }
        Member member = members.member(wanted);
        person.mustReach(member.path(), FOR_OTHERS);
        person.mustNotBeHouseholdOf(member);
        return member;
    }

    private Instant occurred(@Nullable Instant at) {
        if (at == null) {
            throw Problem.invalid("text_required", "occurredAt");
        }
        if (at.isAfter(time.now().plus(CLOCKS_DIFFER_BY))) {
            throw Problem.invalid("not_yet", "occurredAt");
        }
        LocalDate lastYear = time.today().minusYears(1);
        if (!time.day(at).isAfter(lastYear)) {
            throw Problem.invalid("claim_too_old", "occurredAt");
        }
        return at;
    }

    /**
     * Approves or rejects a claim, once; answers it as it stands then. Refused 403 {@code not_allowed}, {@code own_household},
     * {@code claimed_by_you}, 409 {@code already_reviewed}. In the present transaction or one of its own.
     */
    public Claim review(Person person, long id, @Nullable Boolean approve, @Nullable String note) {
        Claim claim = claims.claim(id);
        person.mustReach(claim.path(), Role.REVIEWER);
        Member member = members.member(claim.member());
        person.mustNotBeHouseholdOf(member);
        if (claim.isOf(person.id())) {
            throw Problem.forbidden("claimed_by_you");
        }
        if (approve == null) {
            throw Problem.invalid("value_refused", "approve");
        }
        String said = Text.optional(note, "note", LONGEST_NOTE);
        return Transactions.joined(() -> decide(claim, approve, person.id(), said));
    }

    /**
     * Decides a claim as a group voted, in a name that the group answers with; who else voted for it may answer no objection to it
     * either. Refused 409 {@code already_reviewed}, and where the standard refuses. In the present transaction or one of its own.
     */
    public Claim decide(long id, boolean approve, long name, Collection<Long> voters, String said) {
        return Transactions.joined(() -> {
            Claim decided = decide(claims.claim(id), approve, name, said);
            if (decided.row() != null) {
                notices.alsoApproved(decided.row(), voters.stream().filter(voter -> voter != name).toList());
            }
            return decided;
        });
    }

    private Claim decide(Claim claim, boolean approve, long reviewer, @Nullable String said) {
        claims.review(claim.reviewed(approve, reviewer, time.now(), said));
        if (approve) {
            Rule rule = rules.rule(claim.rule(), claim.day());
            credits.credit(rule, claim, members.member(claim.member()), reviewer);
        }
        return claims.claim(claim.id());
    }

    /** A claim, for its member, who claimed it for them, and the reviewers whose reach it is in; refused 404 {@code not_found}, 403 {@code not_allowed}. */
    public Claim claim(Person person, long id) {
        Claim claim = claims.claim(id);
        if (!claim.isOf(person.id())) {
            person.mustReach(claim.path(), Role.REVIEWER);
        }
        return claim;
    }

    boolean isReviewed(long id) {
        return claims.claim(id).approved() != null;
    }

    /** A resident's claims, newest first. */
    public Page<Claim> of(Person person, @Nullable String cursor, int limit) {
        return Page.of(claims.of(person.id(), Page.before(cursor), limit + 1), limit, claim -> Long.toString(claim.id()));
    }

    /** What this person claimed for others, newest first. */
    public Page<Claim> madeBy(Person person, @Nullable String cursor, int limit) {
        return Page.of(claims.madeBy(person.id(), Page.before(cursor), limit + 1), limit, claim -> Long.toString(claim.id()));
    }

    /** These claims, by id. */
    public Map<Long, Claim> claims(Collection<Long> ids) {
        return claims.claims(ids).stream().collect(Collectors.toMap(Claim::id, Function.identity()));
    }

    /** The claims of the unit with this path that wait, oldest first. */
    public List<Claim> waiting(String path, int most) {
        return claims.waiting(List.of(path + "%"), 0, most);
    }

    /** The claims that wait for this reviewer, oldest first. */
    public Page<Claim> waiting(Person person, @Nullable String cursor, int limit) {
        List<String> reach = reach(person);
        return reach.isEmpty()
                ? new Page<>(List.of(), null)
                : Page.of(claims.waiting(reach, Page.after(cursor), limit + 1), limit, claim -> Long.toString(claim.id()));
    }

    /** How many claims wait for this reviewer. */
    public int count(Person person) {
        List<String> reach = reach(person);
        return reach.isEmpty() ? 0 : claims.count(reach);
    }

    private static List<String> reach(Person person) {
        return person.reach(Role.REVIEWER).distinct().sorted(Comparator.comparing(String::length)).map(path -> path + "%")
                .toList();
    }

    /** Where claims stand, by id. */
    public Map<Long, ClaimStatus> states(List<Claim> of) {
        Map<Long, RowState> rows = notices
                .states(of.stream().map(Claim::row).filter(Objects::nonNull).map(Objects::requireNonNull).toList());
        Set<Long> reversed = claims.reversed(of.stream().map(Claim::id).toList());
        Map<Long, ClaimStatus> states = new HashMap<>();
        of.forEach(claim -> states.put(claim.id(), ClaimStatus.of(claim, claim.row() == null ? null : rows.get(claim.row()),
                reversed.contains(claim.id()))));
        return states;
    }

    /** Where a claim stands. */
    public ClaimStatus state(Claim claim) {
        return Objects.requireNonNull(states(List.of(claim)).get(claim.id()));
    }
}
