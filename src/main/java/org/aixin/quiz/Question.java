package org.aixin.quiz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import org.aixin.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A question in a bank. It is never changed, so that what was asked stays what was asked. */
@Entity
class Question {
    @Id
    long id;
    @Column
    long bank;
    @Column
    @Enumerated(EnumType.STRING)
    Kind kind;
    @Column
    String text;
    @Column
    @Nullable
    String explanation;
    @Column
    @Nullable
    String source;
    @Column
    @Nullable
    String topic;
    @Column
    int difficulty;
    @Column
    Instant createdAt;
    @OneToMany(mappedBy = "question", cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
    @OrderBy("position")
    @BatchSize(size = 100)
    List<QuestionOption> options = new ArrayList<>();

    /** A draft as a new question of a bank. The options' ids are dealt out in random order: they must not tell which came first. */
    static Question of(Draft draft, long bank, Instant now) {
        Question question = new Question();
        question.id = Ids.next();
        question.bank = bank;
        question.kind = draft.kind();
        question.text = draft.text();
        question.explanation = draft.explanation();
        question.source = draft.source();
        question.topic = draft.topic();
        question.difficulty = draft.difficulty();
        question.createdAt = now;
        List<Long> ids = new ArrayList<>(Stream.generate(Ids::next).limit(draft.options().size()).toList());
        Collections.shuffle(ids);
        for (int i = 0; i < ids.size(); i++) {
            question.options.add(new QuestionOption(ids.get(i), question, i + 1, draft.options().get(i)));
        }
        return question;
    }

    /** The ids of what can be chosen. */
    Set<Long> optionIds() {
        return options.stream().map(option -> option.id).collect(Collectors.toSet());
    }

    /** The ids of what should be chosen. */
    Set<Long> right() {
        return options.stream().filter(option -> option.correct).map(option -> option.id).collect(Collectors.toSet());
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Question, Long> {
        List<Question> inBank(long bank, long after, int limit) {
            return find("bank = ?1 and id > ?2 order by id", bank, after).page(0, limit).list();
        }

        Set<String> textsIn(long bank) {
            return getEntityManager().createQuery("select text from Question where bank = ?1", String.class)
                    .setParameter(1, bank).getResultStream().collect(Collectors.toSet());
        }

        /** The ids of all questions of a bank, or of one topic in it. */
        List<Long> idsIn(long bank, @Nullable String topic) {
            return getEntityManager()
                    .createQuery("select id from Question where bank = ?1 and (?2 is null or topic = ?2)", Long.class)
                    .setParameter(1, bank).setParameter(2, topic).getResultList();
        }

        /** How many questions each topic of a bank has; those without a topic come last, under null. */
        List<Topic> topics(long bank) {
            return getEntityManager().createQuery("select new org.aixin.quiz.Topic(topic, count(*)) from Question"
                    + " where bank = ?1 group by topic order by case when topic is null then 1 else 0 end, min(id)", Topic.class)
                    .setParameter(1, bank).getResultList();
        }
    }
}
