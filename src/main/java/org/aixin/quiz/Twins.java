package org.aixin.quiz;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.aixin.kernel.Problem;

/** The questions that a bank has, so that none enters it twice; spaces, punctuation, width and case make no other question. */
final class Twins {
    /** By what counts: the refusal for a twin. */
    private final Map<String, Problem> known = new HashMap<>();

    /** Those of a bank, in their order. */
    Twins(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            known.putIfAbsent(key(texts.get(i)), Problem.conflict("question_known", Integer.toString(i + 1)));
        }
    }

    /** Takes a question in; refused 409 {@code question_known} where the bank has it already. */
    Draft fresh(Draft draft) {
        return fresh(draft, Problem.conflict("question_known", Integer.toString(known.size() + 1)));
    }

    /** Takes the question of this row in; one that comes after it again is refused 409 {@code row_known}. */
    Draft fresh(Draft draft, int row) {
        return fresh(draft, Problem.conflict("row_known", Integer.toString(row)));
    }

    private Draft fresh(Draft draft, Problem forTwins) {
        Problem refused = known.putIfAbsent(key(draft.text()), forTwins);
        if (refused != null) {
            throw refused;
        }
        return draft;
    }

    /** What counts of a text: letters, figures and signs; a point between two figures (1.5) is part of a number. */
    static String key(String text) {
        int[] plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().toArray();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < plain.length; i++) {
            if (counts(plain[i])
                    || i > 0 && i + 1 < plain.length && Character.isDigit(plain[i - 1]) && Character.isDigit(plain[i + 1])) {
                key.appendCodePoint(plain[i]);
            }
        }
        return key.isEmpty() ? text : key.toString();
    }

    private static boolean counts(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION,
                    Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
                    Character.FORMAT ->
                false;
            default -> true;
        };
    }
}
