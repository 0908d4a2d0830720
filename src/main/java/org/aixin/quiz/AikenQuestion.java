package org.aixin.quiz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** A question of a plain text, put together line by line. */
final class AikenQuestion {
    /** Letters, or right and wrong, in brackets where the answer goes. */
    private static final Pattern LETTERS = Pattern.compile("[(（] *([A-HＡ-Ｈ](?:[、,， ]*[A-HＡ-Ｈ]){0,7}) *[)）]"),
            VERDICT = Pattern.compile("[(（] *(√|✓|×|✗|对|错|正确|错误) *[)）][。.]?$");
    private final int row;
    private final StringBuilder text = new StringBuilder();
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> notes = new HashMap<>();
    private @Nullable String answer;
    private @Nullable Character missing;
    private boolean numbered;

    /** One that begins on this line. */
    AikenQuestion(int row) {
        this.row = row;
    }

    void words(String line, boolean afterNumber) {
        numbered |= afterNumber;
        text.append(text.isEmpty() ? "" : " ").append(line);
    }

    /** An option with this letter follows. */
    void option(char letter) {
        if (missing == null && letter != expected()) {
            missing = expected();
        }
        options.add("");
    }

    /** The letter that the next option should have. */
    char expected() {
        return (char) ('A' + options.size());
    }

    /** What the last option says. */
    void says(String words) {
        options.set(options.size() - 1, words.strip());
    }

    void answer(String letters) {
        answer = letters.strip();
    }

    void note(String name, String words) {
        String what = switch (name.toUpperCase(Locale.ROOT)) {
            case "来源", "出处", "SOURCE" -> "source";
            case "主题", "分类", "TOPIC" -> "topic";
            case "难度", "DIFFICULTY" -> "difficulty";
            default -> "explanation";
        };
        notes.put(what, words);
    }

    /** Whether a number stood before it. */
    boolean isNumbered() {
        return numbered;
    }

    /** Whether a line says at its end, in brackets, if it is right. */
    static boolean isWithVerdict(String line) {
        return VERDICT.matcher(line).find();
    }

    /** Whether letters stand in brackets in a line. */
    static boolean isWithLetters(String line) {
        return LETTERS.matcher(line).find();
    }

    /** Whether nothing can follow: it says if it is right. */
    boolean isSettled() {
        return options.isEmpty() && isWithVerdict(text.toString());
    }

    boolean isAnswered() {
        return answer != null;
    }

    boolean hasOptions() {
        return !options.isEmpty();
    }

    Entry entry() {
        return new Entry(row, this::question);
    }

    /** Takes the answer from the brackets of the question where it stands nowhere else. */
    private void answerInBrackets() {
        Matcher brackets = (options.isEmpty() ? VERDICT : LETTERS).matcher(text);
        if (answer == null && brackets.find()) {
            answer = brackets.group(1);
            text.replace(brackets.start(1), brackets.end(1), " ");
        }
    }

    private Draft question() {
        answerInBrackets();
        if (missing != null) {
            throw Problem.invalid("row_option_gap", "options", missing.toString());
        }
        if (options.isEmpty() && !YesNo.isWord(answer)) {
            throw Problem.invalid(text.isEmpty() ? "question_text_required" : "row_options_missing", "options");
        }
        boolean trueFalse = options.isEmpty() || options.size() == 2 && options.stream().allMatch(YesNo::isWord);
        List<String> texts = options.isEmpty() ? List.of("正确", "错误") : options;
        String right = QuestionSheet.letters(answer == null ? "" : answer, trueFalse ? Kind.TRUE_FALSE : Kind.MULTIPLE, texts);
        List<Draft.Option> choices = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            choices.add(new Draft.Option(texts.get(i), right.indexOf('A' + i) >= 0));
        }
        return Draft.of(text.toString(), Kind.of(choices), choices, notes.get("explanation"), notes.get("source"),
                notes.get("topic"), QuestionSheet.difficulty(notes.getOrDefault("difficulty", "").strip()));
    }
}
