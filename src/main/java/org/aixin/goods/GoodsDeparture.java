package org.aixin.goods;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.TypedNames;

/** Who counted, and why slips were written, are words that somebody typed: a person's name in them is masked. */
@ApplicationScoped
class GoodsDeparture implements Departures {
    private final TypedNames names;

    GoodsDeparture(TypedNames names) {
        this.names = names;
    }

    @Override
    public void erase(Member member, Person by) {
        names.mask(member, "slip", "shop_id IN (SELECT id FROM shop WHERE unit_id IN " + TypedNames.KNOWN_IN + ")", "counted_by",
                "reason", "refusal");
    }
}
