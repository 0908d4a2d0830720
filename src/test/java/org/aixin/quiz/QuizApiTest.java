package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Banks, quizzes and attempts over HTTP, each persona in a village of its own. */
@QuarkusTest
class QuizApiTest {
    @Inject
    TestPeople people;
    @Inject
    Ledger ledger;

    Unit village;
    Person organizer;
    Member wang;
    TestQuiz quiz;

    @BeforeEach
    void aVillage() {
        village = people.village();
        organizer = people.staff(village, Role.ORGANIZER);
        wang = people.resident(village, "王秀英");
        quiz = new TestQuiz(people, organizer);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Nested
    class AsOrganizer {
        @Test
        void a_bank_is_filled_by_hand() {
            String bank = quiz.bank();
            as(organizer).body(TestQuiz.question("先做什么？", "SINGLE", "*断电", "泼水"))
                    .post("/api/question-banks/" + bank + "/questions")
                    .then().statusCode(201).body("id", notNullValue());
            as(organizer).get("/api/question-banks/" + bank + "/questions").then().body("items", hasSize(1))
                    .body("items[0].options.text", contains("断电", "泼水")).body("items[0].options.correct", contains(true, false));
        }

        @Test
        void a_question_that_makes_no_sense_is_refused() {
            String bank = quiz.bank();
            refused(bank, TestQuiz.question("", "SINGLE", "*一", "二"), "question_text_required");
            refused(bank, TestQuiz.question("问？", "ESSAY", "*一", "二"), "question_kind_unknown");
            refused(bank, TestQuiz.question("问？", "SINGLE", "一", "二"), "right_option_missing");
            refused(bank, TestQuiz.question("问？", "SINGLE", "*一", "*二"), "one_right_option");
            refused(bank, TestQuiz.question("问？", "MULTIPLE", "*一", "*一"), "option_twice");
            refused(bank, TestQuiz.question("问？", "MULTIPLE", "*一"), "option_count");
            refused(bank, TestQuiz.question("问？", "MULTIPLE", "*1", "2", "3", "4", "5", "6", "7"), "option_count");
            refused(bank, TestQuiz.question("问".repeat(301), "SINGLE", "*一", "二"), "question_text_too_long");
            refused(bank, Map.of(), "question_kind_unknown");
            as(organizer).body("{\"text\": ").post("/api/question-banks/" + bank + "/questions").then().statusCode(400);
            as(organizer).body("null").post("/api/question-banks/" + bank + "/questions").then().statusCode(400);
            as(organizer).get("/api/question-banks/" + bank).then().body("questions", equalTo(0));
        }

        @Test
        void the_same_question_enters_a_bank_once() {
            String bank = quiz.bank();
            Map<String, Object> question = TestQuiz.question("先做什么？", "SINGLE", "*断电", "泼水");
            as(organizer).body(question).post("/api/question-banks/" + bank + "/questions").then().statusCode(201);
            as(organizer).body(question).post("/api/question-banks/" + bank + "/questions").then().statusCode(409)
                    .body("code", equalTo("question_known"));
        }

        @Test
        void a_file_from_chinese_excel_is_imported_and_bad_rows_are_named() {
            String bank = quiz.bank();
            String file = "题目,题型,选项A,选项B,答案\n先做什么？,单选,断电,泼水,A\n先做什么？,单选,断电,泼水,A\n,单选,一,二,A\n要断电吗？,判断,,,对\n";
            as(organizer).contentType("text/csv").body(file.getBytes(Charset.forName("GBK")))
                    .post("/api/question-banks/" + bank + "/questions").then().statusCode(200).body("imported", equalTo(2))
                    .body("rejected.row", contains(3, 4))
                    .body("rejected.reason", contains("和第 2 行是同一道题，只收一次。", "题目空着，请写出题目。"));
        }

        @Test
        void an_xlsx_is_imported() throws Exception {
            byte[] file = SheetTest.xlsx(sheet -> {
                List<String> cells = List.of("题目", "题型", "选项A", "选项B", "答案", "先做什么？", "单选", "断电", "泼水", "A");
                for (int i = 0; i < cells.size(); i++) {
                    sheet.value(i / 5, i % 5, cells.get(i));
                }
            });
            as(organizer).contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").body(file)
                    .post("/api/question-banks/" + quiz.bank() + "/questions").then().statusCode(200)
                    .body("imported", equalTo(1)).body("rejected", hasSize(0));
        }

        @Test
        void a_quiz_that_cannot_be_held_is_refused() {
            String bank = quiz.bankOf(3);
            refusedQuiz(Map.of("bank", bank, "draw", 3, "secondsPerQuestion", 30), "quiz_title_required");
            refusedQuiz(Map.of("title", "竞答", "bank", bank, "draw", 4, "secondsPerQuestion", 30), "draw_beyond_bank");
            refusedQuiz(Map.of("title", "竞答", "bank", bank, "draw", -1, "secondsPerQuestion", 30), "quiz_number_out_of_range");
            refusedQuiz(Map.of("title", "竞答", "bank", bank, "draw", 3), "quiz_number_required");
            refusedQuiz(Map.of("title", "竞答", "bank", "nonsense", "draw", 3, "secondsPerQuestion", 30), "bank_unknown");
            refusedQuiz(Map.of("title", "竞答", "bank", "99", "draw", 3, "secondsPerQuestion", 30), "bank_unknown");
            refusedQuiz(Map.of("title", "竞答", "bank", bank, "draw", 3, "secondsPerQuestion", 30, "mode", "LOUD"), "mode_unknown");
            refusedQuiz(Map.of("title", "竞答", "bank", bank, "draw", 3, "secondsPerQuestion", 30, "pass", 4),
                    "quiz_number_out_of_range");
            as(organizer).body("{\"draw\": 1e99}").post("/api/quizzes").then().statusCode(422);
        }

        @Test
        void a_closed_quiz_takes_no_more_attempts_until_it_is_opened_again() {
            String id = quiz.quiz(Map.of());
            as(organizer).post("/api/quizzes/" + id + "/closing").then().statusCode(200).body("open", equalTo(false));
            as(wang).post("/api/quizzes/" + id + "/attempts").then().statusCode(409).body("code", equalTo("quiz_closed"));
            as(wang).get("/api/quizzes").then().body("items.id", not(hasItems(id)));
            as(organizer).post("/api/quizzes/" + id + "/opening").then().statusCode(200).body("open", equalTo(true));
            as(wang).post("/api/quizzes/" + id + "/attempts").then().statusCode(201);
        }

        @Test
        void the_results_say_who_had_how_many_right() {
            String id = quiz.quiz(Map.of("pass", 2));
            quiz.answer(wang, quiz.start(wang, id), 2).statusCode(201);
            as(organizer).get("/api/quizzes/" + id + "/attempts").then().body("items", hasSize(1))
                    .body("items[0].member.name", equalTo("王秀英")).body("items[0].correct", equalTo(2))
                    .body("items[0].of", equalTo(3)).body("items[0].passed", equalTo(true));
        }

        @Test
        void another_village_is_out_of_reach() {
            String id = quiz.quiz(Map.of());
            String bank = quiz.bankOf(3);
            Person stranger = people.staff(people.village(), Role.ORGANIZER);
            as(stranger).body(TestQuiz.question("问？", "SINGLE", "*一", "二")).post("/api/question-banks/" + bank + "/questions")
                    .then()
                    .statusCode(403);
            as(stranger).get("/api/question-banks/" + bank + "/questions").then().statusCode(403);
            as(stranger).get("/api/quizzes/" + id + "/attempts").then().statusCode(403);
            as(stranger).post("/api/quizzes/" + id + "/closing").then().statusCode(403);
            as(stranger).get("/api/question-banks").then().body("items", hasSize(0));
            as(stranger).body(Map.of("title", "竞答", "bank", bank, "draw", 1, "secondsPerQuestion", 30)).post("/api/quizzes")
                    .then()
                    .statusCode(403);
        }

        private void refused(String bank, Map<String, Object> question, String code) {
            as(organizer).body(question).post("/api/question-banks/" + bank + "/questions").then().statusCode(422).body("code",
                    equalTo(code));
        }

        private void refusedQuiz(Map<String, Object> body, String code) {
            as(organizer).body(body).post("/api/quizzes").then().statusCode(422).body("code", equalTo(code));
        }
    }

    @Nested
    class AsResident {
        @Test
        void the_questions_come_without_a_trace_of_the_answers() {
            String body = as(wang).post("/api/quizzes/" + quiz.quiz(Map.of()) + "/attempts").then().statusCode(201)
                    .body("questions", hasSize(3)).body("questions.options.flatten().text", everyItem(notNullValue()))
                    .body("deadline", notNullValue()).extract().asString();
            assertThat(body).doesNotContain("correct", "right", "explanation", "因为", "出处");
        }

        @Test
        void right_answers_are_marked_explained_and_credited() {
            String attempt = quiz.start(wang, quiz.quiz(Map.of()));
            quiz.answer(wang, attempt, 2).statusCode(201).body("correct", equalTo(2)).body("of", equalTo(3))
                    .body("points", equalTo(2)).body("review", hasSize(3)).body("review.correct", hasItems(true, false))
                    .body("review.explanation", everyItem(equalTo("因为。"))).body("review.source", everyItem(equalTo("出处")));
            assertThat(points()).isEqualTo(2);
            as(wang).get("/api/attempts/" + attempt).then().body("result.correct", equalTo(2));
        }

        @Test
        void the_same_answers_again_get_the_first_result_and_others_are_refused() {
            String attempt = quiz.start(wang, quiz.quiz(Map.of()));
            String first = quiz.answer(wang, attempt, 2).statusCode(201).extract().asString();
            assertThat(quiz.answer(wang, attempt, 2).statusCode(201).extract().asString()).isEqualTo(first);
            quiz.answer(wang, attempt, 3).statusCode(409).body("code", equalTo("already_answered"));
            assertThat(points()).isEqualTo(2);
        }

        @Test
        void what_is_not_answered_is_wrong() {
            String attempt = quiz.start(wang, quiz.quiz(Map.of()));
            as(wang).body(Map.of("answers", List.of())).post("/api/attempts/" + attempt + "/answers").then().statusCode(201)
                    .body("correct", equalTo(0)).body("points", equalTo(0)).body("review.chosen", everyItem(hasSize(0)));
        }

        @Test
        void answers_to_what_was_not_asked_are_refused_and_nothing_is_marked() {
            String attempt = quiz.start(wang, quiz.quiz(Map.of()));
            String question = as(wang).get("/api/attempts/" + attempt).path("questions[0].id");
            String option = as(wang).get("/api/attempts/" + attempt).path("questions[1].options[0].id");
            refused(attempt, Map.of("answers", List.of(Map.of("question", "1", "options", List.of()))), "question_unknown");
            refused(attempt, Map.of("answers", List.of(Map.of("question", "x' OR 1=1", "options", List.of()))),
                    "question_unknown");
            refused(attempt, Map.of("answers", List.of(Map.of("question", question, "options", List.of(option)))),
                    "option_unknown");
            refused(attempt, Map.of("answers", List.of(Map.of("question", question), Map.of("question", question))),
                    "question_twice");
            refused(attempt, Map.of(), "answers_required");
            quiz.answer(wang, attempt, 3).statusCode(201);
        }

        @Test
        void a_running_attempt_is_given_again() {
            String id = quiz.quiz(Map.of("triesPerDay", 1));
            String attempt = quiz.start(wang, id);
            assertThat(quiz.start(wang, id)).isEqualTo(attempt);
            assertThat(as(wang).get("/api/attempts/" + attempt).<List<Object>>path("questions"))
                    .isEqualTo(as(wang).post("/api/quizzes/" + id + "/attempts").path("questions"));
        }

        @Test
        void the_tries_of_a_day_run_out_and_come_back_tomorrow() {
            String id = quiz.quiz(Map.of("triesPerDay", 2));
            quiz.answer(wang, quiz.start(wang, id), 1);
            quiz.answer(wang, quiz.start(wang, id), 1);
            as(wang).get("/api/quizzes/" + id).then().body("triesLeft", equalTo(0));
            as(wang).post("/api/quizzes/" + id + "/attempts").then().statusCode(409).body("code", equalTo("no_tries_left"));
            TestClock.advance(Duration.ofDays(1));
            as(wang).post("/api/quizzes/" + id + "/attempts").then().statusCode(201);
        }

        @Test
        void answers_after_the_deadline_are_too_late_and_the_try_is_used() {
            String id = quiz.quiz(Map.of("secondsPerQuestion", 10, "triesPerDay", 1));
            String attempt = quiz.start(wang, id);
            TestClock.advance(Duration.ofSeconds(45));
            quiz.answer(wang, attempt, 3).statusCode(409).body("code", equalTo("too_late"));
            as(wang).post("/api/quizzes/" + id + "/attempts").then().statusCode(409).body("code", equalTo("no_tries_left"));
            assertThat(points()).isZero();
        }

        @Test
        void a_slow_network_still_counts() {
            String attempt = quiz.start(wang, quiz.quiz(Map.of("secondsPerQuestion", 10)));
            TestClock.advance(Duration.ofSeconds(33));
            quiz.answer(wang, attempt, 3).statusCode(201).body("correct", equalTo(3));
        }

        @Test
        void the_days_cap_shows_in_the_points() {
            String id = quiz.quiz(Map.of("draw", 3));
            int given = 0;
            for (int i = 0; i < 12; i++) {
                given += quiz.answer(wang, quiz.start(wang, id), 3).statusCode(201).extract().<Integer>path("points");
            }
            assertThat((long) given).isEqualTo(points()).isLessThan(36);
        }

        @Test
        void anothers_attempt_is_not_there() {
            String attempt = quiz.start(wang, quiz.quiz(Map.of()));
            Member neighbour = people.resident(village, "李大爷");
            as(neighbour).body(quiz.answers(wang, attempt, 3)).post("/api/attempts/" + attempt + "/answers").then()
                    .statusCode(404);
            as(neighbour).get("/api/attempts/" + attempt).then().statusCode(404);
            as(wang).get("/api/attempts/12345").then().statusCode(404);
            as(wang).get("/api/attempts/nonsense").then().statusCode(404);
        }

        @Test
        void another_villages_quiz_is_not_there() {
            String id = quiz.quiz(Map.of());
            Member stranger = people.resident(people.village(), "外村人");
            as(stranger).post("/api/quizzes/" + id + "/attempts").then().statusCode(404);
            as(stranger).get("/api/quizzes/" + id).then().statusCode(404);
        }

        @Test
        void the_passbook_names_the_quiz() {
            String attempt = quiz.start(wang, quiz.quiz(Map.of()));
            quiz.answer(wang, attempt, 3).statusCode(201);
            assertThat(titles.of(List.of(attempt, "unknown"), Locale.CHINESE))
                    .isEqualTo(Map.of(attempt, "安全竞答，答对 3 题"));
            assertThat(titles.of(List.of(attempt), Locale.ENGLISH)).isEqualTo(Map.of(attempt, "安全竞答, 3 right"));
        }

        @Test
        void banks_and_results_are_for_organizers() {
            as(wang).get("/api/question-banks").then().statusCode(403);
            as(wang).body(Map.of()).post("/api/quizzes").then().statusCode(403);
            as(wang).get("/api/quizzes/" + quiz.quiz(Map.of()) + "/attempts").then().statusCode(403);
        }

        private void refused(String attempt, Map<String, Object> body, String code) {
            as(wang).body(body).post("/api/attempts/" + attempt + "/answers").then().statusCode(422).body("code", equalTo(code));
        }
    }

    @Inject
    QuizTitles titles;

    @Test
    void a_clerk_has_no_part_in_it() {
        String id = quiz.quiz(Map.of());
        Person clerk = people.staff(village, Role.CLERK);
        as(clerk).post("/api/quizzes/" + id + "/attempts").then().statusCode(403);
        as(clerk).get("/api/quizzes/" + id + "/attempts").then().statusCode(403);
        as(clerk).body(Map.of()).post("/api/question-banks").then().statusCode(403);
    }

    private RequestSpecification as(Person person) {
        return people.as(person.id());
    }

    private RequestSpecification as(Member member) {
        return people.as(member.id());
    }

    private long points() {
        return ledger.balance(Owner.member(wang.id()), Asset.POINTS).balance();
    }
}
