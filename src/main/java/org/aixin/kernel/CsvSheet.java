package org.aixin.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV: UTF-8 with or without its mark, UTF-16 with one, or what Chinese Excel writes (GBK); commas, semicolons or tabs. */
final class CsvSheet {
    private CsvSheet() {
    }

    static List<Sheet.Row> rows(byte[] file) {
        String text = text(file);
        if (text.indexOf('\0') >= 0) {
            throw Sheet.unreadable();
        }
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(false)
                .setLenientEof(true).setTrailingData(true).get();
        List<Sheet.Row> rows = new ArrayList<>();
        try (CSVParser records = CSVParser.parse(text, format)) {
            for (CSVRecord record : records) {
                if (rows.size() > Sheet.MOST_ROWS) {
                    throw Sheet.tooLong();
                }
                rows.add(new Sheet.Row((int) record.getRecordNumber(),
                        record.stream().limit(Sheet.MOST_COLUMNS).map(String::strip).toList()));
            }
        } catch (IOException | UncheckedIOException broken) {
            throw Sheet.unreadable();
        }
        return rows;
    }

    static String text(byte[] file) {
        if (Sheet.startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return decoded(file, 3, StandardCharsets.UTF_8);
        }
        if (Sheet.startsWith(file, 0xFF, 0xFE)) {
            return decoded(file, 2, StandardCharsets.UTF_16LE);
        }
        if (Sheet.startsWith(file, 0xFE, 0xFF)) {
            return decoded(file, 2, StandardCharsets.UTF_16BE);
        }
        return isUtf8(file) ? new String(file, StandardCharsets.UTF_8) : decoded(file, 0, Charset.forName("GB18030"));
    }

    private static boolean isUtf8(byte[] file) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static String decoded(byte[] file, int from, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file, from, file.length - from)).toString();
        } catch (CharacterCodingException broken) {
            throw Sheet.unreadable();
        }
    }

    /** Whichever of the three stands most often in the header. */
    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[]{';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(character -> character == wanted).count();
    }
}
