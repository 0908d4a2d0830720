package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.kernel.TestClock;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;

/** A village with one of everything in every state that it can have, made over HTTP as its people make it. */
@Singleton
class EveryState {
    private static final Duration LONG_AGO = Duration.ofDays(45);
    private final Village villages;
    private final TestPeople people;
    private final Map<String, List<String>> ids = new LinkedHashMap<>();
    private final Map<Role, Long> staff = new EnumMap<>(Role.class);
    private Village.@Nullable Furnished village;
    private @Nullable Member li, zhao;

    EveryState(Village villages, TestPeople people) {
        this.villages = villages;
        this.people = people;
    }

    /** Ids and codes by the kind of thing, one for each of its states or more. */
    Map<String, List<String>> made() {
        if (village == null) {
            village = villages.furnished(100, 120);
            for (Role role : Role.staff()) {
                staff.put(role, people.staff(village.unit(), role).id());
            }
            staff.put(Role.RESIDENT, village.wang().id());
            li = people.resident(village.unit(), "李大爷");
            zhao = people.resident(village.unit(), "赵组员");
            TestClock.advance(LONG_AGO.negated());
            try {
                whatIsOver();
            } finally {
                TestClock.reset();
            }
            people();
            shop();
            orders();
            claims();
            awards();
            quizzes();
            rounds();
            gatherings();
            money();
        }
        return ids;
    }

    Village.Furnished village() {
        return Objects.requireNonNull(village);
    }

    /** A new token of the one who has the role here. */
    String token(Role role) {
        return people.token(id(role));
    }

    private long id(Role role) {
        return Objects.requireNonNull(staff.get(role));
    }

    private String li() {
        return Long.toString(Objects.requireNonNull(li).id());
    }

    private String zhao() {
        return Long.toString(Objects.requireNonNull(zhao).id());
    }

    private String keep(String kind, String id) {
        ids.computeIfAbsent(kind, any -> new ArrayList<>()).add(id);
        return id;
    }

    private String keep(String kind, JsonPath answer) {
        String id = answer.getString("id");
        return keep(kind, Objects.requireNonNull(id == null ? answer.getString("drill.id") : id, answer.prettify()));
    }

    private JsonPath post(long who, String path, Object body) {
        return sent(people.as(who).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path), path);
    }

    private JsonPath post(Role role, String path, Object body) {
        return post(id(role), path, body);
    }

    private JsonPath get(Role role, String path) {
        return sent(people.as(id(role)).get(path), path);
    }

    private void delete(Role role, String path) {
        sent(people.as(id(role)).delete(path), path);
    }

    private static JsonPath sent(Response answer, String path) {
        assertThat(answer.statusCode()).as(path + " " + answer.asString()).isBetween(200, 299);
        return answer.jsonPath();
    }

    private static String daysAgo(int days) {
        return new TestClock().instant().minus(Duration.ofDays(days)).toString();
    }

    private String order(int quantity) {
        return post(Role.RESIDENT, "/api/orders", village().wish(quantity)).getString("id");
    }

    private String collected() {
        JsonPath order = post(Role.RESIDENT, "/api/orders", village().wish(1));
        post(Role.CLERK, "/api/desk/collections", Map.of("shop", village().shop(), "code", order.getString("code")));
        return order.getString("id");
    }

    private String visit(String phone) {
        return post(Role.CLERK, "/api/desk/scan", Map.of("shop", village().shop(), "code", phone)).getString("visit");
    }

    private String card(Member member) {
        return Objects.requireNonNull(post(Role.ADMIN, "/api/members/" + member.id() + "/cards", Map.of()).getString("card"));
    }

    /** What has run out by itself since: an order, a visit, an attempt, a notice, days to answer. */
    private void whatIsOver() {
        keep("order", order(1));
        keep("visit", visit(card(village().wang())));
        keep("attempt", people.as(id(Role.RESIDENT)).post("/api/quizzes/" + village().quiz() + "/attempts").jsonPath());
        String claim = keep("claim", claim());
        review(claim, true);
        keep("proposal", litter());
        keep("drill", drill(new TestClock().instant()));
    }

    private void people() {
        keep("member", Long.toString(village().wang().id()));
        keep("member", li());
        String gone = Long.toString(people.resident(village().unit(), "陈一").id());
        post(Role.ADMIN, "/api/removals/" + gone, Map.of("name", "陈一", "reason", "搬走了"));
        keep("member", gone);
        keep("member", Long.toString(id(Role.CLERK)));
        String unit = Long.toString(village().unit().id());
        keep("unit", unit);
        keep("unit", post(Role.ADMIN, "/api/units", Map.of("name", "一组", "kind", "COMPOUND", "parent", unit)));
        keep("unit", post(Role.ADMIN, "/api/units", Map.of("name", "支部", "kind", "BRANCH", "parent", unit)));
    }

    private void shop() {
        String unit = Long.toString(village().unit().id()), word = village().shop();
        keep("shop", word);
        keep("shop", shop(word + "x", unit, "FIXED"));
        sent(people.as(id(Role.ADMIN)).body(Map.of("paused", true, "reason", "盘点")).patch("/api/shops/" + word + "x"), "pause");
        keep("shop", shop(word + "v", unit, "MOBILE"));
        keep("goods", village().rice());
        keep("goods", goods(Role.CLERK, word + "p"));
        keep("goods", goods(Role.ADMIN, word + "q"));
        sent(people.as(id(Role.ADMIN)).body(Map.of("status", "PAUSED", "reason", "没有了")).patch("/api/goods/" + word + "q"),
                "pause");
        Object few = village().wish(2).get("lines"), many = village().wish(300).get("lines");
        String slips = "/api/shops/" + word + "/slips";
        keep("slip", post(Role.CLERK, slips, Map.of("kind", "IN", "reason", "进货", "lines", Objects.requireNonNull(few))));
        post(Role.CLERK, slips,
                Map.of("kind", "IN", "reason", "进货", "lines", Objects.requireNonNull(village().wish(900).get("lines"))));
        for (String then : List.of("", "/confirmation", "/refusal")) {
            String slip = keep("slip",
                    post(Role.CLERK, slips, Map.of("kind", "OUT", "reason", "送出", "lines", Objects.requireNonNull(many))));
            if (!then.isEmpty()) {
                post(Role.ADMIN, slips + "/" + slip + then, Map.of("reason", "数目不对"));
            }
        }
        post(Role.CLERK, slips,
                Map.of("kind", "IN", "reason", "进货", "lines", List.of(Map.of("goods", village().rice(), "quantity", 3,
                        "bestBefore", daysAgo(-20).substring(0, 10)))));
        JsonPath batches = get(Role.CLERK, "/api/shops/" + word + "/batches");
        keep("label", Objects.requireNonNullElse(batches.getString("items[0].label"), "1"));
        keep("slip", post(Role.CLERK, "/api/shops/" + word + "/counts",
                Map.of("lines", List.of(Map.of("goods", village().rice(), "counted", 1)))));
        for (boolean end : new boolean[]{false, true}) {
            String rule = keep("redemption-rule", post(Role.ADMIN, "/api/redemption-rules", Map.of("kind", "LIMIT", "shop", word,
                    "scope", "MEMBER", "span", "DAY", "goods", village().rice(), "quantity", 90)));
            if (end) {
                post(Role.ADMIN, "/api/redemption-rules/" + rule + "/end", Map.of());
            }
        }
    }

    private String shop(String code, String unit, String kind) {
        Map<String, Object> body = new HashMap<>(Map.of("code", code, "name", "店" + code, "kind", kind, "unit", unit));
        if (kind.equals("MOBILE")) {
            body.put("eventEndsAt", daysAgo(-3));
        }
        post(Role.ADMIN, "/api/shops", body);
        return code;
    }

    private String goods(Role by, String code) {
        post(by, "/api/goods", Map.of("code", code, "name", "物品" + code, "points", 5, "unit", "袋"));
        return code;
    }

    private void orders() {
        keep("order", order(1));
        keep("order", collected());
        String cancelled = keep("order", order(1));
        post(Role.RESIDENT, "/api/orders/" + cancelled + "/cancellation", Map.of());
        String reversed = keep("order", collected());
        post(Role.CLERK, "/api/orders/" + reversed + "/reversal", Map.of("reason", "拿错了"));
        keep("visit", visit(card(Objects.requireNonNull(li))));
        get(Role.RESIDENT, "/api/me/statement").<String>getList("items.id").forEach(id -> keep("transfer", id));
    }

    private String claim() {
        return post(Long.parseLong(li()), "/api/claims", Map.of("rule", "cleanup", "occurredAt", daysAgo(1), "note", "扫了广场"))
                .getString("id");
    }

    private void review(String claim, boolean approve) {
        post(Role.REVIEWER, "/api/claims/" + claim + "/review", Map.of("approve", approve, "note", "看过了"));
    }

    private void claims() {
        review(keep("claim", claim()), false);
        String noticed = keep("claim", post(id(Role.RESIDENT), "/api/claims",
                Map.of("rule", "cleanup", "occurredAt", daysAgo(2), "note", "扫了广场")));
        review(noticed, true);
        keep("claim", claim());
        List<String> notices = sent(people.as(id(Role.RESIDENT)).get("/api/notices"), "notices").getList("items.id");
        notices.stream().limit(6).forEach(id -> keep("notice", id));
        for (String notice : notices) {
            Response said = people.as(Long.parseLong(zhao())).header("Idempotency-Key", UUID.randomUUID())
                    .body(Map.of("row", 1, "reason", "那天没看见")).post("/api/notices/" + notice + "/objections");
            if (said.statusCode() == 201) {
                keep("objection", said.jsonPath());
            }
        }
        for (boolean close : new boolean[]{false, true}) {
            String meeting = keep("meeting",
                    post(Role.ORGANIZER, "/api/meetings", Map.of("unit", Long.toString(village().unit().id()),
                            "place", "村委会", "members",
                            List.of(zhao(), Long.toString(village().wang().id()), Long.toString(people.resident(
                                    village().unit(), "刘组员").id())),
                            "claims", List.of(keep("claim", claimOfAnother())))));
            if (close) {
                String claim = get(Role.REVIEWER, "/api/meetings/" + meeting).getString("items[0].claim");
                post(Role.ORGANIZER, "/api/meetings/" + meeting + "/votes", Map.of("rows",
                        List.of(Map.of("claim", claim, "inFavour", 2, "against", 0, "recused", List.of()))));
                post(Role.ORGANIZER, "/api/meetings/" + meeting + "/closing", Map.of());
            }
        }
    }

    private String claimOfAnother() {
        Member other = people.resident(village().unit(), "陈二");
        return post(other.id(), "/api/claims", Map.of("rule", "cleanup", "occurredAt", daysAgo(1), "note", "扫了广场"))
                .getString("id");
    }

    private String award(String rule, @Nullable String note, String at) {
        Map<String, Object> body = new HashMap<>(Map.of("memberId", li(), "rule", rule, "occurredAt", at, "reference",
                UUID.randomUUID().toString().substring(0, 8)));
        if (note != null) {
            body.put("note", note);
        }
        return post(Role.ORGANIZER, "/api/awards", body).getString("id");
    }

    private String litter() {
        return award("litter", "健身广场", daysAgo(0));
    }

    private void awards() {
        keep("award", award("drill", null, daysAgo(1)));
        String reversed = keep("award", award("drill", null, daysAgo(3)));
        post(Role.ORGANIZER, "/api/awards/" + reversed + "/reversal", Map.of("reason", "记错了"));
        keep("proposal", litter());
        delete(Role.ORGANIZER, "/api/proposals/" + keep("proposal", litter()));
        String decided = keep("proposal", Objects.requireNonNull(ids.get("proposal")).get(0));
        post(Role.SECRETARY, "/api/proposals/" + decided + "/decision", Map.of("confirm", true, "reply", "看过了"));
        keep("proposal", litter());
    }

    private String quiz(String mode, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("title", "竞答", "bank", village().bank(), "draw", 2, "secondsPerQuestion",
                60, "mode", mode));
        body.putAll(more);
        return keep("quiz", post(Role.ORGANIZER, "/api/quizzes", body));
    }

    private void quizzes() {
        keep("bank", village().bank());
        keep("quiz", village().quiz());
        get(Role.ORGANIZER, "/api/question-banks/" + village().bank() + "/questions").<String>getList("items.id")
                .forEach(id -> keep("question", id));
        quiz("SELF", Map.of("opensAt", daysAgo(-3)));
        String ended = quiz("SELF", Map.of());
        keep("attempt", people.as(Long.parseLong(li())).post("/api/quizzes/" + ended + "/attempts").jsonPath());
        JsonPath attempt = people.as(id(Role.RESIDENT)).post("/api/quizzes/" + ended + "/attempts").jsonPath();
        keep("attempt", attempt);
        post(Role.RESIDENT, "/api/attempts/" + attempt.getString("id") + "/answers", Map.of("answers",
                List.of(Map.of("question", attempt.getString("questions[0].id"), "options",
                        List.of(Objects.requireNonNull(attempt.getString("questions[0].options[0].id")))))));
        post(Role.ORGANIZER, "/api/quizzes/" + ended + "/closing", Map.of());
        String running = quiz("SELF", Map.of());
        keep("attempt", people.as(id(Role.RESIDENT)).post("/api/quizzes/" + running + "/attempts").jsonPath());
    }

    private void rounds() {
        String quiz = quiz("LIVE", Map.of());
        for (int keys = 0; keys <= 9; keys++) {
            JsonPath opened = post(Role.ORGANIZER, "/api/quizzes/" + quiz + "/rounds", Map.of());
            String round = keep("round", opened), code = keep("join", Objects.requireNonNull(opened.getString("joinCode")));
            for (long who : new long[]{id(Role.RESIDENT), Long.parseLong(li())}) {
                Response joined = people.as(who).body(Map.of()).post("/api/rounds/" + code + "/players");
                if (joined.statusCode() == 201) {
                    get(Role.ORGANIZER, "/api/rounds/" + round + "/players").<String>getList("items.id").stream().limit(1)
                            .forEach(player -> keep("player", player));
                }
            }
            for (int pressed = 0; pressed < Math.min(keys, 8); pressed++) {
                people.as(id(Role.ORGANIZER)).body(Map.of()).post("/api/rounds/" + round + "/advance");
            }
            people.as(id(Role.ORGANIZER)).body(Map.of()).post("/api/rounds/" + round + (keys == 9 ? "/pause" : "/end"));
        }
        keep("round", post(Role.ORGANIZER, "/api/quizzes/" + quiz + "/rounds", Map.of()));
    }

    private String drill(Instant at) {
        return post(Role.ORGANIZER, "/api/drills", Map.of("title", "消防疏散演练", "place", "健身广场", "startsAt", at.toString(), "roles",
                List.of(Map.of("name", "指挥组", "people", "赵大山")), "steps", List.of(Map.of("title", "发出警报", "who", "指挥组"))))
                .getString("drill.id");
    }

    private void gatherings() {
        Instant now = new TestClock().instant();
        keep("drill", drill(now.plus(Duration.ofDays(3))));
        keep("drill", drill(now));
        String cancelled = keep("drill", drill(now));
        post(Role.ORGANIZER, "/api/drills/" + cancelled + "/cancellation", Map.of("reason", "下雨"));
        String closed = keep("drill", drill(now));
        post(Role.ORGANIZER, "/api/drills/" + closed + "/roll", Map.of("memberId", li()));
        post(Role.ORGANIZER, "/api/drills/" + closed + "/roll/closing", Map.of());
        String today = daysAgo(0).substring(0, 10);
        for (boolean cancel : new boolean[]{false, true}) {
            String event = keep("event",
                    post(Role.ORGANIZER, "/api/events", Map.of("title", "安全生产月进村", "firstDay", today, "lastDay",
                            today, "place", "健身广场", "sponsor", "供电所")));
            if (cancel) {
                post(Role.ORGANIZER, "/api/events/" + event + "/cancellation", Map.of("reason", "下雨"));
            } else {
                post(Role.ORGANIZER, "/api/events/" + event + "/parts", Map.of("kind", "drill", "pick", closed));
            }
        }
    }

    private void money() {
        String unit = Long.toString(village().unit().id()), today = daysAgo(0).substring(0, 10);
        JsonPath given = post(Role.CLERK, "/api/donations", Map.of("donor", "供电所" + unit, "donorKind", "organization", "shop",
                village().shop(), "named", true, "lines", Objects.requireNonNull(village().wish(2).get("lines"))));
        keep("donation", given);
        keep("donor", Objects.requireNonNull(given.getString("donor")));
        for (boolean reverse : new boolean[]{false, true}) {
            String entry = keep("fund",
                    post(Role.ADMIN, "/api/solvency/fund", Map.of("unit", unit, "kind", "donation", "words", "电力公司",
                            "fen", 5000, "day", today)));
            if (reverse) {
                post(Role.ADMIN, "/api/solvency/fund/" + entry + "/reversal", Map.of("reason", "记错了"));
            }
        }
    }
}
