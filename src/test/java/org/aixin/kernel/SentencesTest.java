package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Pattern THROWN = Pattern
            .compile("Problem\\s*\\.(?:of\\(\\s*\\d+,|conflict\\(|invalid\\(|forbidden\\()\\s*\"([a-z_]+)\"");

    @Test
    void every_refusal_in_the_product_has_a_sentence_in_both_languages() throws IOException {
        Set<String> codes = thrown();
        assertThat(codes).contains("busy", "idempotency_key_required");
        assertThat(bundle("problems.properties")).containsAll(codes);
        assertThat(bundle("problems_en.properties")).containsAll(codes);
    }

    @Test
    void both_languages_know_the_same_sentences() throws IOException {
        assertThat(bundle("problems_en.properties")).isEqualTo(bundle("problems.properties"));
    }

    @Test
    void a_document_speaks_chinese_unless_english_was_asked_for() {
        Problem problem = Problem.invalid("limit_out_of_range", "limit", 100);
        assertThat(Sentences.document(problem, Locale.CHINESE)).containsEntry("detail", "每页条数应为 1 到 100。")
                .containsEntry("code", "limit_out_of_range").containsEntry("status", 422).containsEntry("field", "limit");
        assertThat(Sentences.detail(problem, Locale.ENGLISH)).isEqualTo("A page has 1 to 100 items.");
    }

    @Test
    void a_sentence_that_was_forgotten_still_says_something() {
        assertThat(Sentences.detail(Problem.of(409, "nobody_wrote_this"), Locale.CHINESE)).isEqualTo("没有办成，请再试一次。");
    }

    private static Set<String> thrown() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher code = THROWN.matcher(Files.readString(file));
                while (code.find()) {
                    codes.add(code.group(1));
                }
            }
        }
        return codes;
    }

    private static Set<String> bundle(String name) throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", name))) {
            sentences.load(reader);
        }
        List<String> keys = List.copyOf(sentences.stringPropertyNames());
        return new TreeSet<>(keys);
    }
}
