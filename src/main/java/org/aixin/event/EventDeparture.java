package org.aixin.event;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.TypedNames;

/** Events count people and name nobody; a name that somebody typed into one is masked. */
@ApplicationScoped
class EventDeparture implements Departures {
    private static final String OF_EVENTS = "event IN (SELECT id FROM event WHERE unit IN " + TypedNames.KNOWN_IN + ")";
    private final TypedNames names;

    EventDeparture(TypedNames names) {
        this.names = names;
    }

    @Override
    public void erase(Member member, Person by) {
        names.mask(member, "event", "unit IN " + TypedNames.KNOWN_IN, "title", "place", "sponsor", "note");
        names.mask(member, "event_talk", OF_EVENTS, "title", "speaker");
        names.mask(member, "event_prize", OF_EVENTS, "name");
        names.mask(member, "event_booklet", OF_EVENTS, "name");
        names.mask(member, "event_photo", OF_EVENTS, "caption");
    }
}
