package org.aixin.standard;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What one of the staff proposes and another decides: awards by rules that are reviewed, and deductions, which the member is told of and
 * has days to answer. Nothing is ever decided by itself.
 */
@ApplicationScoped
public class Proposals {
    static final int LONGEST = 200;
    private static final Role[] DECIDE_DEDUCTIONS = {Role.ORGANIZER, Role.SECRETARY, Role.REVIEWER};
    private final ProposalRows proposals;
    private final Giving giving;
    private final Rules rules;
    private final Members members;
    private final BusinessTime time;
    private final int days;

    Proposals(ProposalRows proposals, Giving giving, Rules rules, Members members, BusinessTime time,
            @ConfigProperty(name = "aixin.deduction.days", defaultValue = "3") int days) {
        this.proposals = proposals;
        this.giving = giving;
        this.rules = rules;
        this.members = members;
        this.time = time;
        this.days = days;
    }

    /** Keeps what is due for another person to decide; in the present transaction. */
    Awarded propose(Due due) {
        int points = due.rule().worth(due.quantity());
        proposals.add(due, points, time.day(due.occurredAt()), time.now(),
                due.rule().isDeduction() ? time.today().plusDays(days) : null);
        return new Awarded(due.id(), points, 0, due.rule().minutes(due.quantity()), Awarded.Outcome.PENDING, null);
    }

    /** Refused 409 {@code already_awarded} where the same was proposed and not dropped. */
    void mustBeNew(long member, String rule, String reference) {
        proposals.standing(member, rule, reference).ifPresent(earlier -> {
            throw Problem.conflict("already_awarded").with("id", Long.toString(earlier.id())).with("at", earlier.at());
        });
    }

    /** Refused 409 {@code award_pending} while this is a proposal that nobody has decided. */
    void mustBeDecided(long id) {
        if (proposals.ifAny(id).filter(Proposal::isOpen).isPresent()) {
            throw Problem.conflict("award_pending");
        }
    }

    /** Which deductions this member was told of, newest first. */
    public Page<Proposal> deductions(Person person, @Nullable String cursor, int limit) {
        return Page.of(proposals.deductions(person.id(), Page.before(cursor), limit + 1), limit, Proposals::id);
    }

    /** How many deductions wait for this member's own words. */
    public int toAnswer(long member) {
        return proposals.answerable(member, time.today());
    }

    /**
     * Keeps what the member says to a deduction, once. Refused 404 {@code not_found} to anybody else, 409 {@code deduction_decided},
     * {@code deduction_answered}, {@code answer_too_late}.
     */
    public Proposal answer(Person person, long id, @Nullable String answer) {
        Proposal proposal = proposals.proposal(id);
        if (proposal.member() != person.id() || !proposal.isDeduction()) {
            throw Problem.notFound();
        }
        String said = Text.required(answer, "answer", LONGEST);
        mustBeOpen(proposal);
        if (proposal.answer() != null) {
            throw Problem.conflict("deduction_answered");
        }
        if (!proposal.mayBeAnswered(time.today())) {
            throw Problem.conflict("answer_too_late");
        }
        if (!proposals.answer(id, said, time.now())) {
            mustBeOpen(proposals.proposal(id));
            throw Problem.conflict("deduction_answered");
        }
        return proposals.proposal(id);
    }

    /** What waits for this person's decision, or for somebody else's on what they proposed; oldest first. */
    public Page<Proposal> waiting(Person person, @Nullable String cursor, int limit) {
        return Page.of(proposals.open(whose(person), Page.after(cursor), limit + 1), limit, Proposals::id);
    }

    /** How many deductions, or else how many awards, stand in {@link #waiting}. */
    public int count(Person person, boolean deductions) {
        return proposals.count(whose(person), deductions);
    }

    /** A proposal, for who may decide it, who made it and, where it is a deduction, its member. */
    public Proposal proposal(Person person, long id) {
        Proposal proposal = proposals.proposal(id);
        if (proposal.actor() != person.id() && !(proposal.isDeduction() && proposal.member() == person.id())) {
            person.mustReach(proposal.path(), deciders(proposal));
        }
        return proposal;
    }

    /** The open proposals of an occasion. */
    List<Proposal> occasion(String rule, List<String> references) {
        return proposals.occasion(rule, references);
    }

    /** Whether this person may decide it as soon as it can be decided. */
    boolean isFor(Person person, Proposal proposal, Member member) {
        return proposal.actor() != person.id() && person.may(proposal.path(), deciders(proposal))
                && member.id() != person.id() && (person.household() == null || !person.household().equals(member.household()));
    }

    /**
     * Confirms a proposal, which takes its caps now and gives or takes the points (what is reviewed and posted goes onto the notice), or
     * drops it; once. A deduction is told with a reply, and so is what is dropped. Refused 403 {@code not_allowed},
     * {@code proposed_by_you}, {@code own_household}; 409 {@code proposal_decided}, {@code answer_awaited} while the member has
     * time to answer. In the present transaction or one of its own.
     */
    public Proposal decide(Person person, long id, @Nullable Boolean confirm, @Nullable String reply) {
        Proposal proposal = proposals.proposal(id);
        person.mustReach(proposal.path(), deciders(proposal));
        if (proposal.actor() == person.id()) {
            throw Problem.forbidden("proposed_by_you");
        }
        Member member = members.member(proposal.member());
        person.mustNotBeHouseholdOf(member);
        if (confirm == null) {
            throw Problem.invalid("value_refused", "confirm");
        }
        String said = proposal.isDeduction() || !confirm
                ? Text.required(reply, "reply", LONGEST)
                : Text.optional(reply, "reply", LONGEST);
        mustBeOpen(proposal);
        if (!proposal.mayBeDecided(time.today())) {
            throw Problem.conflict("answer_awaited", String.valueOf(proposal.lastDay())).with("lastDay",
                    String.valueOf(proposal.lastDay()));
        }
        return Transactions.joined(() -> {
            settle(proposal, confirm, person, said);
            if (confirm) {
                give(proposal, member, person);
            }
            return proposals.proposal(id);
        });
    }

    /** Takes a proposal back that this person made. Refused 403 {@code proposal_not_yours}, 409 {@code proposal_decided}. */
    public Proposal withdraw(Person person, long id) {
        Proposal proposal = proposals.proposal(id);
        if (proposal.actor() != person.id()) {
            throw Problem.forbidden("proposal_not_yours");
        }
        settle(proposal, false, person, null);
        return proposals.proposal(id);
    }

    private void settle(Proposal proposal, boolean confirm, Person person, @Nullable String reply) {
        if (!proposals.decide(proposal.id(), confirm, person.id(), time.now(), reply)) {
            throw Problem.conflict("proposal_decided");
        }
    }

    private void give(Proposal proposal, Member member, Person person) {
        Rule rule = rules.version(proposal.rule(), proposal.version());
        Due due = new Due(proposal.id(), rule, member, proposal.reference(), proposal.quantity(), proposal.occurredAt(),
                proposal.note(), proposal.actor(), person.id(), rule.source(proposal.id(), member),
                proposal.gathering());
        if (rule.terms().review() == Review.NOTICE && !rule.isDeduction()) {
            giving.post(due);
        } else {
            giving.give(due);
        }
    }

    private static void mustBeOpen(Proposal proposal) {
        if (!proposal.isOpen()) {
            throw Problem.conflict("proposal_decided");
        }
    }

    private static Role[] deciders(Proposal proposal) {
        return proposal.isDeduction() ? DECIDE_DEDUCTIONS : new Role[]{Role.REVIEWER};
    }

    private static ProposalRows.Whose whose(Person person) {
        return new ProposalRows.Whose(reach(person, DECIDE_DEDUCTIONS), reach(person, Role.REVIEWER), person.id());
    }

    private static List<String> reach(Person person, Role... roles) {
        return Stream.of(roles).flatMap(person::reach).distinct().sorted(Comparator.comparing(String::length)).toList();
    }

    private static String id(Proposal proposal) {
        return Long.toString(proposal.id());
    }
}
