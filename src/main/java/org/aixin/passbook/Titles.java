package org.aixin.passbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.aixin.kernel.BusinessTime;
import org.aixin.ledger.Entry;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Source;
import org.aixin.ledger.SourceTitles;
import org.aixin.ledger.Trace;

import io.quarkus.arc.All;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.jspecify.annotations.Nullable;

/** Finds out what the lines of a passbook were for: each feature is asked once for all that it made. */
@Singleton
class Titles {
    private final Map<String, SourceTitles> byKind;
    private final Ledger ledger;
    private final BusinessTime time;

    Titles(@All List<SourceTitles> features, Ledger ledger, BusinessTime time) {
        this.byKind = features.stream().collect(Collectors.toMap(SourceTitles::kind, feature -> feature));
        this.ledger = ledger;
        this.time = time;
    }

    /** The lines with their titles, in the same order. */
    List<Line> of(Collection<Entry> entries, Locale language) {
        Map<Long, Trace> reversed = ledger.traces(entries.stream().map(Entry::reverses).filter(id -> id != null).toList());
        Map<Long, Trace> reversals = ledger.reversals(entries.stream().map(Entry::transfer).toList());
        Set<Source> sources = Stream.concat(reversed.values().stream().map(Trace::source), entries.stream().map(Entry::source))
                .map(Source::whole).collect(Collectors.toSet());
        Map<Source, String> titles = titles(sources, language);
        Map<Source, LocalDate> days = days(sources);
        PassbookTexts texts = texts(language);
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            Trace corrected = entry.reverses() == null ? null : reversed.get(entry.reverses());
            lines.add(new Line(entry.transfer(), entry.at(), day(entry, days), entry.amount(), entry.balance(),
                    title(entry, corrected, titles, texts), entry.source(), correction(corrected),
                    correction(reversals.get(entry.transfer()))));
        }
        return lines;
    }

    private static @Nullable Correction correction(@Nullable Trace other) {
        return other == null ? null : new Correction(other.transfer(), other.at(), other.isLine());
    }

    private static String title(Entry entry, @Nullable Trace corrected, Map<Source, String> titles, PassbookTexts texts) {
        if (entry.phase().equals("SETTLE")) {
            return entry.source().hasMark() ? texts.settledAtHome() : texts.settled();
        }
        Source source = corrected == null ? entry.source() : corrected.source();
        String title = titles.getOrDefault(source.whole(), plain(source.kind(), texts));
        String whose = source.hasMark() ? texts.ofFamily(title) : title;
        return corrected == null ? whose : texts.corrected(whose);
    }

    /** A correction was done on the day it was written. */
    private @Nullable LocalDate day(Entry entry, Map<Source, LocalDate> days) {
        LocalDate day = entry.reverses() == null ? days.get(entry.source().whole()) : null;
        return day == null || day.equals(time.day(entry.at())) ? null : day;
    }

    private Map<Source, LocalDate> days(Set<Source> sources) {
        Map<Source, LocalDate> days = new HashMap<>();
        sources.stream().collect(Collectors.groupingBy(Source::kind)).forEach((kind, ofKind) -> {
            SourceTitles feature = byKind.get(kind);
            if (feature != null) {
                feature.days(ofKind.stream().map(Source::reference).toList())
                        .forEach((reference, day) -> days.put(new Source(kind, reference), day));
            }
        });
        return days;
    }

    private Map<Source, String> titles(Set<Source> sources, Locale language) {
        Map<Source, String> titles = new HashMap<>();
        Map<String, List<Source>> kinds = sources.stream().collect(Collectors.groupingBy(Source::kind));
        kinds.forEach((kind, ofKind) -> {
            SourceTitles feature = byKind.get(kind);
            if (feature != null) {
                feature.of(ofKind.stream().map(Source::reference).toList(), language)
                        .forEach((reference, title) -> titles.put(new Source(kind, reference), title));
            }
        });
        return titles;
    }

    static String plain(String kind, PassbookTexts texts) {
        return switch (kind) {
            case "quiz" -> texts.quiz();
            case "award" -> texts.award();
            case "claim" -> texts.claim();
            case "shift" -> texts.shift();
            case "pledge" -> texts.pledge();
            case "order" -> texts.order();
            case "reversal" -> texts.reversal();
            case "expiry" -> texts.expiry();
            default -> texts.other();
        };
    }

    static PassbookTexts texts(Locale language) {
        return language.getLanguage().equals("en")
                ? MessageBundles.get(PassbookTexts.class, Localized.Literal.of("en"))
                : MessageBundles.get(PassbookTexts.class);
    }
}
