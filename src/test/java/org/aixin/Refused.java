package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** What every refusal owes whoever is refused. */
final class Refused {
    /** Any of our sentences, whatever stands in its gaps. */
    private static final Pattern SENTENCE = Pattern.compile(sentences());

    private Refused() {
    }

    static Wire.Answer document(Wire request, Object what) {
        Wire.Answer answer = request.send();
        document(answer, what);
        return answer;
    }

    static void documentOrPage(Wire request, Object what) {
        documentOrPage(request.send(), what);
    }

    /** Where nonsense may be overlooked: done, or refused as everything else is. */
    static Wire.Answer unlessDone(Wire request, Object what) {
        Wire.Answer answer = request.send();
        if (answer.status() >= 400) {
            documentOrPage(answer, what);
        }
        return answer;
    }

    /** A problem document with a status of the 4xx, a stable code and a sentence. */
    static void document(Wire.Answer answer, Object what) {
        String asked = said(answer, what);
        assertThat(answer.status()).as(asked).isBetween(400, 499);
        assertThat(answer.type()).as(asked).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).as(asked).isEqualTo(answer.status());
        assertThat(problem.path("code").asText()).as(asked).matches("[a-z]+(_[a-z]+)*");
        assertThat(problem.path("title").asText()).as(asked).containsPattern("\\p{IsHan}");
        assertThat(problem.path("detail").asText()).as(asked).containsPattern("\\p{IsHan}").hasSizeLessThan(400);
        secretive(problem.path("detail").asText(), asked);
    }

    /** Either a document, or a page that is shown again with what is wrong in it. */
    static void documentOrPage(Wire.Answer answer, Object what) {
        if (answer.type().startsWith("text/html")) {
            page(answer, what);
        } else {
            document(answer, what);
        }
    }

    /** A page that says one of our sentences and nothing of what is inside. The desk's are no failures: they are what it shows. */
    static void page(Wire.Answer answer, Object what) {
        String asked = said(answer, what);
        boolean desk = what.toString().contains("/desk/");
        assertThat(answer.status()).as(asked).isBetween(desk ? 200 : 400, 499);
        assertThat(answer.type()).as(asked).startsWith("text/html");
        assertThat(answer.body()).as(asked).containsPattern(SENTENCE);
        secretive(answer.body(), asked);
    }

    private static void secretive(String text, String asked) {
        assertThat(text).as(asked).doesNotContain("Exception", "\tat ", "org.aixin", "SQL syntax", "java.");
    }

    private static String said(Wire.Answer answer, Object what) {
        String said = what + " -> " + answer.status() + " " + answer.type() + " " + answer.body();
        return said.substring(0, Math.min(1500, said.length()));
    }

    private static String sentences() {
        ResourceBundle bundle = ResourceBundle.getBundle("problems", Locale.ROOT);
        List<String> own = bundle.keySet().stream().filter(key -> !key.endsWith(".title") && !key.startsWith("status.")
                && !key.equals("internal_error"))
                .map(bundle::getString).toList();
        String any = own.stream()
                .map(text -> Pattern.compile("\\{[^}]*}").splitAsStream(text.replace("''", "'"))
                        .dropWhile(String::isEmpty).map(Pattern::quote).collect(Collectors.joining("[^<]{0,60}")))
                .collect(Collectors.joining("|"));
        return "(?=[^\\x00-\\x7f])(?:" + any + ")"; // all begin in Chinese: looked for there alone, which is quick
    }
}
