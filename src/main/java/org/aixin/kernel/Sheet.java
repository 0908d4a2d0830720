package org.aixin.kernel;

import java.util.List;
import java.util.Optional;

/**
 * A table of texts as people send it in: an xlsx workbook's first sheet, or CSV however a spreadsheet program wrote it.
 *
 * @param rows in order, the header among them; every cell stripped
 */
public record Sheet(List<Row> rows) {
    /** So many rows are read, and no more. */
    public static final int MOST_ROWS = 5_000;
    static final int MOST_COLUMNS = 50;

    /**
     * One row.
     *
     * @param number as a spreadsheet program shows it, from 1
     */
    public record Row(int number, List<String> cells) {
        /** The cell in this column, from 0; empty beyond the last. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        /** Whether nothing stands in it. */
        public boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** The table in this file; refused 422 {@code sheet_unreadable}, {@code sheet_old_excel} or {@code sheet_too_long}. */
    public static Sheet read(byte[] file) {
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Problem.invalid("sheet_old_excel", "body");
        }
        List<Row> rows = startsWith(file, 'P', 'K') ? XlsxSheet.rows(file) : CsvSheet.rows(file);
        if (rows.size() > MOST_ROWS) {
            throw tooLong();
        }
        return new Sheet(rows);
    }

    /** What stands in a file that is plain text, nothing where it is a workbook; refused 422 {@code sheet_unreadable}. */
    public static Optional<String> text(byte[] file) {
        return startsWith(file, 0xD0, 0xCF, 0x11, 0xE0) || startsWith(file, 'P', 'K')
                ? Optional.empty()
                : Optional.of(CsvSheet.text(file));
    }

    static Problem unreadable() {
        return Problem.invalid("sheet_unreadable", "body");
    }

    static Problem tooLong() {
        return Problem.invalid("sheet_too_long", "body", MOST_ROWS);
    }

    static boolean startsWith(byte[] file, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
