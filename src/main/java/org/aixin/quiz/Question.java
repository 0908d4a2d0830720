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

/**
 * A question in a bank. It is never changed, so that what was asked stays what was asked; but a picture can be put to it, once, and
 * it can be taken out of use.
 */
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
    /** Of those that are kept, see {@link QuestionPictures}. */
    @Column
    @Nullable
    String picture;
    /** Null once it is no longer drawn. */
    @Column
    @Nullable
    Boolean inUse = true;
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
        question.picture = draft.picture();
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
            return find("bank = ?1 and inUse = true and id > ?2 order by id", bank, after).page(0, limit).list();
        }

        /** How many questions of the bank stand before the one after this. */
        long until(long bank, long id) {
            return count("bank = ?1 and inUse = true and id <= ?2", bank, id);
        }

        /** What a bank's questions ask, in their order. */
        List<String> textsIn(long bank) {
            return getEntityManager()
                    .createQuery("select text from Question where bank = ?1 and inUse = true order by id", String.class)
                    .setParameter(1, bank).getResultList();
        }

        /** What can be drawn from a bank. */
        List<Drawing.Candidate> candidates(long bank) {
            return getEntityManager().createQuery("select new org.aixin.quiz.Drawing$Candidate(id, topic, difficulty)"
                    + " from Question where bank = ?1 and inUse = true", Drawing.Candidate.class).setParameter(1, bank)
                    .getResultList();
        }

        /** Takes a question out of use; false where it was not in use, or stands in another bank. */
        boolean retire(long bank, long id) {
            return update("inUse = null where id = ?1 and bank = ?2 and inUse = true", id, bank) == 1;
        }

        /** Puts a picture to a question that has none; false where it has one. */
        boolean picture(long bank, long id, String picture) {
            return update("picture = ?1 where id = ?2 and bank = ?3 and picture is null", picture, id, bank) == 1;
        }

        /** How many questions each topic of a bank has; those without a topic come last, under null. */
        List<Topic> topics(long bank) {
            return getEntityManager().createQuery("select new org.aixin.quiz.Topic(topic, count(*)) from Question"
                    + " where bank = ?1 and inUse = true group by topic order by case when topic is null then 1 else 0 end, min(id)",
                    Topic.class)
                    .setParameter(1, bank).getResultList();
        }
    }
}
