package org.aixin.passbook;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The lines of one month under its name. */
record Month(String name, List<Line> lines) {
    /** A month that can be chosen, and its name. */
    record Choice(YearMonth month, String name) {
    }

    static List<Choice> choices(List<YearMonth> months, Locale language) {
        return months.stream().map(month -> new Choice(month, name(month, language))).toList();
    }

    /**
     * Lines newest first, parted by the months of the village's days. A deed belongs to the month in which it was done; one that was
     * written among later ones stays with them, so that balances go on from line to line.
     */
    static List<Month> of(List<Line> lines, ZoneId zone, Locale language) {
        NavigableMap<YearMonth, LinkedList<Line>> months = new TreeMap<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            YearMonth done = YearMonth.from(line.day() == null ? line.at().atZone(zone) : line.day());
            YearMonth month = months.isEmpty() || done.isAfter(months.lastKey()) ? done : months.lastKey();
            months.computeIfAbsent(month, none -> new LinkedList<>()).addFirst(line);
        }
        return months.descendingMap().entrySet().stream()
                .map(month -> new Month(name(month.getKey(), language), List.copyOf(month.getValue()))).toList();
    }

    /** As {@link #of(List, ZoneId, Locale)}; under the name of the month that was asked for, if one was. */
    static List<Month> of(List<Line> lines, Excerpt excerpt, ZoneId zone, Locale language) {
        return excerpt.month() == null || lines.isEmpty()
                ? of(lines, zone, language)
                : List.of(new Month(name(excerpt.month(), language), lines));
    }

    /** 2026 年 11 月. */
    static String name(YearMonth month, Locale language) {
        boolean english = language.getLanguage().equals("en");
        return DateTimeFormatter.ofPattern(english ? "MMMM yyyy" : "yyyy 年 M 月", Locale.ENGLISH).format(month);
    }
}
