package org.aixin.standard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.aixin.ledger.SourceTitles;

/** The words for awards in a passbook: the rule, how much and the note; and the day of the deed. */
class AwardTitles {
    @Produces
    @Singleton
    SourceTitles awards(AwardRows awards) {
        return new Titles("award", awards);
    }

    @Produces
    @Singleton
    SourceTitles shifts(AwardRows awards) {
        return new Titles("shift", awards);
    }

    @Produces
    @Singleton
    SourceTitles pledges(AwardRows awards) {
        return new Titles("pledge", awards);
    }

    private record Titles(String kind, AwardRows awards) implements SourceTitles {
        @Override
        public Map<String, String> of(Collection<String> references, Locale language) {
            return each(references, award -> title(award, language));
        }

        @Override
        public Map<String, LocalDate> days(Collection<String> references) {
            return each(references, Award::day);
        }

        private <T> Map<String, T> each(Collection<String> references, Function<Award, T> said) {
            Map<String, String> byId = references.stream()
                    .collect(Collectors.toMap(reference -> reference.split(":", 2)[0], reference -> reference, (a, b) -> a));
            return awards.awards(byId.keySet()).stream()
                    .collect(Collectors.toMap(award -> Objects.requireNonNull(byId.get(Long.toString(award.id()))), said));
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
            return title.toString();
        }
    }
}
