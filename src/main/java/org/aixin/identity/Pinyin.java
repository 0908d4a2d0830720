package org.aixin.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * A name in Latin letters, for searching without a Chinese keyboard.
 *
 * @param full all of it, such as {@code wangxiuying}
 * @param initials first letters, such as {@code wxy}
 */
record Pinyin(String full, String initials) {
    private static final int LONGEST = 255, MOST_INITIALS = 40;
    /** Family names that are not said as the character usually is. */
    private static final Map<Integer, String> FAMILY_NAMES = Map.ofEntries(name('单', "shan"), name('曾', "zeng"),
            name('解', "xie"), name('仇', "qiu"), name('查', "zha"), name('区', "ou"), name('任', "ren"), name('朴', "piao"),
            name('盖', "ge"), name('覃', "qin"), name('尉', "yu"), name('种', "chong"), name('翟', "zhai"), name('乐', "yue"),
            name('缪', "miao"), name('宓', "mi"), name('重', "chong"), name('长', "zhang"));

    static Pinyin of(String name) {
        int[] letters = name.codePoints().toArray();
        String[] said = new String[letters.length];
        for (int i = 0; i < letters.length; i++) {
            String family = i == 0 && letters.length > 1 ? FAMILY_NAMES.get(letters[0]) : null;
            said[i] = family == null ? said(letters[i]) : family;
        }
        String full = String.join("", said);
        String initials = Arrays.stream(said).filter(s -> !s.isEmpty()).map(s -> s.substring(0, 1))
                .collect(Collectors.joining());
        return new Pinyin(cut(full, LONGEST), cut(initials, MOST_INITIALS));
    }

    private static String said(int letter) {
        if (letter < 128) {
            return Character.isLetterOrDigit(letter) ? Character.toString(Character.toLowerCase(letter)) : "";
        }
        String[] readings = Character.isBmpCodePoint(letter) ? PinyinHelper.toHanyuPinyinStringArray((char) letter) : null;
        return readings == null || readings[0].startsWith("none") ? "" : readings[0].replaceAll("[0-9]", "").replace("u:", "v");
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }

    private static Map.Entry<Integer, String> name(char character, String said) {
        return Map.entry((int) character, said);
    }
}
