package org.aixin.counter;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.aixin.counter.ClerkAudit.Noted;
import org.aixin.counter.ClerkAudit.Row;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Period;

/** What stands out, as the rows of a workbook. */
record AuditTable(ClerkAudit audit, CounterTexts texts, BusinessTime time) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    List<List<String>> of(Person person, Period period, int least) {
        List<Row> rows = audit.rows(person, period, least);
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(texts.clerk(), texts.total(), texts.signRESET(), texts.signCARD(), texts.signAFTER_HOURS(audit.hours()),
                texts.signUNDONE(), texts.pairs()));
        rows.forEach(row -> table.add(List.of(row.name(), number(row.total()), number(row.count("RESET")),
                number(row.count("CARD")), number(row.count("AFTER_HOURS")), number(row.count("UNDONE")), number(row.pairs()))));
        table.add(List.of());
        table.add(List.of(texts.clerk(), texts.kind(), texts.time(), texts.shop(), texts.name(), texts.points(), texts.order(),
                texts.remark()));
        for (Row row : rows) {
            for (Sign sign : Sign.values()) {
                audit.noted(person, row.clerk(), sign, period).forEach(one -> table.add(List.of(row.name(), name(sign),
                        said(one.at()), one.shop(), one.member(), number(one.points()), one.code(), remark(one))));
            }
            audit.pairs(person, row.clerk(), period, least).forEach(pair -> table.add(List.of(row.name(), texts.pairs(), "", "",
                    pair.member(), number(pair.points()), "", texts.times(pair.times()))));
        }
        return table;
    }

    private String name(Sign sign) {
        return switch (sign) {
            case RESET -> texts.signRESET();
            case CARD -> texts.signCARD();
            case AFTER_HOURS -> texts.afterHours();
            case UNDONE -> texts.signUNDONE();
        };
    }

    private String remark(Noted one) {
        Instant back = one.backAt();
        String reset = one.resetBy() == null ? "" : texts.resetBy(one.resetBy()) + " ";
        return back == null
                ? reset.strip()
                : reset + texts.takenBack(said(back), one.backBy() == null ? "" : one.backBy(),
                        one.why() == null ? "" : one.why());
    }

    private String said(Instant at) {
        return TIME.format(at.atZone(time.zone()));
    }

    private static String number(long number) {
        return Long.toString(number);
    }
}
