package org.aixin.standard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.aixin.ledger.SourceTitles;

/** The words for claims in a passbook: the rule, and the day of the deed. */
@Singleton
class ClaimTitles implements SourceTitles {
    private final ClaimRows claims;

    ClaimTitles(ClaimRows claims) {
        this.claims = claims;
    }

    @Override
    public String kind() {
        return ClaimCaps.KIND;
    }

    @Override
    public Map<String, String> of(Collection<String> references, Locale language) {
        String hours = language.getLanguage().equals("en") ? " h" : " 小时";
        return each(references, claim -> claim.minutes() > 0 ? claim.title() + " " + claim.amount() + hours : claim.title());
    }

    @Override
    public Map<String, LocalDate> days(Collection<String> references) {
        return each(references, Claim::day);
    }

    private <T> Map<String, T> each(Collection<String> references, Function<Claim, T> said) {
        List<Long> ids = references.stream().filter(reference -> reference.matches("[0-9]{1,19}:[0-9]{1,19}"))
                .map(ClaimCaps::id).toList();
        return claims.claims(ids).stream()
                .collect(Collectors.toMap(claim -> ClaimCaps.source(claim).reference(), said));
    }
}
