package org.aixin.quiz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.Sheet;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** The question banks: who may fill them, and how questions get in. */
@ApplicationScoped
public class QuestionBanks {
    private final QuestionBank.Repository banks;
    private final Question.Repository questions;
    private final Units units;
    private final BusinessTime time;

    QuestionBanks(QuestionBank.Repository banks, Question.Repository questions, Units units, BusinessTime time) {
        this.banks = banks;
        this.questions = questions;
        this.units = units;
        this.time = time;
    }

    /** Makes an empty bank at the organizer's unit, or another in reach, and answers its id. */
    public long create(Person organizer, @Nullable String title, @Nullable String unit) {
        String path = Reach.place(organizer, units, unit);
        String name = Objects.requireNonNullElse(Wording.optional(title, "bank_title", 60), "题库");
        return Transactions.run(() -> {
            QuestionBank bank = new QuestionBank();
            bank.id = Ids.next();
            bank.title = name;
            bank.path = path;
            bank.createdAt = time.now();
            bank.changedAt = bank.createdAt;
            banks.persist(bank);
            return bank.id;
        });
    }

    /** Takes every good row of a CSV or xlsx file into the bank and says why each of the others stays out. */
    public Imported fill(Person organizer, long bank, byte[] file, Locale language) {
        QuestionSheet sheet = QuestionSheet.of(Sheet.read(file));
        return Transactions.run(() -> {
            Set<String> known = claim(organizer, bank);
            Instant now = time.now();
            int imported = 0;
            List<Imported.Rejected> rejected = new ArrayList<>();
            for (Sheet.Row row : sheet.rows()) {
                try {
                    questions.persist(Question.of(fresh(sheet.question(row), known), bank, now));
                    imported++;
                } catch (Problem refused) {
                    rejected.add(new Imported.Rejected(row.number(), Sentences.detail(refused, language)));
                }
            }
            return new Imported(imported, rejected);
        });
    }

    /** Adds one question and answers its id; refused 409 {@code question_known} where the bank has it already. */
    long add(Person organizer, long bank, Draft draft) {
        return Transactions.run(() -> {
            Question question = Question.of(fresh(draft, claim(organizer, bank)), bank, time.now());
            questions.persist(question);
            return question.id;
        });
    }

    /** The banks that an organizer may draw from: of their units, those below and those above, newest first. */
    @Transactional
    Page<QuestionBank> list(Person organizer, @Nullable String cursor, int limit) {
        return Page.of(banks.around(Reach.of(organizer), Page.before(cursor), limit + 1), limit, bank -> Long.toString(bank.id));
    }

    /** A bank that the organizer may draw from; refused 404 where there is none, 403 where it is another's. */
    @Transactional
    QuestionBank bank(Person organizer, long id) {
        QuestionBank bank = banks.findByIdOptional(id).orElseThrow(Problem::notFound);
        if (!Reach.of(organizer).isBelow(bank.path)) {
            organizer.mustReach(bank.path, Role.ORGANIZER);
        }
        return bank;
    }

    /** What a bank has on each topic. */
    @Transactional
    List<Topic> topics(QuestionBank bank) {
        return questions.topics(bank.id);
    }

    /** A bank's questions with their answers, oldest first. */
    @Transactional
    Page<Question> questions(Person organizer, long bank, @Nullable String cursor, int limit) {
        bank(organizer, bank);
        return Page.of(questions.inBank(bank, Page.after(cursor), limit + 1), limit, question -> Long.toString(question.id));
    }

    /** The texts that stand in the bank; nobody else adds to it before this transaction ends. */
    private Set<String> claim(Person organizer, long id) {
        if (!banks.claim(id, time.now())) {
            throw Problem.notFound();
        }
        organizer.mustReach(banks.findById(id).path, Role.ORGANIZER);
        return questions.textsIn(id);
    }

    private static Draft fresh(Draft draft, Set<String> known) {
        if (!known.add(draft.text())) {
            throw Problem.conflict("question_known");
        }
        return draft;
    }
}
