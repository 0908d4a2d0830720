package org.aixin.quiz;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Words that can only mean right or wrong. */
final class YesNo {
    private static final Set<String> YES = Set.of("正确", "对", "是", "√", "✓", "TRUE", "T", "Y", "YES", "RIGHT");
    private static final Set<String> NO = Set.of("错误", "错", "否", "×", "✗", "X", "FALSE", "F", "N", "NO", "WRONG", "不正确", "不对");

    private YesNo() {
    }

    static boolean isYes(@Nullable String word) {
        return word != null && YES.contains(QuestionSheet.plain(word));
    }

    static boolean isNo(@Nullable String word) {
        return word != null && NO.contains(QuestionSheet.plain(word));
    }

    static boolean isWord(@Nullable String word) {
        return isYes(word) || isNo(word);
    }
}
