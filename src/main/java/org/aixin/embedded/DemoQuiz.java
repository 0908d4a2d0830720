package org.aixin.embedded;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Grant;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.quiz.NewQuiz;
import org.aixin.quiz.Quizzes;

/** The shipped safety questions and two open quizzes. */
@ApplicationScoped
class DemoQuiz {
    private final Members members;
    private final SafetyQuestions questions;
    private final Quizzes quizzes;

    DemoQuiz(Members members, SafetyQuestions questions, Quizzes quizzes) {
        this.members = members;
        this.questions = questions;
        this.quizzes = quizzes;
    }

    void load() {
        Person organizer = organizer();
        String id = Long.toString(questions.load(organizer));
        quizzes.create(organizer, NewQuiz.of("全家安全大闯关", id, null, 10, 60, "SELF", 2, 6));
        quizzes.create(organizer, NewQuiz.of("安全用电竞答", id, "用电安全", 5, 60, "SELF", 3, null));
    }

    /** Whoever runs the village's quizzes: its compounds, where 王阿姨 lives, stand one step below it. */
    private Person organizer() {
        String compound = members.byPhone("13800000001").orElseThrow().path();
        String village = compound.substring(0, compound.lastIndexOf('/', compound.length() - 2) + 1);
        return new Person(0, "organizer", village, null, List.of(new Grant(Role.ORGANIZER, village)));
    }
}
