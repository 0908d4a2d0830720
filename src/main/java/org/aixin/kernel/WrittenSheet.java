package org.aixin.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a file that spreadsheet programs open. */
public final class WrittenSheet {
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

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (cell.matches("-?[0-9]{1,9}")) {
                sheet.value(row, column, new BigDecimal(cell));
            } else if (!cell.isEmpty()) {
                sheet.value(row, column, cell);
            }
        }
    }
}
