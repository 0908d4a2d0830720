package org.aixin.quiz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

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
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** The question banks: who may fill them, and how questions get in. */
@ApplicationScoped
public class QuestionBanks {
    private static final int MOST_ALIKE = 20, MOST_COMPARED = 2_000;
    private final QuestionBank.Repository banks;
    private final Question.Repository questions;
    private final QuestionPictures pictures;
    private final Units units;
    private final BusinessTime time;

    QuestionBanks(QuestionBank.Repository banks, Question.Repository questions, QuestionPictures pictures, Units units,
            BusinessTime time) {
        this.banks = banks;
        this.questions = questions;
        this.pictures = pictures;
        this.units = units;
        this.time = time;
    }

    /** Two questions of a bank that are nearly the same, with their places in it and how much they share. */
    public record Pair(int firstPlace, String first, int secondPlace, String second, int percent) {
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

    /** Takes every good question of a file or a pasted text into the bank and says why each of the others stays out. */
    public Imported fill(Person organizer, long bank, byte[] file, Locale language) {
        QuestionFile read = QuestionFile.of(file);
        return Transactions.run(() -> {
            Twins twins = claim(organizer, bank);
            Instant now = time.now();
            int imported = 0;
            List<Imported.Rejected> rejected = new ArrayList<>();
            for (Entry entry : read.entries()) {
                try {
                    Draft draft = pictures.known(entry.read());
                    questions.persist(Question.of(twins.fresh(draft, entry.row()), bank, now));
                    imported++;
                } catch (Problem refused) {
                    rejected.add(new Imported.Rejected(entry.row(), Sentences.detail(refused, language)));
                }
            }
            return new Imported(read.form().name(), imported, rejected);
        });
    }

    /**
     * Adds one question and answers its id; refused 409 {@code question_known} where the bank has it already.
     *
     * @param photo its picture, refused as {@link org.aixin.kernel.KeptPhoto#of(byte[])} says
     */
    long add(Person organizer, long bank, Draft draft, byte @Nullable [] photo) {
        QuestionPictures.Drawn picture = photo == null ? null : QuestionPictures.Drawn.of(photo);
        return Transactions.run(() -> {
            Question question = Question.of(claim(organizer, bank).fresh(pictures.known(draft)), bank, time.now());
            question.picture = picture == null ? question.picture : pictures.keep(organizer, picture);
            questions.persist(question);
            return question.id;
        });
    }

    /** Puts a picture to a question that has none, and answers its address; refused 409 {@code picture_stays} where it has one. */
    String picture(Person organizer, long bank, long question, byte[] photo) {
        organizer.mustReach(bank(organizer, bank).path, Role.ORGANIZER);
        QuestionPictures.Drawn picture = QuestionPictures.Drawn.of(photo);
        return Transactions.run(() -> {
            mustHave(bank, question);
            String id = pictures.keep(organizer, picture);
            if (!questions.picture(bank, question, id)) {
                throw Problem.conflict("picture_stays");
            }
            return Objects.requireNonNull(QuestionPictures.address(id));
        });
    }

    /** Takes a question out of use: it is no longer drawn, and what was asked stays. Out of use already, nothing happens. */
    void retire(Person organizer, long bank, long question) {
        Transactions.run(() -> {
            claim(organizer, bank);
            mustHave(bank, question);
            return questions.retire(bank, question);
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

    /** The place of the first question of a page in its bank, from 1. */
    @Transactional
    long firstOn(Page<Question> page) {
        return page.items().stream().findFirst().map(one -> questions.until(one.bank, one.id)).orElse(1L);
    }

    /** All questions of a bank, oldest first. */
    @Transactional
    List<Question> everything(Person organizer, long bank) {
        bank(organizer, bank);
        return questions.inBank(bank, 0, Integer.MAX_VALUE);
    }

    /** Which of the first 2,000 questions of a bank are nearly the same, the most alike first, with their places from 1. */
    @Transactional
    List<Pair> alike(Person organizer, long bank) {
        bank(organizer, bank);
        List<String> texts = questions.textsIn(bank);
        return Alike.among(texts.subList(0, Math.min(texts.size(), MOST_COMPARED)), MOST_ALIKE).stream()
                .map(one -> new Pair(one.first() + 1, texts.get(one.first()), one.second() + 1, texts.get(one.second()),
                        one.percent()))
                .toList();
    }

    /** What stands in the bank; nobody else adds to it before this transaction ends. */
    private Twins claim(Person organizer, long id) {
        if (!banks.claim(id, time.now())) {
            throw Problem.notFound();
        }
        organizer.mustReach(banks.findById(id).path, Role.ORGANIZER);
        return new Twins(questions.textsIn(id));
    }

    private void mustHave(long bank, long question) {
        if (questions.count("id = ?1 and bank = ?2", question, bank) == 0) {
            throw Problem.notFound();
        }
    }
}
