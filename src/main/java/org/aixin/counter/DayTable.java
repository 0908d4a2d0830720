package org.aixin.counter;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.aixin.counter.DaySheet.Sum;
import org.aixin.kernel.BusinessTime;

/** A day as the rows of a workbook: the sums first, then every hand-over. */
final class DayTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private DayTable() {
    }

    static List<List<String>> of(DaySheet sheet, CounterTexts texts, BusinessTime time) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(texts.clerk(), texts.goods(), texts.unit(), texts.out(), texts.back(), texts.net(), texts.points()));
        sheet.rows().forEach(row -> table
                .add(sum(row.clerk().name(), row.goods().name(), row.goods().unit(), row.sum())));
        sheet.totals().forEach(total -> table.add(sum(texts.all(), total.goods().name(), total.goods().unit(), total.sum())));
        table.add(
                List.of(sheet.fits() ? texts.fits() : texts.fitsNot(sheet.unfitting().size() + sheet.unfittingShelves().size())));
        table.add(List.of());
        table.add(List.of(texts.goods(), texts.before(), texts.out(), texts.back(), texts.other(), texts.after()));
        sheet.shelves().forEach(shelf -> table.add(List.of(shelf.goods().name(), number(shelf.before()), number(shelf.out()),
                number(shelf.back()), number(shelf.other()), number(shelf.after()))));
        table.add(List.of());
        table.add(
                List.of(texts.time(), texts.name(), texts.what(), texts.points(), texts.clerk(), texts.order(), texts.remark()));
        sheet.handOvers().forEach(one -> table.add(List.of(said(one.at(), time), one.member().name(), one.words(),
                number(one.points()), one.clerk().name(), one.code(), remark(one, texts, time))));
        return table;
    }

    private static List<String> sum(String clerk, String goods, String unit, Sum sum) {
        return List.of(clerk, goods, unit, number(sum.out()), number(sum.back()), number(sum.net()), number(sum.points()));
    }

    private static String remark(HandOver one, CounterTexts texts, BusinessTime time) {
        Instant back = one.backAt();
        String bearer = one.bearer() == null ? "" : texts.bearer(one.bearer().name()) + " ";
        return back == null
                ? bearer.strip()
                : bearer + texts.takenBack(said(back, time), one.backBy() == null ? "" : one.backBy(),
                        one.why() == null ? "" : one.why());
    }

    private static String said(Instant at, BusinessTime time) {
        return TIME.format(at.atZone(time.zone()));
    }

    private static String number(long number) {
        return Long.toString(number);
    }
}
