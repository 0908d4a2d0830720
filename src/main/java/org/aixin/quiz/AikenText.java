package org.aixin.quiz;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Questions as plain text, the way Aiken writes them: the question, a line for each option, {@code ANSWER: B}. Taken as word processors
 * leave it: full-width letters, odd spaces, blank lines or none, numbers before questions, options side by side, 答案 and 解析 by name,
 * headings such as 二、多选题, answers in the brackets of the question.
 */
final class AikenText {
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u2060\\ufeff]");
    private static final Pattern NARROW = Pattern.compile("[\\u00a0\\u2000-\\u200a\\u202f\\u205f]");
    private static final Pattern WIDE = Pattern.compile("[\\t\\u3000]| {2,}");
    private static final Pattern GAP = Pattern.compile(" {2,}");
    private static final Pattern ANSWER = Pattern.compile(
            "(?:\\[ ?|【 ?)(?:ANSWER|(?:正确|参考|标准)?答案)(?: ?\\]| ?】) ?:? ?(.*)|(?:ANSWER|(?:正确|参考|标准)?答案) ?: ?(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTE = Pattern.compile(
            "[\\[【]?(答案解析|解析|EXPLANATION|来源|出处|SOURCE|主题|分类|TOPIC|难度|DIFFICULTY)[\\]】]? ?[:：] ?(.*)"
                    + "|[\\[【](答案解析|解析|来源|出处|主题|分类|难度)[\\]】] ?(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTION = Pattern.compile("[(（]? ?([A-Ha-hＡ-Ｈａ-ｈ]) {0,2}[.．。、:：)）](.*)");
    /** The next option on the same line: behind more than one space, so that a sentence is not cut. */
    private static final Pattern BESIDE = Pattern.compile("  [(（]?([A-HＡ-Ｈ]) ?[.．、:：)）]");
    private static final Pattern NUMBER = Pattern
            .compile("^(?:[(（][0-9]{1,4}[)）]|第 ?[0-9]{1,4} ?题|[0-9]{1,4} ?[.．、)）])[:：]? *(?=[^0-9])");
    /** What stands above many questions, such as 二、多选题（每题 2 分）. */
    private static final Pattern HEADING = Pattern.compile(
            "(?:(?:第?[一二三四五六七八九十]{1,3}(?:部分)?[、.．:： ]|[(（][一二三四五六七八九十]{1,3}[)）]) *)?"
                    + "(?:单选|多选|单项选择|多项选择|不定项选择|选择|判断|是非)题 *(?:[(（:：].{0,60})?");
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable AikenQuestion question;
    private boolean afterBlank;

    private AikenText() {
    }

    /** Whether this text has an answer on a line of its own or in a question's brackets, and no header of a sheet above all. */
    static boolean isIn(String text) {
        String first = lines(text).map(AikenText::tidy).filter(line -> !line.isEmpty()).findFirst().orElse("");
        boolean sheet = first.matches("(?i).*(题目|题干|TEXT).*") && first.matches("(?i).*(答案|ANSWER).*");
        return !sheet
                && lines(text).map(AikenText::tidy).anyMatch(line -> answer(line) != null || AikenQuestion.isWithVerdict(line))
                || !sheet && lines(text).map(AikenText::tidy).anyMatch(AikenQuestion::isWithLetters)
                        && lines(text).map(AikenText::tidy).anyMatch(line -> OPTION.matcher(line).matches());
    }

    /** The questions in it, also those that cannot be read. */
    static List<Entry> entries(String text) {
        AikenText reader = new AikenText();
        int row = 0;
        for (String line : lines(text).toList()) {
            reader.read(++row, tidy(line));
        }
        reader.close();
        return reader.entries;
    }

    private void read(int row, String line) {
        if (!line.isEmpty()) {
            String answer = answer(line);
            if (answer != null) {
                answered(row, answer);
            } else if (!isNote(line) && !isOption(line)) {
                words(row, line);
            }
        }
        afterBlank = line.isEmpty();
    }

    private void answered(int row, String answer) {
        AikenQuestion now = question;
        (now == null || now.isAnswered() ? begin(row) : now).answer(answer);
    }

    private boolean isNote(String line) {
        Matcher note = NOTE.matcher(GAP.matcher(line).replaceAll(" "));
        if (question == null || !question.hasOptions() && !question.isAnswered() || !note.matches()) {
            return false;
        }
        boolean colon = note.group(1) != null;
        question.note(colon ? note.group(1) : note.group(3), colon ? note.group(2) : note.group(4));
        return true;
    }

    private boolean isOption(String line) {
        Matcher option = OPTION.matcher(line);
        if (question == null || question.isAnswered() || !option.matches()) {
            return false;
        }
        question.option(letter(option.group(1)));
        String rest = option.group(2);
        for (Matcher next = BESIDE.matcher(rest); next.find() && letter(next.group(1)) == question.expected();) {
            question.says(rest.substring(0, next.start()));
            question.option(letter(next.group(1)));
            rest = rest.substring(next.end());
            next.reset(rest);
        }
        question.says(rest);
        return true;
    }

    /** A line that is nothing else: the question goes on, or the next one begins. A heading does not become part of the first one. */
    private void words(int row, String line) {
        if (HEADING.matcher(line).matches()) {
            close();
            return;
        }
        String unnumbered = NUMBER.matcher(line).replaceFirst("");
        boolean numbered = unnumbered.length() < line.length();
        AikenQuestion now = question;
        if (now == null || now.isAnswered() || now.hasOptions() || now.isSettled() || afterBlank
                || numbered && !now.isNumbered()) {
            begin(row).words(unnumbered, numbered);
        } else {
            now.words(line, false);
        }
    }

    private AikenQuestion begin(int row) {
        close();
        AikenQuestion begun = new AikenQuestion(row);
        question = begun;
        return begun;
    }

    private void close() {
        if (question != null) {
            entries.add(question.entry());
            question = null;
        }
    }

    private static @Nullable String answer(String line) {
        Matcher answer = ANSWER.matcher(GAP.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC)).replaceAll(" "));
        if (!answer.matches()) {
            return null;
        }
        return answer.group(1) == null ? answer.group(2) : answer.group(1);
    }

    private static char letter(String option) {
        return Character.toUpperCase(Normalizer.normalize(option, Normalizer.Form.NFKC).charAt(0));
    }

    private static Stream<String> lines(String text) {
        return LINE_END.splitAsStream(text);
    }

    /** The line with spaces of one kind, two of them wherever a gap was left. */
    private static String tidy(String line) {
        return WIDE.matcher(NARROW.matcher(INVISIBLE.matcher(line).replaceAll("")).replaceAll(" ")).replaceAll("  ").strip();
    }
}
