package org.aixin.round;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Ids;
import org.aixin.quiz.LiveTitles;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** What a passbook says of right answers in a live round: 郭家庄村安全用电竞答，第 3 题答对. */
@ApplicationScoped
class RoundTitles implements LiveTitles {
    private final RoundRows rounds;

    RoundTitles(RoundRows rounds) {
        this.rounds = rounds;
    }

    @Override
    public Map<String, String> of(Collection<String> references, Locale language) {
        RoundTexts texts = MessageBundles.get(RoundTexts.class, Localized.Literal.of(language.getLanguage()));
        List<Long> ids = references.stream().map(RoundTitles::round).flatMap(Optional::stream).distinct().toList();
        Map<Long, Round> known = rounds.rounds(ids);
        Map<String, String> titles = new HashMap<>();
        references.forEach(reference -> round(reference).map(known::get)
                .ifPresent(round -> titles.put(reference, texts.deed(round.title(), reference.split(":")[1]))));
        return titles;
    }

    private static Optional<Long> round(String reference) {
        return Ids.of(reference.split(":")[0]);
    }
}
