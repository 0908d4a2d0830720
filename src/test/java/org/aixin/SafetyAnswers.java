package org.aixin;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What somebody knows who has learnt all the shipped questions. */
public final class SafetyAnswers {
    private final Map<String, List<String>> right = new HashMap<>();

    public SafetyAnswers() {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/bank/safety-questions.csv")), StandardCharsets.UTF_8)) {
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build().parse(file)
                    .forEach(row -> right.put(row.get("题目"), options(row)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> options(CSVRecord row) {
        return row.get("答案").chars().mapToObj(letter -> row.get("选项" + (char) letter)).toList();
    }

    /** The options that are right for this question. */
    public List<String> to(String question) {
        return Objects.requireNonNull(right.get(question), question);
    }
}
