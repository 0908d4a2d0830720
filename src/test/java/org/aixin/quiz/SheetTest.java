package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sheet;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Files as village offices really send them. */
class SheetTest {
    private static final String TEXT = "题目,题型,答案\n触电了，先做什么？,单选,A\n";
    private static final List<List<String>> CELLS = List.of(List.of("题目", "题型", "答案"), List.of("触电了，先做什么？", "单选", "A"));

    @Test
    void utf8_is_read_with_and_without_its_mark() {
        assertThat(cells(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(CELLS);
        assertThat(cells(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8))).isEqualTo(CELLS);
    }

    @Test
    void what_chinese_excel_saves_as_csv_is_read() {
        assertThat(cells(TEXT.getBytes(Charset.forName("GBK")))).isEqualTo(CELLS);
    }

    @Test
    void what_excel_saves_as_unicode_text_is_read() {
        assertThat(cells(("\ufeff" + TEXT.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(CELLS);
        assertThat(cells(("\ufeff" + TEXT.replace(',', '\t')).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(CELLS);
    }

    @Test
    void semicolons_and_tabs_separate_as_well() {
        assertThat(cells(TEXT.replace(',', ';').getBytes(StandardCharsets.UTF_8))).isEqualTo(CELLS);
        assertThat(cells(TEXT.replace(',', '\t').getBytes(StandardCharsets.UTF_8))).isEqualTo(CELLS);
    }

    @Test
    void rows_keep_the_numbers_that_a_spreadsheet_shows() {
        Sheet sheet = Sheet.read("甲,乙\n\n\"两\n行\",丁\n戊,己\n".getBytes(StandardCharsets.UTF_8));
        assertThat(sheet.rows()).filteredOn(row -> !row.isBlank()).extracting(Sheet.Row::number).containsExactly(1, 3, 4);
    }

    @Test
    void an_xlsx_is_read_with_its_numbers_and_gaps() throws IOException {
        byte[] file = xlsx(sheet -> {
            sheet.value(0, 0, "题目");
            sheet.value(0, 1, "难度");
            sheet.value(2, 0, " 触电了，先做什么？ ");
            sheet.value(2, 1, 3);
            sheet.value(3, 1, true);
        });
        assertThat(Sheet.read(file).rows()).filteredOn(row -> !row.isBlank()).containsExactly(
                new Sheet.Row(1, List.of("题目", "难度")), new Sheet.Row(3, List.of("触电了，先做什么？", "3")),
                new Sheet.Row(4, List.of("", "TRUE")));
    }

    @Test
    void what_is_no_sheet_is_refused_in_words() throws IOException {
        assertThat(refusal(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})).isEqualTo("sheet_old_excel");
        assertThat(refusal(new byte[]{'P', 'K', 3, 4, 9, 9, 9})).isEqualTo("sheet_unreadable");
        assertThat(refusal(zip("nothing.txt", 10))).isEqualTo("sheet_unreadable");
        assertThat(refusal(new byte[]{(byte) 0xFF, 0, 1, 2, (byte) 0x80})).isEqualTo("sheet_unreadable");
        assertThat(refusal("a,b\u0000c".getBytes(StandardCharsets.UTF_8))).isEqualTo("sheet_unreadable");
    }

    @Test
    void a_small_file_that_unpacks_to_a_huge_one_is_refused() throws IOException {
        assertThat(refusal(zip("xl/sharedStrings.xml", 70 << 20))).isEqualTo("sheet_unreadable");
    }

    @Test
    void a_number_of_a_billion_digits_is_not_written_out() throws IOException {
        byte[] file = altered(xlsx(sheet -> sheet.value(0, 0, 7)), "<v>7</v>", "<v>1E999999999</v>");
        assertThat(cells(file)).isEqualTo(List.of(List.of("1E+999999999")));
    }

    @Test
    void a_cell_far_beyond_the_last_column_is_refused() throws IOException {
        byte[] file = altered(xlsx(sheet -> sheet.value(0, 0, 7)), "r=\"A1\"", "r=\"ZZZZZZ1\"");
        assertThat(refusal(file)).isEqualTo("sheet_unreadable");
    }

    @Test
    void a_part_packed_in_a_way_that_no_spreadsheet_uses_is_refused() throws IOException {
        byte[] file = zip("xl/workbook.xml", 10);
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        byte[] zstd = bytes.replace("\u0008\u0008\u0008\0", "\u0008\u0008]\0").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(zstd).isNotEqualTo(file);
        assertThat(refusal(zstd)).isEqualTo("sheet_unreadable");
    }

    @Test
    void more_rows_than_anyone_types_are_refused() {
        assertThat(refusal("a,b\n".repeat(Sheet.MOST_ROWS + 1).getBytes(StandardCharsets.UTF_8))).isEqualTo("sheet_too_long");
    }

    static byte[] xlsx(java.util.function.Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            fill.accept(book.newWorksheet("题库"));
        }
        return file.toByteArray();
    }

    /** The same workbook with other words in its sheet. */
    private static byte[] altered(byte[] file, String words, String others) throws IOException {
        ByteArrayOutputStream altered = new ByteArrayOutputStream();
        try (ZipFile from = ZipFile.builder().setByteArray(file).get(); ZipOutputStream to = new ZipOutputStream(altered)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.write((entry.getName().contains("/sheet") ? part.replace(words, others) : part)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return altered.toByteArray();
    }

    private static byte[] zip(String name, int zeros) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[zeros]);
        }
        return file.toByteArray();
    }

    private static List<List<String>> cells(byte[] file) {
        return Sheet.read(file).rows().stream().map(Sheet.Row::cells).toList();
    }

    private static String refusal(byte[] file) {
        return catchThrowableOfType(Problem.class, () -> Sheet.read(file)).code();
    }
}
