package org.aixin.passbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Page;

/** Passbooks for paper. */
@ApplicationScoped
class PrintedStatements {
    /** About forty sheets; more is read in a spreadsheet, or printed month by month. */
    private static final int MOST = 2000;
    private final Passbooks passbooks;
    private final BusinessTime time;

    PrintedStatements(Passbooks passbooks, BusinessTime time) {
        this.passbooks = passbooks;
        this.time = time;
    }

    PrintedStatement of(Member member, Excerpt excerpt, Locale language) {
        PassbookTexts texts = Titles.texts(language);
        Page<Line> page = passbooks.lines(member.id(), excerpt, null, MOST, language);
        List<Line> lines = page.items();
        boolean cut = page.next() != null;
        return new PrintedStatement(member, period(excerpt, lines, texts, language),
                excerpt.kind() == null ? "" : Titles.plain(excerpt.kind(), texts), opening(member.id(), excerpt, lines, cut),
                passbooks.balanceBefore(member.id(), excerpt.until(time)),
                lines.stream().mapToLong(Line::points).filter(points -> points > 0).sum(),
                -lines.stream().mapToLong(Line::points).filter(points -> points < 0).sum(),
                lines.stream().map(line -> row(line, texts, language)).toList(), cut, written(time.today(), language));
    }

    private long opening(long member, Excerpt excerpt, List<Line> lines, boolean cut) {
        Instant from = cut ? lines.get(lines.size() - 1).at() : excerpt.from(time);
        return from == null ? 0 : passbooks.balanceBefore(member, from);
    }

    private String period(Excerpt excerpt, List<Line> lines, PassbookTexts texts, Locale language) {
        if (excerpt.month() != null) {
            return Month.name(excerpt.month(), language);
        }
        LocalDate first = lines.stream().map(this::day).min(LocalDate::compareTo).orElse(time.today());
        return texts.fromTo(written(first, language), written(time.today(), language));
    }

    private PrintedStatement.Row row(Line line, PassbookTexts texts, Locale language) {
        return new PrintedStatement.Row(line, written(day(line), language), remark(line, texts, language));
    }

    /** The deed's, where there is one. */
    private LocalDate day(Line line) {
        return line.day() == null ? time.day(line.at()) : line.day();
    }

    private String remark(Line line, PassbookTexts texts, Locale language) {
        if (line.corrects() != null) {
            return texts.corrects(written(time.day(line.corrects().at()), language));
        }
        return line.correctedBy() == null ? "" : texts.correctedOn(written(time.day(line.correctedBy().at()), language));
    }

    private static String written(LocalDate day, Locale language) {
        boolean english = language.getLanguage().equals("en");
        return DateTimeFormatter.ofPattern(english ? "d MMM yyyy" : "yyyy 年 M 月 d 日", Locale.ENGLISH).format(day);
    }
}
