package org.aixin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.aixin.embedded.RunningService;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A host, the wall and three phones at once. */
@ExtendWith({ChromiumIsThere.class, DemoVillage.Opened.class})
@ResourceLock(RunningService.NOISE)
class LiveRoundIT {
    private static final String SECRET = "aixin2026";

    private static final class Office {
        private final int port;
        private final String token;

        Office(int port) {
            this.port = port;
            token = asking().body(Map.of("login", "organizer", "secret", SECRET)).post("/api/sessions").then().statusCode(201)
                    .extract()
                    .path("token");
        }

        private RequestSpecification asking() {
            return RestAssured.given().port(port).contentType("application/json");
        }

        JsonPath post(String path, Object body) {
            return asking().header("Authorization", "Bearer " + token).body(body).post(path).then().statusCode(201).extract()
                    .jsonPath();
        }
    }

    private static String quiz(Office office) {
        String bank = office.post("/api/question-banks", Map.of("title", "现场题库")).getString("id");
        for (String text : List.of("发现有人触电，第一步应该做什么？", "家里着火先拨哪个电话？")) {
            office.post("/api/question-banks/" + bank + "/questions", Map.of("text", text, "kind", "SINGLE", "explanation",
                    "先让人离开危险。", "options",
                    Stream.of("对的", "用手拉开", "泼水", "等一等").map(one -> Map.of("text", one, "correct", one.equals("对的"))).toList()));
        }
        return office.post("/api/quizzes", Map.of("title", "郭家庄村安全用电竞答", "bank", bank, "draw", 2, "secondsPerQuestion", 60,
                "mode", "LIVE")).getString("id");
    }

    @Test
    void a_square_answers_together_and_a_phone_that_reloads_is_the_same_player(DemoVillage village) {
        Screen host = village.chromium().desk().signIn("organizer", SECRET);
        Office office = new Office(village.port());
        JsonPath round = office.post("/api/quizzes/" + quiz(office) + "/rounds", Map.of());
        String code = round.getString("joinCode"), page = "/organizer/rounds/" + round.getString("id");
        String digits = code.substring(0, 3) + " " + code.substring(3);
        host.open(page).sees("等人加入", digits).picture("live-host-lobby");
        Screen wall = village.chromium().projector();
        wall.signIn("organizer", SECRET).open(page + "/wall").sees("扫二维码", digits);

        Screen wang = village.chromium().phone().signIn("13800000001", SECRET).open("/join").fill("请输", code).tap("下一步");
        wang.sees("用“王秀英”的名字加入").picture("live-join-known");
        wang.tap("用“王秀英”的名字加入").sees("等主持人开始");
        Screen li = village.chromium().phone().open("/join/" + code).picture("live-join-guest").fill("您的名字", "小李").tap("加入");
        li.sees("等主持人开始").picture("live-pad-lobby");
        Screen zhao = village.chromium().phone().open("/join/" + code).fill("您的名字", "老赵").tap("加入").sees("等主持人开始");
        wall.sees("王*英", "小李", "老赵").picture("live-wall-lobby");

        wall.press("PageDown");
        for (Screen phone : List.of(wang, li, zhao)) {
            assertThat(phone.page().locator(".option")).hasCount(4);
        }
        li.picture("live-pad-question");
        wall.sees("第 1 题，共 2 题").picture("live-wall-question");
        wang.tapOn(".option:has-text('对的')").sees("交上了，等公布答案").picture("live-pad-answered");
        li.tapOn(".option:has-text('泼水')").sees("交上了，等公布答案");
        zhao.page().reload();
        zhao.tapOn(".option:has-text('对的')").sees("交上了，等公布答案");
        wang.page().reload();
        wang.sees("交上了，等公布答案");
        assertThat(wall.page().locator("#count")).containsText("3 / 3");
        host.open(page).sees("公布答案");
        host.press("Space");

        wang.sees("答对了！", "先让人离开危险。").picture("live-pad-right");
        li.sees("这次没答对", "正确答案").picture("live-pad-wrong");
        zhao.sees("答对了！", "答对的分等您认领：结束后请找主持人。");
        wall.sees("先让人离开危险。").picture("live-wall-reveal");
        assertThat(wang.page().getByText("分，已记到存折")).isVisible();
        wall.press("PageDown");
        wall.sees("现在的名次").picture("live-wall-standings");
        wang.sees("您现在第 1 名，答对 1 题").picture("live-pad-standing");
        wall.press("PageDown");
        wall.sees("第 2 题，共 2 题");
        for (String verb : List.of("p", "p", "s")) {
            wall.press(verb);
            wall.page().waitForTimeout(400);
        }
        wall.sees("跳过这一题？").tap("跳过");
        wall.sees("领奖台").picture("live-wall-podium");
        wall.press("PageDown");
        wang.sees("结束了，谢谢您参加！").picture("live-pad-ended");
        host.open(page + "/results").sees("王*英", "1 题").picture("live-results");
    }
}
