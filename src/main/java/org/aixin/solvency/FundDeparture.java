package org.aixin.solvency;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.TypedNames;

/** Donors' names are words that somebody typed: those that are the person's are masked in the funds of their village and above. */
@ApplicationScoped
class FundDeparture implements Departures {
    private final TypedNames names;

    FundDeparture(TypedNames names) {
        this.names = names;
    }

    @Override
    public void erase(Member member, Person by) {
        names.mask(member, "fund_entry", "unit IN " + TypedNames.KNOWN_IN, "words");
    }
}
