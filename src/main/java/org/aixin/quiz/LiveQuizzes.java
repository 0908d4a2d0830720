package org.aixin.quiz;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;

/** What live rounds play: quizzes that an organizer leads, and the questions drawn for them. */
@ApplicationScoped
public class LiveQuizzes {
    private final Quizzes quizzes;
    private final Question.Repository questions;
    private final BusinessTime time;

    LiveQuizzes(Quizzes quizzes, Question.Repository questions, BusinessTime time) {
        this.quizzes = quizzes;
        this.questions = questions;
        this.time = time;
    }

    /**
     * A quiz for a round.
     *
     * @param path of the unit whose residents may take part
     * @param seconds for each question
     * @param questions ids of those drawn for this time, in their order
     */
    public record Drawn(long id, String title, String path, int seconds, List<Long> questions) {
    }

    /** Draws questions for a round; refused 409 {@code quiz_not_live} where everybody answers for themselves, and where it is not its time. */
    @Transactional
    public Drawn draw(Person organizer, long id) {
        Quiz quiz = quizzes.ofOrganizer(organizer, id);
        if (quiz.mode != Quiz.Mode.LIVE) {
            throw Problem.conflict("quiz_not_live");
        }
        quiz.mustBeOpenAt(time.now());
        return new Drawn(quiz.id, quiz.title, quiz.path, quiz.secondsPerQuestion, quizzes.drawn(quiz));
    }

    /** These questions by id. */
    @Transactional
    public Map<Long, LiveQuestion> questions(Collection<Long> ids) {
        return questions.list("id in ?1", ids).stream().map(LiveQuestion::of)
                .collect(Collectors.toMap(LiveQuestion::id, Function.identity()));
    }
}
