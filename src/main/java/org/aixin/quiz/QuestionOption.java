package org.aixin.quiz;

import java.util.Comparator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** One of the things to choose from. */
@Entity
class QuestionOption {
    /** Yes before no, whichever was written first or is right; where neither is written by the ids, which were dealt out at random. */
    static final Comparator<QuestionOption> YES_FIRST = Comparator.comparing((QuestionOption option) -> !YesNo.isYes(option.text))
            .thenComparing(option -> option.id);
    @Id
    long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "question")
    Question question;
    @Column
    int position;
    @Column
    String text;
    @Column
    boolean correct;

    QuestionOption() {
    }

    QuestionOption(long id, Question question, int position, Draft.Option option) {
        this.id = id;
        this.question = question;
        this.position = position;
        this.text = String.valueOf(option.text());
        this.correct = option.correct();
    }
}
