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
        boolean english = language.getLanguage().equals("en");
        DateTimeFormatter name = DateTimeFormatter.ofPattern(english ? "MMMM yyyy" : "yyyy 年 M 月", Locale.ENGLISH);
        return months.descendingMap().entrySet().stream()
                .map(month -> new Month(name.format(month.getKey()), List.copyOf(month.getValue()))).toList();
    }
}
