package org.aixin.quiz;

import java.util.function.Supplier;

import org.aixin.kernel.Problem;

/**
 * A question as somebody wrote it down, not read yet.
 *
 * @param row of a sheet as a spreadsheet program counts, or the line of a text on which it begins
 */
record Entry(int row, Supplier<Draft> question) {
    /** The question; refused 422 with what is wrong with it. */
    Draft read() {
        return question.get();
    }

    /** An entry that cannot be read, for this reason. */
    static Entry refused(int row, Problem reason) {
        return new Entry(row, () -> {
            throw reason;
        });
    }
}
