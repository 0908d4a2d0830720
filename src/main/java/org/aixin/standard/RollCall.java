package org.aixin.standard;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;

/** Credits people at an occasion, each once. */
@ApplicationScoped
class RollCall {
    private final Awards awards;
    private final AwardRows rows;
    private final Proposals proposals;
    private final BusinessTime time;

    RollCall(Awards awards, AwardRows rows, Proposals proposals, BusinessTime time) {
        this.awards = awards;
        this.rows = rows;
        this.proposals = proposals;
        this.time = time;
    }

    /** Credits a member, or proposes it where another person decides; refused 409 {@code already_awarded} unless an earlier award of this occasion was taken back. */
    Awarded credit(Person person, Occasion occasion, long member) {
        List<String> references = occasion.references();
        long takenBack = credited(occasion).stream().filter(award -> award.member() == member && award.isReversed()).count();
        String reference = references.get((int) Math.min(takenBack, references.size() - 1));
        return awards.award(person, new Deed(member, occasion.rule().code(), occasion.quantity(), occasion.at(time), reference,
                occasion.title(), person.id(), null).in(occasion.gathering()));
    }

    /** Who was proposed at an occasion and waits for another person's decision, the last one first. */
    List<Proposal> waiting(Occasion occasion) {
        return proposals.occasion(occasion.rule().code(), references(occasion));
    }

    /** Who was credited at an occasion, the last one first. */
    List<Award> credited(Occasion occasion) {
        return rows.occasion(occasion.rule().code(), references(occasion));
    }

    private static List<String> references(Occasion occasion) {
        return occasion.references().stream().map(Deed::byHand).toList();
    }
}
