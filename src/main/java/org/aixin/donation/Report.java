package org.aixin.donation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.aixin.donation.Reach.Trace;
import org.aixin.goods.Goods;
import org.aixin.solvency.Fen;

import org.jspecify.annotations.Nullable;

/**
 * What became of all that a donor gave. Households are counted, never named.
 *
 * @param rows line by line, oldest first
 * @param money what went into a fund
 * @param households how many have anything of it
 */
record Report(Donor donor, LocalDate day, List<Row> rows, List<Donation> money, int households) {
    /** Within so many days goods are said to be expiring. */
    static final int SOON = 30;

    /** One batch. */
    record Row(Donation donation, Trace trace, boolean expiring) {
        public Goods goods() {
            return trace.batch().goods();
        }

        public int received() {
            return trace.batch().quantity();
        }

        public int handed() {
            return trace.handed();
        }

        public int left() {
            return trace.left();
        }

        public int gone() {
            return trace.gone();
        }

        public @Nullable LocalDate bestBefore() {
            return trace.batch().bestBefore();
        }
    }

    /** One kind of goods, summed over its batches. */
    record Sum(Goods goods, int received, int handed, int left, int expiring, int gone) {
    }

    /** The sums, in the order in which the goods were first given. */
    public List<Sum> sums() {
        List<Sum> sums = new ArrayList<>();
        rows.stream().map(row -> row.goods().id()).distinct().forEach(goods -> {
            List<Row> of = rows.stream().filter(row -> row.goods().id() == goods).toList();
            sums.add(
                    new Sum(of.get(0).goods(), of.stream().mapToInt(Row::received).sum(), of.stream().mapToInt(Row::handed).sum(),
                            of.stream().mapToInt(Row::left).sum(),
                            of.stream().filter(Row::expiring).mapToInt(Row::left).sum(), of.stream().mapToInt(Row::gone).sum()));
        });
        return sums;
    }

    /** The money in fen. */
    public long fen() {
        return money.stream().mapToLong(donation -> Objects.requireNonNullElse(donation.fen(), 0L)).sum();
    }

    /** The money as 1,000.00. */
    public String yuan() {
        return Fen.yuan(fen());
    }

    /** At what it was given, each event once. */
    public List<String> events() {
        return Stream.concat(rows.stream().map(Row::donation), money.stream()).map(Donation::event).filter(Objects::nonNull)
                .map(Objects::requireNonNull).distinct().toList();
    }
}
