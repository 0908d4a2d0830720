package org.aixin.quiz;

import java.util.List;

/**
 * What became of a file of questions.
 *
 * @param form what it was taken for: {@code SHEET}, {@code KAHOOT} or {@code AIKEN}
 * @param imported how many now stand in the bank
 */
public record Imported(String form, int imported, List<Rejected> rejected) {
    /**
     * A row that was left out.
     *
     * @param row as a spreadsheet program counts, or the line of a text on which the question begins
     * @param reason what is wrong with it, for the person who wrote it
     */
    public record Rejected(int row, String reason) {
    }
}
