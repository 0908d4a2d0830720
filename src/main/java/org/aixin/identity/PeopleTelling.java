package org.aixin.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Said;

/** Tells members who came to their household, and that they were given a new code. */
@ApplicationScoped
class PeopleTelling implements Telling {
    private final Joinings joinings;
    private final NewCodes newCodes;
    private final Belongings belongings;
    private final BusinessTime time;

    PeopleTelling(Joinings joinings, NewCodes newCodes, Belongings belongings, BusinessTime time) {
        this.joinings = joinings;
        this.newCodes = newCodes;
        this.belongings = belongings;
        this.time = time;
    }

    @Override
    public List<String> of(Member member, Instant since, Locale language) {
        boolean shared = member.household() != null && belongings.isShared(member.household());
        return Stream.concat(
                newCodes.lastReissue(member.id()).filter(one -> !one.at().isBefore(since)).stream()
                        .map(one -> Words.in(language).codeTold(Said.saidDay(one.at(), language), one.by())),
                joinings.since(member.id(), since).stream().filter(one -> shared || !one.self())
                        .map(one -> said(one, shared, language)))
                .toList();
    }

    private String said(Joinings.Joining one, boolean shared, Locale language) {
        SecondPersonTexts texts = Words.in(language);
        String day = Said.saidDate(time.day(one.poolsFrom()), language);
        boolean over = !one.poolsFrom().isAfter(time.now());
        if (one.self()) {
            return texts.joinedSelf(day);
        }
        return !shared
                ? texts.joinedApart(one.name(), one.by())
                : over ? texts.joinedNow(one.name(), one.by()) : texts.joined(one.name(), one.by(), day);
    }
}
