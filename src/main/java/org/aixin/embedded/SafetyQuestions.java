package org.aixin.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.quiz.Imported;
import org.aixin.quiz.QuestionBanks;

/** The shipped safety questions, with which every installation begins. */
@ApplicationScoped
class SafetyQuestions {
    private final QuestionBanks banks;

    SafetyQuestions(QuestionBanks banks) {
        this.banks = banks;
    }

    /** Makes a bank of them at the organizer's unit and answers its id. */
    long load(Person organizer) {
        long bank = banks.create(organizer, "安全知识题库", null);
        Imported imported = banks.fill(organizer, bank, shipped(), Locale.CHINESE);
        if (!imported.rejected().isEmpty()) {
            throw new IllegalStateException("The shipped questions have faults: " + imported.rejected());
        }
        return bank;
    }

    private static byte[] shipped() {
        try (InputStream file = SafetyQuestions.class.getResourceAsStream("/bank/safety-questions.csv")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
