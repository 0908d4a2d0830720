package org.aixin.passbook;

import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.aixin.identity.Member;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Page;
import org.aixin.kernel.WrittenSheet;

import org.jspecify.annotations.Nullable;

/** A passbook, or an excerpt of it, as a workbook; written while it is read, so that its length costs no memory. */
@ApplicationScoped
class StatementSheet {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int AT_ONCE = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Passbooks passbooks;
    private final BusinessTime time;

    StatementSheet(Passbooks passbooks, BusinessTime time) {
        this.passbooks = passbooks;
        this.time = time;
    }

    Response of(Member member, Excerpt excerpt, Locale language) {
        PassbookTexts texts = Titles.texts(language);
        StreamingOutput file = to -> write(to, member, excerpt, language, texts);
        return Response.ok(file).header("Content-Disposition", "attachment; filename=\"passbook.xlsx\"; filename*=UTF-8''"
                + URLEncoder.encode(name(member, excerpt, texts), StandardCharsets.UTF_8).replace("+", "%20")).build();
    }

    private static String name(Member member, Excerpt excerpt, PassbookTexts texts) {
        String kind = excerpt.kind() == null ? "" : "-" + Titles.plain(excerpt.kind(), texts);
        String month = excerpt.month() == null ? "" : "-" + excerpt.month();
        return texts.passbook() + "-" + member.name() + month + kind + ".xlsx";
    }

    private void write(OutputStream to, Member member, Excerpt excerpt, Locale language, PassbookTexts texts)
            throws java.io.IOException {
        Stream<List<String>> head = Stream.of(List.of(texts.time(), texts.dayOfDeed(), texts.what(), texts.kindOfDeed(),
                texts.change(), texts.balance(), texts.remark(), texts.number()));
        Stream<List<String>> rows = lines(member.id(), excerpt, language).map(line -> row(line, texts));
        WrittenSheet.xlsx(to, texts.passbook(), Stream.concat(head, rows));
    }

    private Stream<Line> lines(long member, Excerpt excerpt, Locale language) {
        Page<Line> first = passbooks.lines(member, excerpt, null, AT_ONCE, language);
        return Stream.iterate(first, Objects::nonNull, page -> after(page, member, excerpt, language))
                .flatMap(page -> page.items().stream());
    }

    private @Nullable Page<Line> after(Page<Line> page, long member, Excerpt excerpt, Locale language) {
        return page.next() == null ? null : passbooks.lines(member, excerpt, page.next(), AT_ONCE, language);
    }

    private List<String> row(Line line, PassbookTexts texts) {
        LocalDate day = line.day() == null ? time.day(line.at()) : line.day();
        return List.of(TIME.format(line.at().atZone(time.zone())), day.toString(), line.title(),
                Titles.plain(line.source().kind(), texts), Long.toString(line.points()), Long.toString(line.balance()),
                remark(line, texts), Long.toString(line.id()));
    }

    private String remark(Line line, PassbookTexts texts) {
        Correction made = line.corrects(), got = line.correctedBy();
        if (made != null) {
            return texts.correctsNumber(time.day(made.at()).toString(), Long.toString(made.id()));
        }
        return got == null ? "" : texts.correctedByNumber(time.day(got.at()).toString(), Long.toString(got.id()));
    }
}
