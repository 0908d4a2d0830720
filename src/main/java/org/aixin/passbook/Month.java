package org.aixin.passbook;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of one month under its name. */
record Month(String name, List<Line> lines) {
    /** Lines newest first, parted by the months of the village's days. */
    static List<Month> of(List<Line> lines, ZoneId zone, Locale language) {
        Map<YearMonth, List<Line>> months = new LinkedHashMap<>();
        for (Line line : lines) {
            months.computeIfAbsent(YearMonth.from(line.at().atZone(zone)), month -> new ArrayList<>()).add(line);
        }
        boolean english = language.getLanguage().equals("en");
        DateTimeFormatter name = DateTimeFormatter.ofPattern(english ? "MMMM yyyy" : "yyyy 年 M 月", Locale.ENGLISH);
        return months.entrySet().stream().map(month -> new Month(name.format(month.getKey()), month.getValue())).toList();
    }
}
