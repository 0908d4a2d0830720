package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever staff write by hand as a reference, it is never taken for one that the quiz gives. */
@QuarkusTest
class AttemptCreditTest {
    @Inject
    TestPeople people;
    @Inject
    Ledger ledger;
    TestQuiz quiz;
    Member wang;
    Person organizer;

    @BeforeEach
    void a_village() {
        Unit village = people.village();
        wang = people.resident(village, "王秀英");
        organizer = people.staff(village, Role.ORGANIZER);
        quiz = new TestQuiz(people, organizer);
    }

    private ValidatableResponse byHand(String reference) {
        return people.as(organizer.id()).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("memberId", Long.toString(wang.id()), "rule", "quiz_correct", "reference", reference))
                .post("/api/awards").then();
    }

    @Test
    void an_award_by_hand_does_not_block_the_credit_of_an_attempt() {
        String attempt = quiz.start(wang, quiz.quiz(Map.of()));
        for (String reference : new String[]{"quiz:" + attempt, attempt, "hand:quiz:" + attempt}) {
            byHand(reference).statusCode(201);
        }
        quiz.answer(wang, attempt, 3).statusCode(201).body("points", equalTo(3));
        assertThat(ledger.balance(Owner.member(wang.id()), Asset.POINTS).balance()).isEqualTo(6);
    }

    @Test
    void an_attempt_that_was_credited_does_not_block_a_reference_by_hand() {
        String attempt = quiz.start(wang, quiz.quiz(Map.of()));
        quiz.answer(wang, attempt, 3).statusCode(201);
        byHand("quiz:" + attempt).statusCode(201);
        byHand("quiz:" + attempt).statusCode(409).body("code", equalTo("already_awarded"));
    }

    @Test
    void an_award_without_a_reference_is_not_blocked_by_its_number() {
        String first = people.as(organizer.id()).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("memberId", Long.toString(wang.id()), "rule", "drill")).post("/api/awards").then().statusCode(201)
                .extract().path("id");
        people.as(organizer.id()).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("memberId", Long.toString(wang.id()), "rule", "drill", "reference", first)).post("/api/awards")
                .then().statusCode(201);
    }
}
