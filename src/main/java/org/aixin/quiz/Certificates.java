package org.aixin.quiz;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;

/** What somebody who passed can hang on the wall. */
@ApplicationScoped
class Certificates {
    private final AttemptRows attempts;
    private final Quiz.Repository quizzes;
    private final Members members;
    private final Units units;
    private final BusinessTime time;

    Certificates(AttemptRows attempts, Quiz.Repository quizzes, Members members, Units units, BusinessTime time) {
        this.attempts = attempts;
        this.quizzes = quizzes;
        this.members = members;
        this.units = units;
        this.time = time;
    }

    /**
     * That somebody passed a quiz.
     *
     * @param id of the attempt, by which the unit finds it again
     * @param own whether it is that of the person who looks at it
     * @param unit that held the quiz
     */
    public record Certificate(String id, boolean own, String name, String quizId, String quiz, LocalDate day, int correct, int of,
            String unit) {
    }

    /**
     * The certificate of one's own attempt, or of one that an organizer of its unit looks at. Refused 404 for everybody else, 409
     * {@code not_passed} where it was not passed.
     */
    @Transactional
    Certificate of(Person person, long id) {
        Attempt attempt = attempts.attempt(id).orElseThrow(Problem::notFound);
        Quiz quiz = Objects.requireNonNull(quizzes.findById(attempt.quiz()));
        Member member = Objects.requireNonNull(members.members(List.of(attempt.member())).get(attempt.member()));
        if (attempt.member() != person.id() && !person.may(quiz.path, Role.ORGANIZER)) {
            throw Problem.notFound();
        }
        Instant answered = attempt.answeredAt();
        if (answered == null || !attempt.isPassed()) {
            throw Problem.conflict("not_passed");
        }
        return new Certificate(Long.toString(id), attempt.member() == person.id(), member.name(), Long.toString(quiz.id),
                quiz.title, time.day(answered), attempt.correct(), quiz.draw,
                units.unit(Unit.idOf(quiz.path)).name());
    }
}
