package org.aixin.standard;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Said;
import org.aixin.ledger.SourceTitles;

/** The words for awards in a passbook: the rule, how much, the note, and the day of the deed where it was recorded later. */
class AwardTitles {
    @Produces
    @Singleton
    SourceTitles awards(AwardRows awards, BusinessTime time) {
        return new Titles("award", awards, time);
    }

    @Produces
    @Singleton
    SourceTitles shifts(AwardRows awards, BusinessTime time) {
        return new Titles("shift", awards, time);
    }

    @Produces
    @Singleton
    SourceTitles pledges(AwardRows awards, BusinessTime time) {
        return new Titles("pledge", awards, time);
    }

    private record Titles(String kind, AwardRows awards, BusinessTime time) implements SourceTitles {
        @Override
        public Map<String, String> of(Collection<String> references, Locale language) {
            Map<String, String> byId = references.stream()
                    .collect(Collectors.toMap(reference -> reference.split(":", 2)[0], reference -> reference, (a, b) -> a));
            Map<String, String> titles = new HashMap<>();
            for (Award award : awards.awards(byId.keySet())) {
                titles.put(byId.get(Long.toString(award.id())), title(award, language));
            }
            return titles;
        }

        private String title(Award award, Locale language) {
            boolean english = language.getLanguage().equals("en");
            StringBuilder title = new StringBuilder(award.title());
            if (award.minutes() > 0) {
                title.append(' ').append(award.amount()).append(english ? " h" : " 小时");
            }
            if (award.note() != null) {
                title.append(english ? ", " : "，").append(award.note());
            }
            if (!award.day().equals(time.day(award.recordedAt()))) {
                title.append(english ? " (" : "（").append(Said.day(award.day(), time.today(), english))
                        .append(english ? ")" : "）");
            }
            return title.toString();
        }
    }
}
