package org.aixin.passbook;

import java.util.List;

import org.aixin.identity.Member;

/**
 * A passbook, or an excerpt of it, as it is printed.
 *
 * @param period in words, with years: paper outlives today
 * @param kind of deeds in words, empty for all
 * @param opening points before the first instant of the period
 * @param closing points at its end
 * @param gained sum of the gains among the lines
 * @param spent sum of what was spent among them, not negative
 * @param lines newest first
 * @param cut whether older lines of the excerpt are left out, since there are too many for paper
 */
record PrintedStatement(Member member, String period, String kind, long opening, long closing, long gained, long spent,
        List<Row> lines, boolean cut, String printedAt) {
    /** A line, its day with its year and what is said about its correction. */
    record Row(Line line, String day, String remark) {
    }
}
