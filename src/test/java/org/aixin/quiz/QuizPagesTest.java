package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The same by the pages, as a browser without scripts sees them. */
@QuarkusTest
class QuizPagesTest {
    @Inject
    TestPeople people;
    Person organizer;
    Member wang;
    TestQuiz quiz;

    @BeforeEach
    void aVillage() {
        Unit village = people.village();
        organizer = people.staff(village, Role.ORGANIZER);
        wang = people.resident(village, "王秀英");
        quiz = new TestQuiz(people, organizer);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Nested
    class AsResident {
        @Test
        void the_list_says_what_is_open_what_it_earns_and_how_often_one_may_try() {
            assertThat(page("/quizzes")).contains("现在没有开放的竞答");
            String id = quiz.quiz(Map.of("triesPerDay", 2));
            assertThat(page("/quizzes")).contains("安全竞答", "3 道题", "1 分 30 秒", "答对一题 1 分", "今天还能答 2 次", "/quizzes/" + id);
            String attempt = quiz.start(wang, id);
            assertThat(page("/quizzes")).contains("接着答", "/attempts/" + attempt, "今天还能答 1 次");
        }

        @Test
        void a_quiz_is_begun_answered_and_explained() {
            String id = quiz.quiz(Map.of());
            assertThat(page("/quizzes/" + id)).contains("开始答题");
            String attempt = browser(wang.id()).post("/quizzes/" + id + "/attempts").then().statusCode(303).extract()
                    .header("Location").replaceFirst("^https?://[^/]+", "");
            assertThat(page(attempt)).contains("交卷", "对的", "请在 今天").doesNotContain("因为。", "出处");
            post(attempt, 2).then().statusCode(303);
            assertThat(page(attempt)).contains("＋2", "答对 2 题，得 2 分", "正确答案", "因为。", "依据：出处", "/passbook");
        }

        @Test
        void before_and_after_its_time_the_list_says_so() {
            Instant opens = new TestClock().instant().plusSeconds(3600);
            String id = quiz.quiz(Map.of("opensAt", opens.toString(), "closesAt", opens.plusSeconds(3600).toString()));
            assertThat(page("/quizzes")).contains("安全竞答", " 开始</span>").doesNotContain("还能答");
            assertThat(page("/quizzes/" + id)).doesNotContain("开始答题");
            TestClock.advance(Duration.ofHours(2));
            assertThat(page("/quizzes")).contains("安全竞答", "已在 ", " 结束</span>");
            TestClock.advance(Duration.ofDays(8));
            assertThat(page("/quizzes")).contains("现在没有开放的竞答");
        }

        @Test
        void who_passed_finds_a_certificate() {
            String attempt = quiz.start(wang, quiz.quiz(Map.of("pass", 2)));
            quiz.answer(wang, attempt, 2);
            assertThat(page("/attempts/" + attempt)).contains("/attempts/" + attempt + "/certificate");
            assertThat(page("/attempts/" + attempt + "/certificate")).contains("合格证书", "王秀英", "“安全竞答”", "共 3 题，答对 2 题", attempt);
        }

        @Test
        void pressing_twice_shows_the_first_result() {
            String attempt = "/attempts/" + quiz.start(wang, quiz.quiz(Map.of()));
            post(attempt, 3).then().statusCode(303);
            post(attempt, 1).then().statusCode(303);
            assertThat(page(attempt)).contains("答对 3 题，得 3 分");
        }

        @Test
        void after_the_time_the_page_says_so() {
            String attempt = "/attempts/" + quiz.start(wang, quiz.quiz(Map.of("secondsPerQuestion", 10)));
            TestClock.advance(Duration.ofMinutes(1));
            post(attempt, 3).then().statusCode(303);
            assertThat(page(attempt)).contains("时间到了", "不计分", "再答一次");
        }

        @Test
        void markup_in_a_question_stays_text() {
            String bank = quiz.bank();
            people.as(organizer.id()).body(TestQuiz.question("<script>alert(1)</script>😀？", "SINGLE", "*<b>对的</b>", "不是"))
                    .post("/api/question-banks/" + bank + "/questions").then().statusCode(201);
            String attempt = quiz.start(wang, quiz.quiz(Map.of("bank", bank, "draw", 1)));
            assertThat(page("/attempts/" + attempt)).contains("&lt;script&gt;", "&lt;b&gt;对的", "😀")
                    .doesNotContain("<script>alert");
        }

        @Test
        void the_organizers_pages_are_closed() {
            browser(wang.id()).get("/organizer/quizzes").then().statusCode(403);
            browser(wang.id()).get("/organizer/question-banks/" + quiz.bank()).then().statusCode(403);
        }

        private String page(String path) {
            return browser(wang.id()).get(path).then().statusCode(200).extract().asString();
        }

        private Response post(String attempt, int right) {
            JsonPath paper = people.as(wang.id()).get("/api" + attempt).jsonPath();
            RequestSpecification form = browser(wang.id());
            for (int i = 0; i < paper.getInt("questions.size()"); i++) {
                form.formParam("q" + paper.getString("questions[" + i + "].id"), paper.getString(
                        "questions[%d].options.find { it.text == '%s' }.id".formatted(i, i < right ? "对的" : "不是")));
            }
            return form.post(attempt + "/answers");
        }
    }

    @Nested
    class AsOrganizer {
        @Test
        void empty_pages_say_what_to_do() {
            assertThat(page("/organizer/quizzes")).contains("还没有竞答", "还没有题库");
            assertThat(page("/organizer/question-banks/" + quiz.bank())).contains("题库里还没有题");
        }

        @Test
        void a_file_is_imported_and_the_rows_left_out_are_named() {
            String bank = quiz.bank();
            String file = "题目,题型,选项A,选项B,答案,主题\n先做什么？,单选,断电,泼水,A,用电\n问？,填空,一,二,A,用电\n";
            String report = upload().multiPart("file", "题库.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                    .post("/organizer/question-banks/" + bank + "/import").then().statusCode(200).extract().asString();
            assertThat(report).contains("收进 1 题", "有 1 题没有收", "题型“填空”看不懂");
            assertThat(page("/organizer/question-banks/" + bank)).contains("先做什么？", "用电 1");
            upload().post("/organizer/question-banks/" + bank + "/import").then().statusCode(422);
            assertThat(
                    upload().multiPart(typed("text", "要断电吗？\r\n答案：对\r\n")).post("/organizer/question-banks/" + bank + "/import")
                            .then().statusCode(200).extract().asString())
                    .contains("收进 1 题", "Aiken");
            assertThat(upload().multiPart(typed("text", "随便写的一句话")).post("/organizer/question-banks/" + bank + "/import").then()
                    .statusCode(422).extract().asString()).contains("没有找到表头", "随便写的一句话</textarea>");
        }

        @Test
        void a_question_is_added_and_a_quiz_made_closed_and_opened_by_forms() {
            String bank = quiz.bank();
            upload().multiPart(typed("text", "先做什么？")).multiPart(typed("kind", "SINGLE")).multiPart(typed("option", "断电"))
                    .multiPart(typed("option", "泼水")).multiPart(typed("option", "")).multiPart(typed("right", "0"))
                    .multiPart(typed("topic", "用电")).multiPart("picture", "a.png", TestQuiz.png(""), "image/png")
                    .post("/organizer/question-banks/" + bank + "/questions").then().statusCode(303);
            assertThat(page("/organizer/question-banks/" + bank + "?done=added")).contains("1. 先做什么？", "已加进题库", "/pictures/");
            browser(organizer.id()).formParam("title", "用电竞答").formParam("from", bank + ":用电").formParam("draw", "1")
                    .formParam("secondsPerQuestion", "30").formParam("triesPerDay", "").formParam("closesAt", "2199-01-01T08:00")
                    .post("/organizer/quizzes").then().statusCode(422);
            browser(organizer.id()).formParam("title", "用电竞答").formParam("from", bank).formParam("draw", "9")
                    .formParam("secondsPerQuestion", "30").formParam("mode", "SELF").formParam("partTopic", "用电", "")
                    .formParam("easiest", "1", "1").formParam("hardest", "5", "5").formParam("partCount", "1", "")
                    .post("/organizer/quizzes").then().statusCode(303);
            assertThat(page("/organizer/quizzes")).contains("用电竞答", "进行中", "0 人", "各人自己答");
            String id = people.as(organizer.id()).get("/api/quizzes").path("items[0].id");
            browser(organizer.id()).post("/organizer/quizzes/" + id + "/closing").then().statusCode(303);
            assertThat(page("/organizer/quizzes")).contains("已结束", "重新开放");
            browser(organizer.id()).post("/organizer/quizzes/" + id + "/opening").then().statusCode(303);
            assertThat(page("/organizer/quizzes/" + id)).contains("还没有人参加");
        }

        @Test
        void a_live_quiz_has_a_button_to_begin_and_no_place_among_those_one_answers_alone() {
            String id = quiz.quiz(Map.of("mode", "LIVE"));
            assertThat(page("/organizer/quizzes")).contains("现场一起答", "开始现场竞答", "/organizer/quizzes/" + id + "/rounds");
            assertThat(people.as(wang.id()).get("/api/quizzes").jsonPath().getList("items.id")).isEmpty();
        }

        @Test
        void the_results_name_people_and_points() {
            String id = quiz.quiz(Map.of("pass", 2));
            quiz.answer(wang, quiz.start(wang, id), 2);
            assertThat(page("/organizer/quizzes/" + id)).contains("王秀英", "2 / 3", "＋2", "合格");
        }

        private String page(String path) {
            return browser(organizer.id()).get(path).then().statusCode(200).extract().asString();
        }

        private MultiPartSpecification typed(String field, String words) {
            return new MultiPartSpecBuilder(words).controlName(field).emptyFileName().mimeType("text/plain").charset("UTF-8")
                    .build();
        }

        private RequestSpecification upload() {
            return RestAssured.given().redirects().follow(false).auth().preemptive().oauth2(people.token(organizer.id()))
                    .accept("text/html")
                    .contentType("multipart/form-data").multiPart("nothing", "");
        }
    }

    private RequestSpecification browser(long member) {
        return RestAssured.given().auth().preemptive().oauth2(people.token(member)).accept("text/html").redirects().follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
