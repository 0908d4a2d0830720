package org.aixin.quiz;

import java.util.List;

/**
 * What became of a sheet of questions.
 *
 * @param imported how many now stand in the bank
 */
public record Imported(int imported, List<Rejected> rejected) {
    /**
     * A row that was left out.
     *
     * @param row as a spreadsheet program counts, the header being 1
     * @param reason what is wrong with it, for the person who wrote it
     */
    public record Rejected(int row, String reason) {
    }
}
