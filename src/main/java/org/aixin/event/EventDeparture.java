package org.aixin.event;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.TypedNames;
import org.aixin.kernel.Sql;

/** Events count people and name nobody; a name that somebody typed into one is masked. */
@ApplicationScoped
class EventDeparture implements Departures {
    private static final int NAMED = 5;
    private static final String OF_EVENTS = "event IN (SELECT id FROM event WHERE unit IN " + TypedNames.KNOWN_IN + ")";
    private final TypedNames names;
    private final Sql sql;

    EventDeparture(TypedNames names, Sql sql) {
        this.names = names;
        this.sql = sql;
    }

    /** Nothing knows the faces in a photo: somebody has to look. */
    @Override
    public List<String> announced(Member member, Locale language) {
        List<String> titles = sql.rows("SELECT e.title FROM event e JOIN unit u ON u.id = e.unit WHERE e.photos > 0"
                + " AND ? LIKE CONCAT(u.path, '%') ORDER BY e.id DESC", row -> row.getString(1), member.path());
        if (titles.isEmpty()) {
            return List.of();
        }
        return List.of(language.getLanguage().equals("en")
                ? "Photos of " + titles.size() + " events may show this person and are not taken down by themselves: "
                        + String.join(", ", titles.stream().limit(NAMED).toList()) + ". Ask an organizer to look."
                : "活动照片里可能有这个人，不会自动删掉。请组织者到活动页面看一看，有就删掉："
                        + String.join("、", titles.stream().limit(NAMED).toList())
                        + (titles.size() > NAMED ? "等 " + titles.size() + " 个活动。" : "。"));
    }

    @Override
    public void erase(Member member, Person by) {
        names.mask(member, "event", "unit IN " + TypedNames.KNOWN_IN, "title", "place", "sponsor", "note", "cancel_reason");
        names.mask(member, "event_talk", OF_EVENTS, "title", "speaker");
        names.mask(member, "event_prize", OF_EVENTS, "name");
        names.mask(member, "event_booklet", OF_EVENTS, "name");
        names.mask(member, "event_photo", OF_EVENTS, "caption");
    }
}
