package org.aixin.donation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.donation.Reach.Trace;
import org.aixin.donation.Report.Row;
import org.aixin.goods.Batch;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;

import org.jspecify.annotations.Nullable;

/** Donors' reports: received, handed out, left, expiring, events, households counted. */
@ApplicationScoped
class Reports {
    private final Donors donors;
    private final Donations donations;
    private final Reach reach;
    private final BusinessTime time;

    Reports(Donors donors, Donations donations, Reach reach, BusinessTime time) {
        this.donors = donors;
        this.donations = donations;
        this.reach = reach;
        this.time = time;
    }

    /** The report on a donor within reach; refused 404, 403 {@code not_allowed}. */
    Report of(Person person, long id) {
        Donor donor = donors.donor(person, id);
        LocalDate today = time.today();
        List<Row> rows = new ArrayList<>();
        List<Trace> all = new ArrayList<>();
        List<Donation> given = donations.by(donor);
        for (Donation donation : given) {
            List<Batch> batches = donations.batches(donation);
            for (Trace trace : reach.of(batches)) {
                rows.add(new Row(donation, trace, trace.isExpiring(today, Report.SOON)));
                all.add(trace);
            }
        }
        return new Report(donor, today, rows, given.stream().filter(Donation::isMoney).toList(), Reach.households(all));
    }

    /** The report as the rows of a sheet. */
    static List<List<String>> sheet(Report report, DonationTexts texts) {
        Stream<List<String>> head = Stream
                .of(List.of(texts.day(), texts.event(), texts.goods(), texts.batch(), texts.bestBefore(),
                        texts.received(), texts.handed(), texts.left(), texts.gone(), texts.yuan()));
        Stream<List<String>> goods = report.rows().stream()
                .map(row -> List.of(row.donation().day().toString(), said(row.donation().event()), row.goods().name(),
                        row.trace().batch().label(), row.bestBefore() == null ? "" : String.valueOf(row.bestBefore()),
                        Integer.toString(row.received()), Integer.toString(row.handed()), Integer.toString(row.left()),
                        Integer.toString(row.gone()), ""));
        Stream<List<String>> money = report.money().stream().map(donation -> List.of(donation.day().toString(),
                said(donation.event()), "", "", "", "", "", "", "", donation.yuan()));
        Stream<List<String>> foot = Stream.of(List.of(texts.households(), Integer.toString(report.households())));
        return Stream.of(head, goods, money, foot).flatMap(rows -> rows).toList();
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }
}
