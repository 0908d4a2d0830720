package org.aixin.quiz;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.aixin.kernel.Ids;
import org.aixin.standard.DeedTitles;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** What a passbook says of right answers: 安全用电竞答，答对 5 题. */
@ApplicationScoped
class QuizTitles implements DeedTitles {
    static final String KIND = "quiz";
    private final AttemptRows attempts;
    private final Instance<LiveTitles> live;

    QuizTitles(AttemptRows attempts, Instance<LiveTitles> live) {
        this.attempts = attempts;
        this.live = live;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> of(Collection<String> references, Locale language) {
        QuizTexts texts = MessageBundles.get(QuizTexts.class, Localized.Literal.of(language.getLanguage()));
        List<Long> ids = references.stream().map(Ids::of).flatMap(Optional::stream).toList();
        Map<String, String> titles = new HashMap<>();
        attempts.titles(ids).forEach((id, title) -> titles.put(Long.toString(id), texts.deed(title.quiz(), title.correct())));
        List<String> rounds = references.stream().filter(reference -> reference.contains(":")).toList();
        live.forEach(words -> titles.putAll(words.of(rounds, language)));
        return titles;
    }
}
