package org.aixin.quiz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What the quiz pages show. */
final class Shown {
    private static final String LETTERS = "ABCDEF";

    private Shown() {
    }

    /**
     * A quiz as a resident sees it.
     *
     * @param triesLeft today; null where there is no limit
     * @param running id of the attempt that still runs
     */
    public record Card(long id, String title, int draw, String time, @Nullable Integer pass, Quiz.Phase phase,
            @Nullable Instant opensAt, @Nullable Instant closesAt, @Nullable Integer triesLeft, @Nullable Long running) {
        /** Whether it will open. */
        public boolean isSoon() {
            return phase == Quiz.Phase.SOON;
        }

        /** Whether it can be taken. */
        public boolean isOpen() {
            return phase == Quiz.Phase.OPEN;
        }

        /** Whether an attempt may be begun now. */
        public boolean isStartable() {
            return isOpen() && (triesLeft == null || triesLeft > 0);
        }
    }

    /** A question to be answered. */
    public record Item(long id, int number, String text, Kind kind, @Nullable String picture, List<Choice> choices) {
        static List<Item> of(Paper paper) {
            List<Item> items = new ArrayList<>();
            for (Question one : paper.questions()) {
                items.add(new Item(one.id, items.size() + 1, one.text, one.kind, QuestionPictures.address(one.picture),
                        Choice.of(paper.options(one))));
            }
            return items;
        }

        /** Whether several options may be chosen. */
        public boolean isMultiple() {
            return kind == Kind.MULTIPLE;
        }
    }

    /** An option with its letter, colour and shape. */
    public record Choice(long id, int place, String text) {
        static List<Choice> of(List<QuestionOption> options) {
            List<Choice> choices = new ArrayList<>();
            options.forEach(option -> choices.add(new Choice(option.id, choices.size(), option.text)));
            return choices;
        }

        /** A to F. */
        public String letter() {
            return LETTERS.substring(place, place + 1);
        }
    }

    /** A question that was answered. */
    public record Review(int number, String text, boolean correct, List<String> chosen, List<String> right,
            @Nullable String explanation, @Nullable String source, @Nullable String picture) {
        static List<Review> of(Paper paper) {
            List<Review> reviews = new ArrayList<>();
            for (Asked.Marked marked : paper.marked()) {
                Question one = paper.questions().get(reviews.size());
                reviews.add(new Review(reviews.size() + 1, one.text, marked.correct(), texts(paper, one, marked.chosen()),
                        texts(paper, one, one.right()), one.explanation, one.source,
                        QuestionPictures.address(one.picture)));
            }
            return reviews;
        }

        private static List<String> texts(Paper paper, Question question, Set<Long> ids) {
            return paper.options(question).stream().filter(option -> ids.contains(option.id)).map(option -> option.text).toList();
        }
    }
}
