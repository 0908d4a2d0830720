package org.aixin.quiz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.aixin.kernel.Problem;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an xlsx workbook. */
final class XlsxSheet {
    /** A small file that unpacks to more than this is an attack, not a question bank. */
    private static final long MOST_UNPACKED = 64L << 20;

    private XlsxSheet() {
    }

    static List<Sheet.Row> rows(byte[] file) {
        try {
            mustUnpackToLittle(file);
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                    Stream<Row> rows = book.getFirstSheet().openStream()) {
                return read(rows.iterator());
            }
        } catch (Problem refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw Sheet.unreadable();
        }
    }

    private static List<Sheet.Row> read(Iterator<Row> rows) {
        List<Sheet.Row> read = new ArrayList<>();
        while (rows.hasNext()) {
            if (read.size() > Sheet.MOST_ROWS) {
                throw Sheet.tooLong();
            }
            Row row = rows.next();
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < Math.min(row.getCellCount(), Sheet.MOST_COLUMNS); column++) {
                cells.add(row.getOptionalCell(column).map(XlsxSheet::text).orElse("").strip());
            }
            read.add(new Sheet.Row(row.getRowNum(), List.copyOf(cells)));
        }
        return read;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
            case STRING -> cell.asString();
            case EMPTY -> "";
            case FORMULA, ERROR -> cell.getRawValue() == null ? "" : cell.getRawValue();
        };
    }

    private static void mustUnpackToLittle(byte[] file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            throw Sheet.unreadable();
                        }
                    }
                }
            }
        }
    }
}
