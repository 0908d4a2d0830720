package org.aixin.quiz;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A collection of questions that belongs to a unit; units below it may draw from it. */
@Entity
@Table(name = "question_bank")
class QuestionBank {
    @Id
    long id;
    @Column
    String title;
    /** Of the unit it belongs to. */
    @Column
    String path;
    @Column
    Instant createdAt;
    @Column
    Instant changedAt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<QuestionBank, Long> {
        /** The banks of the reached units, of those below and of those above them, newest first. */
        List<QuestionBank> around(Reach reach, long before, int limit) {
            return find("id < :before and (" + reach.within("path") + " or " + reach.above("path") + ") order by id desc",
                    reach.with("before", before)).page(0, limit).list();
        }

        /** Makes whoever else adds questions wait until this transaction ends; false where there is no such bank. */
        boolean claim(long bank, Instant now) {
            return update("changedAt = ?1 where id = ?2", now, bank) == 1;
        }
    }
}
