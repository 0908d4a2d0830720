package org.aixin.round;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * An option with the letter and the shape that it has on the wall.
 *
 * @param place from 0
 * @param right whether it is right; false before the reveal
 * @param chosen by how many, null before the reveal
 */
record Letter(int place, String letter, String id, String text, boolean right, @Nullable Integer chosen) {
    /** The class that gives it its colour. */
    public String colour() {
        return Character.toString('a' + place);
    }

    /** The options of the present question; none where none is shown. */
    static List<Letter> of(Scene scene) {
        Scene.Question question = scene.question();
        Scene.Reveal reveal = scene.reveal();
        if (question == null) {
            return List.of();
        }
        return IntStream.range(0, question.options().size()).mapToObj(i -> {
            Scene.Option one = question.options().get(i);
            return new Letter(i, Character.toString('A' + i), one.id(), one.text(),
                    reveal != null && reveal.right().contains(one.id()),
                    reveal == null ? null : reveal.counts().get(one.id()));
        }).toList();
    }
}
