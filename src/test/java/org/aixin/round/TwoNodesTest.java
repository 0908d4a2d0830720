package org.aixin.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;

import org.aixin.AtOnce;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sha256;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;
import org.aixin.quiz.LiveQuestion;
import org.aixin.quiz.LiveQuizzes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second node beside the one under test, on the same database: phones of the one square are at both. */
@QuarkusTest
class TwoNodesTest {
    @Inject
    TestPeople people;
    @Inject
    RoundRows rounds;
    @Inject
    AnswerRows answers;
    @Inject
    PlayerRows players;
    @Inject
    LiveQuizzes quizzes;
    @Inject
    Scenes scenes;
    @Inject
    Sql sql;
    @Inject
    BusinessTime time;
    @Inject
    ObjectMapper json;
    @Inject
    Vertx vertx;
    private Answers answersThere;
    private Watching watchingThere;
    private Played round;

    @BeforeEach
    void a_round_and_another_node() {
        answersThere = new Answers(rounds, answers, quizzes, time);
        watchingThere = new Watching(sql, rounds, scenes, players, json, time, vertx);
        round = new Played(people, people.staff(people.village(), Role.ORGANIZER), 2, 20);
    }

    @AfterEach
    void it_stops() {
        answersThere.stop(new ShutdownEvent());
        watchingThere.stop(new ShutdownDelayInitiatedEvent());
    }

    /** What the other node says to an answer. */
    private String there(String token, JsonPath asked, String text) {
        String option = asked.getString("question.options.find { it.text == '" + text + "' }.id");
        try {
            answersThere.answer(token, Ids.parse(round.id), Ids.parse(asked.getString("question.id")), Set.of(Ids.parse(option)))
                    .await().atMost(Duration.ofSeconds(20));
            return "accepted";
        } catch (Problem refused) {
            return refused.code();
        }
    }

    private String here(String token, JsonPath asked, String text) {
        JsonPath said = round.answer(token, asked, text).extract().jsonPath();
        return said.getString("code") == null ? "accepted" : said.getString("code");
    }

    @Test
    void one_phone_that_answers_at_both_has_answered_once() {
        String phone = round.guest("两头答");
        JsonPath asked = round.advance();
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        AtOnce.count(12, i -> said.add(i % 2 == 0 ? here(phone, asked, "对的") : there(phone, asked, "不是")));
        assertThat(said).containsOnlyOnce("accepted").hasSize(12).containsOnly("accepted", "already_answered");
    }

    @Test
    void a_reveal_waits_for_what_the_other_node_has_accepted_and_nothing_is_accepted_afterwards() throws Exception {
        String phone = round.guest("赶上了");
        JsonPath asked = round.advance();
        long option = Ids.parse(asked.getString("question.options.find { it.text == '对的' }.id"));
        AnswerBatch.Given given = new AnswerBatch.Given(Ids.next(), Sha256.of(phone), Ids.parse(round.id),
                Ids.parse(asked.getString("question.id")), Set.of(option), time.now());
        ExecutorService key = Executors.newSingleThreadExecutor();
        Future<JsonPath> reveal = Transactions.run(() -> {
            AnswerBatch batch = new AnswerBatch(rounds, answers, this::paper, List.of(given));
            Future<JsonPath> pressed = key.submit(round::advance);
            assertThatThrownBy(() -> pressed.get(500, TimeUnit.MILLISECONDS)).as("while answers are judged")
                    .isInstanceOf(TimeoutException.class);
            assertThat(batch.keep()).containsExactly(Verdict.KEPT);
            return pressed;
        });
        JsonPath revealed = reveal.get(20, TimeUnit.SECONDS);
        key.shutdown();
        assertThat(revealed.getInt("reveal.rightPlayers")).isEqualTo(1);
        assertThat(there(round.guest("太晚了"), asked, "对的")).isEqualTo("too_late");
    }

    private List<LiveQuestion> paper(long of) {
        Map<Long, LiveQuestion> questions = quizzes.questions(rounds.questions(of));
        return rounds.questions(of).stream().map(id -> Objects.requireNonNull(questions.get(id))).toList();
    }

    @Test
    void what_the_host_shows_at_one_node_reaches_the_phones_of_the_other() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        var phone = watchingThere.watch(Ids.parse(round.id), false).subscribe().with(what -> told.add(what.said()));
        round.advance();
        round.advance();
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (told.stream().noneMatch(said -> said.contains("\"state\":\"reveal\"")) && System.nanoTime() < end) {
            watchingThere.look();
            Thread.sleep(10);
        }
        assertThat(told.get(0)).contains("\"state\":\"lobby\"");
        assertThat(told).anyMatch(said -> said.contains("\"state\":\"reveal\""));
        phone.cancel();
    }
}
