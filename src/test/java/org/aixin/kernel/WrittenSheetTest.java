package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** What is written row by row is what a spreadsheet program reads. */
class WrittenSheetTest {
    private static List<Row> read(Stream<List<String>> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        WrittenSheet.xlsx(file, "存折", rows);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            return book.getFirstSheet().read();
        }
    }

    @Test
    void a_text_is_a_text_whatever_sign_it_begins_with() throws IOException {
        List<String> cells = List.of("=1+1", "+86", "-x", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "-7", "0123456789012345678",
                "<b>&");
        Row row = read(Stream.of(cells)).get(0);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(5).getType()).isEqualTo(CellType.NUMBER);
        for (int column = 0; column < cells.size(); column++) {
            assertThat(row.getCell(column).getType()).as(cells.get(column)).isNotEqualTo(CellType.FORMULA);
            assertThat(row.getCell(column).getText()).isEqualTo(cells.get(column));
        }
    }

    @Test
    void a_long_sheet_keeps_every_row() throws IOException {
        List<Row> rows = read(IntStream.range(0, 2345).mapToObj(row -> List.of("第 " + row + " 行", "", Integer.toString(row))));
        assertThat(rows).hasSize(2345);
        assertThat(rows.get(2344).getCell(2).asNumber().intValue()).isEqualTo(2344);
    }
}
