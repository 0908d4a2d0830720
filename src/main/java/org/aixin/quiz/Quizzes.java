package org.aixin.quiz;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** The quizzes: made, opened and closed by organizers, found by residents. */
@ApplicationScoped
public class Quizzes {
    static final int MOST_DRAWN = 100;
    private static final int MOST_PARTS = 20;
    private static final Duration SHOWN_AFTER = Duration.ofDays(7), FARTHEST = Duration.ofDays(3660);
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Quiz.Repository quizzes;
    private final Question.Repository questions;
    private final QuestionBanks banks;
    private final Units units;
    private final BusinessTime time;

    Quizzes(Quiz.Repository quizzes, Question.Repository questions, QuestionBanks banks, Units units, BusinessTime time) {
        this.quizzes = quizzes;
        this.questions = questions;
        this.banks = banks;
        this.units = units;
        this.time = time;
    }

    /** Makes a quiz at the organizer's unit, open at once, and answers its id; refused 422 with the first thing that is wrong. */
    public long create(Person organizer, NewQuiz asked) {
        Quiz quiz = new Quiz();
        quiz.id = Ids.next();
        quiz.title = title(asked.title());
        quiz.mode = mode(asked.mode());
        quiz.secondsPerQuestion = within(required(asked.secondsPerQuestion(), "secondsPerQuestion"), "secondsPerQuestion",
                5, 600);
        quiz.triesPerDay = tries(asked.triesPerDay());
        quiz.topic = Wording.optional(asked.topic(), "topic", 20);
        quiz.parts = parts(asked, quiz.topic);
        quiz.draw = within(draw(asked.draw(), quiz.parts), "draw", 1, MOST_DRAWN);
        quiz.pass = pass(quiz, asked.pass());
        setWindow(quiz, asked.opensAt(), asked.closesAt());
        quiz.path = Reach.place(organizer, units, asked.unit());
        quiz.opened = true;
        quiz.createdAt = time.now();
        return Transactions.run(() -> {
            quiz.bank = bank(organizer, asked.bank()).id;
            mustHaveEnough(quiz);
            quizzes.persist(quiz);
            return quiz.id;
        });
    }

    /**
     * Says anew what can change while it is open: attempts that were begun keep their time and their pass line, and the tries of today
     * count. Refused 422 as {@link #create}.
     */
    Quiz change(Person organizer, long id, QuizChange asked) {
        String title = title(asked.title());
        Integer tries = tries(asked.triesPerDay());
        return Transactions.joined(() -> {
            Quiz quiz = ofOrganizer(organizer, id);
            quiz.title = title;
            quiz.triesPerDay = tries;
            quiz.pass = pass(quiz, asked.pass());
            if (!Objects.equals(quiz.opensAt, asked.opensAt()) || !Objects.equals(quiz.closesAt, asked.closesAt())) {
                setWindow(quiz, asked.opensAt(), asked.closesAt());
            }
            return quiz;
        });
    }

    private static String title(@Nullable String title) {
        return Wording.required(title, "quiz_title", 60);
    }

    private static @Nullable Integer tries(@Nullable Integer tries) {
        return tries == null ? null : within(tries, "triesPerDay", 1, 100);
    }

    private static @Nullable Integer pass(Quiz quiz, @Nullable Integer pass) {
        return pass == null ? null : within(pass, "pass", 1, quiz.draw);
    }

    /** Opens or closes a quiz; who answers at this moment may still finish. */
    Quiz open(Person organizer, long id, boolean opened) {
        return Transactions.joined(() -> {
            Quiz quiz = ofOrganizer(organizer, id);
            quiz.opened = opened;
            return quiz;
        });
    }

    /** A quiz of the organizer's units. */
    @Transactional
    Quiz ofOrganizer(Person organizer, long id) {
        Quiz quiz = quizzes.findByIdOptional(id).orElseThrow(Problem::notFound);
        organizer.mustReach(quiz.path, Role.ORGANIZER);
        return quiz;
    }

    /** A quiz that this person may see: an organizer theirs, everybody those of their own unit and above. */
    @Transactional
    Quiz seenBy(Person person, long id) {
        Quiz quiz = quizzes.findByIdOptional(id).orElseThrow(Problem::notFound);
        if (!person.path().startsWith(quiz.path) && !person.may(quiz.path, Role.ORGANIZER)) {
            throw Problem.notFound();
        }
        return quiz;
    }

    /** A quiz in which this person may take part now; refused 409 {@code quiz_not_yet_open} or {@code quiz_closed}. */
    Quiz openTo(Person person, long id) {
        Quiz quiz = quizzes.findByIdOptional(id).filter(one -> person.path().startsWith(one.path))
                .filter(one -> one.mode == Quiz.Mode.SELF).orElseThrow(Problem::notFound);
        quiz.mustBeOpenAt(time.now());
        return quiz;
    }

    /** What is open to this person, will be, or was until some days ago, newest first. */
    @Transactional
    Page<Quiz> openFor(Person person, @Nullable String cursor, int limit) {
        return Page.of(quizzes.openFor(person.path(), time.now().minus(SHOWN_AFTER), Page.before(cursor), limit + 1), limit,
                quiz -> Long.toString(quiz.id));
    }

    /** The quizzes of the organizer's units, open or not, newest first. */
    @Transactional
    Page<Quiz> list(Person organizer, @Nullable String cursor, int limit) {
        return Page.of(quizzes.within(Reach.of(organizer), Page.before(cursor), limit + 1), limit,
                quiz -> Long.toString(quiz.id));
    }

    private static Quiz.Mode mode(@Nullable String mode) {
        return mode == null
                ? Quiz.Mode.SELF
                : Arrays.stream(Quiz.Mode.values()).filter(one -> one.name().equals(mode)).findFirst()
                        .orElseThrow(() -> Problem.invalid("mode_unknown", "mode"));
    }

    private QuestionBank bank(Person organizer, @Nullable String id) {
        long known = Ids.of(id).orElseThrow(() -> Problem.invalid("bank_unknown", "bank"));
        try {
            return banks.bank(organizer, known);
        } catch (Problem refused) {
            throw refused.status() == 404 ? Problem.invalid("bank_unknown", "bank") : refused;
        }
    }

    /** As many of its questions as the quiz draws, part by part; refused 409 {@code quiz_short_of_questions} where too few are left. */
    List<Long> drawn(Quiz quiz) {
        List<List<Long>> drawn = Drawing.of(quiz.drawnParts(), questions.candidates(quiz.bank), RANDOM);
        if (drawn.stream().mapToInt(List::size).sum() < quiz.draw) {
            throw Problem.conflict("quiz_short_of_questions");
        }
        return drawn.stream().flatMap(List::stream).toList();
    }

    private void mustHaveEnough(Quiz quiz) {
        List<Part> parts = quiz.drawnParts();
        List<Drawing.Candidate> candidates = questions.candidates(quiz.bank);
        List<List<Long>> drawn = Drawing.of(parts, candidates, RANDOM);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (drawn.get(i).size() < part.questions()) {
                throw quiz.parts.isEmpty()
                        ? Problem.invalid("draw_beyond_bank", "draw", candidates.stream().filter(part::takes).count())
                        : Problem.invalid("part_beyond_bank", "parts", i + 1, part.questions(), drawn.get(i).size());
            }
        }
    }

    private static List<Part> parts(NewQuiz asked, @Nullable String topic) {
        List<Part> parts = new ArrayList<>();
        if (asked.parts() != null) {
            within(asked.parts().size(), "parts", 0, MOST_PARTS);
            for (NewPart part : asked.parts()) {
                if (part == null) {
                    throw Problem.invalid("quiz_number_required", "parts");
                }
                parts.add(part.part(topic));
            }
        }
        return parts;
    }

    private static int draw(@Nullable Integer asked, List<Part> parts) {
        int sum = parts.stream().mapToInt(Part::questions).sum();
        if (!parts.isEmpty() && asked != null && asked != sum) {
            throw Problem.invalid("parts_sum", "draw", asked, sum);
        }
        return parts.isEmpty() ? required(asked, "draw") : sum;
    }

    private void setWindow(Quiz quiz, @Nullable Instant opens, @Nullable Instant closes) {
        for (Instant at : Stream.of(Optional.ofNullable(opens), Optional.ofNullable(closes)).flatMap(Optional::stream).toList()) {
            if (Duration.between(time.now(), at).abs().compareTo(FARTHEST) > 0) {
                throw Problem.invalid("window_too_far", "opensAt");
            }
        }
        if (closes != null && (!closes.isAfter(time.now()) || opens != null && !closes.isAfter(opens))) {
            throw Problem.invalid("window_refused", "closesAt");
        }
        quiz.opensAt = opens == null ? null : opens.truncatedTo(ChronoUnit.MICROS);
        quiz.closesAt = closes == null ? null : closes.truncatedTo(ChronoUnit.MICROS);
    }

    static int required(@Nullable Integer number, String field) {
        if (number == null) {
            throw Problem.invalid("quiz_number_required", field);
        }
        return number;
    }

    static int within(int number, String field, int least, int most) {
        if (number < least || number > most) {
            throw Problem.invalid("quiz_number_out_of_range", field, least, most);
        }
        return number;
    }
}
