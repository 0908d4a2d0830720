package org.aixin.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an xlsx workbook. */
final class XlsxSheet {
    /** A small file that unpacks to more than this is an attack, not a question bank. */
    private static final int MOST_UNPACKED = 64 << 20;
    private static final int MOST_DIGITS = 30;
    private static final Pattern BEYOND_THE_LAST = Pattern.compile("[A-Za-z]{4}");
    /** The parser that reads the sheet itself. */
    private static final XMLInputFactory XML = new InputFactoryImpl();
    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private XlsxSheet() {
    }

    static List<Sheet.Row> rows(byte[] file) {
        try {
            mustBeHarmless(file);
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
            case NUMBER -> number(cell.asNumber().stripTrailingZeros());
            case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
            case STRING -> cell.asString();
            case EMPTY -> "";
            case FORMULA, ERROR -> cell.getRawValue() == null ? "" : cell.getRawValue();
        };
    }

    /** As a spreadsheet shows it; one of more digits than a sheet can have stays in its short form. */
    private static String number(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS
                ? number.toString()
                : number.toPlainString();
    }

    private static void mustBeHarmless(byte[] file) throws IOException {
        int left = MOST_UNPACKED;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
                    throw Sheet.unreadable();
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    byte[] unpacked = content.readNBytes(left + 1);
                    left -= unpacked.length;
                    if (left < 0 || isTooWide(unpacked)) {
                        throw Sheet.unreadable();
                    }
                }
            }
        }
    }

    /** Whether a cell says that it stands beyond the last column there is: it would be put into a list that long. */
    private static boolean isTooWide(byte[] part) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(part));
            while (xml.hasNext()) {
                String place = xml.next() == XMLStreamConstants.START_ELEMENT ? xml.getAttributeValue(null, "r") : null;
                if (place != null && BEYOND_THE_LAST.matcher(place).find()) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException otherContent) {
            return false;
        }
    }
}
