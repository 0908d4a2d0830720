package org.aixin.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a file that spreadsheet programs open. */
public final class WrittenSheet {
    /** A number that stays the same when it is read as one; 007 does not. */
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,8}");
    private static final int FLUSHED = 500;

    private WrittenSheet() {
    }

    /** CSV in UTF-8 with its mark, which Chinese Excel needs. */
    public static byte[] csv(List<List<String>> table) {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            printer.printRecords(table);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A workbook of one sheet; whole numbers are numbers. */
    public static byte[] xlsx(String name, List<List<String>> table) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Aixin", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
            for (int row = 0; row < table.size(); row++) {
                write(sheet, row, table.get(row));
            }
            sheet.freezePane(2, 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /**
     * A workbook of one sheet, written row by row so that no length of it is kept in memory; whole numbers are numbers, and all else
     * is text, whatever sign it begins with.
     */
    public static void xlsx(OutputStream to, String name, Stream<List<String>> rows) throws IOException {
        try (Workbook book = new Workbook(to, "Aixin", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
            sheet.freezePane(0, 1);
            int number = 0;
            for (Iterator<List<String>> each = rows.iterator(); each.hasNext();) {
                List<String> cells = each.next();
                for (int column = 0; column < cells.size(); column++) {
                    if (WHOLE.matcher(cells.get(column)).matches()) {
                        sheet.value(number, column, new BigDecimal(cells.get(column)));
                    } else if (!cells.get(column).isEmpty()) {
                        sheet.inlineString(number, column, cells.get(column));
                    }
                }
                if (++number % FLUSHED == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (WHOLE.matcher(cell).matches()) {
                sheet.value(row, column, new BigDecimal(cell));
            } else if (!cell.isEmpty()) {
                sheet.value(row, column, cell);
            }
        }
    }
}
