package org.aixin.quiz;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** What residents do with a quiz: begin, answer once, see what was right. */
@ApplicationScoped
class Attempts {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRIES = 5;
    private final AttemptRows rows;
    private final Quizzes quizzes;
    private final Question.Repository questions;
    private final Earnings earnings;
    private final BusinessTime time;

    Attempts(AttemptRows rows, Quizzes quizzes, Question.Repository questions, Earnings earnings, BusinessTime time) {
        this.rows = rows;
        this.quizzes = quizzes;
        this.questions = questions;
        this.earnings = earnings;
        this.time = time;
    }

    /**
     * Begins an attempt, or gives the one again that still runs. Refused 409 {@code quiz_closed}, 409 {@code no_tries_left} where
     * the tries of the day are used up.
     */
    Paper start(Person person, long quiz) {
        for (int tried = 1;; tried++) {
            try {
                return Transactions.run(() -> begun(person, quiz));
            } catch (Problem refused) {
                if (!refused.code().equals("busy") || tried == TRIES) {
                    throw refused;
                }
            }
        }
    }

    /** An attempt of this person; refused 404 where it is another's. */
    @Transactional
    Paper paper(Person person, long attempt) {
        return paper(person, attempt(person, attempt));
    }

    /**
     * Marks the answers and credits the points, once. The same answers again get what the first got; others are refused 409
     * {@code already_answered}, and 409 {@code too_late} after the deadline.
     */
    Paper answer(Person person, long id, Map<Long, Set<Long>> answers) {
        return Transactions.run(() -> {
            Attempt attempt = attempt(person, id);
            Instant now = time.now();
            if (!attempt.isAnswered() && attempt.isOverAt(now)) {
                throw Problem.conflict("too_late");
            }
            List<Asked.Marked> marked = Asked.mark(asked(id), answers);
            if (rows.answer(id, now, marked)) {
                rows.credited(id, earnings.credit(attempt, right(marked)));
            } else if (!rows.marked(id).equals(marked)) {
                throw Problem.conflict("already_answered");
            }
            return paper(person, attempt(person, id));
        });
    }

    /** How often this person may still begin today; nothing where there is no limit. */
    @Transactional
    Optional<Integer> triesLeft(Person person, Quiz quiz) {
        return Optional.ofNullable(quiz.triesPerDay)
                .map(tries -> Math.max(0, tries - rows.tries(quiz.id, person.id(), time.today())));
    }

    /** The attempt of this person that still runs, if there is one. */
    @Transactional
    Optional<Attempt> running(Person person, Quiz quiz) {
        return rows.running(quiz.id, person.id()).filter(attempt -> !attempt.isOverAt(time.now()));
    }

    /** All attempts at a quiz of the organizer's units, newest first. */
    @Transactional
    Page<Attempt> results(Person organizer, long quiz, @Nullable String cursor, int limit) {
        quizzes.ofOrganizer(organizer, quiz);
        return Page.of(rows.of(quiz, Page.before(cursor), limit + 1), limit, attempt -> Long.toString(attempt.id()));
    }

    /** How many people have taken part in each of these quizzes; none where nobody has. */
    Map<Long, Long> takers(List<Long> quizzes) {
        return rows.takers(quizzes);
    }

    private Paper begun(Person person, long id) {
        Quiz quiz = quizzes.openTo(person, id);
        Instant now = time.now();
        Optional<Attempt> running = rows.running(id, person.id());
        if (running.isPresent() && !running.get().isOverAt(now)) {
            return paper(person, running.get());
        }
        running.ifPresent(over -> rows.lapse(over.id()));
        int tries = rows.tries(id, person.id(), time.day(now));
        if (quiz.triesPerDay != null && tries >= quiz.triesPerDay) {
            throw Problem.conflict("no_tries_left", quiz.triesPerDay).with("triesPerDay", quiz.triesPerDay);
        }
        Attempt attempt = new Attempt(Ids.next(), id, person.id(), RANDOM.nextLong(), now, now.plus(quiz.time()), null, 0, 0,
                quiz.pass);
        rows.begin(attempt, time.day(now), tries + 1, quizzes.drawn(quiz), Problem.of(503, "busy").with("retryAfter", 1));
        return paper(person, attempt);
    }

    private Attempt attempt(Person person, long id) {
        return rows.ofMember(id, person.id()).orElseThrow(Problem::notFound);
    }

    private Paper paper(Person person, Attempt attempt) {
        return new Paper(quizzes.seenBy(person, attempt.quiz()), attempt, questionsOf(attempt.id()), rows.marked(attempt.id()));
    }

    private List<Question> questionsOf(long attempt) {
        List<Long> ids = rows.questions(attempt);
        Map<Long, Question> byId = questions.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(question -> question.id, Function.identity()));
        return ids.stream().map(byId::get).toList();
    }

    private List<Asked> asked(long attempt) {
        return questionsOf(attempt).stream().map(one -> new Asked(one.id, one.optionIds(), one.right())).toList();
    }

    private static int right(List<Asked.Marked> marked) {
        return (int) marked.stream().filter(Asked.Marked::correct).count();
    }
}
