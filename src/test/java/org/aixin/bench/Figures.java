package org.aixin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What a bench saw, under {@code target/bench}: JSON for programs, Markdown for people. */
final class Figures {
    private static final Path FOLDER = Path.of("target/bench");
    private final String subject;
    private final String how;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** @param how it was measured, in a sentence or two */
    Figures(String subject, String how) {
        this.subject = subject;
        this.how = how;
    }

    /** A figure for which nothing is asked. */
    void saw(String what, double figure, String unit) {
        row(what, figure, unit, "", "");
    }

    /** A figure that is to be at most so much. */
    void atMost(String what, double figure, String unit, double most) {
        row(what, figure, unit, "at most " + plain(most), figure <= most ? "met" : "missed");
    }

    /** A figure that is to be at least so much. */
    void atLeast(String what, double figure, String unit, double least) {
        row(what, figure, unit, "at least " + plain(least), figure >= least ? "met" : "missed");
    }

    private void row(String what, double figure, String unit, String asked, String said) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("figure", Double.valueOf(plain(figure)));
        row.put("unit", unit);
        row.put("asked", asked);
        row.put("said", said);
        rows.add(row);
    }

    void write() throws IOException {
        Files.createDirectories(FOLDER);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("subject", subject);
        all.put("how", how);
        all.put("figures", rows);
        Files.writeString(FOLDER.resolve(subject + ".json"),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        StringBuilder page = new StringBuilder(
                "# %s%n%n%s%n%n| what | figure | asked | |%n|---|---|---|---|%n".formatted(subject, how));
        rows.forEach(
                row -> page.append("| %s | %s %s | %s | %s |%n".formatted(row.get("what"), row.get("figure"), row.get("unit"),
                        row.get("asked"), row.get("said"))));
        Files.writeString(FOLDER.resolve(subject + ".md"), page);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String plain(double figure) {
        return Math.abs(figure) >= 100 ? Long.toString(Math.round(figure)) : Double.toString(Math.round(figure * 1000) / 1000.0);
    }
}
