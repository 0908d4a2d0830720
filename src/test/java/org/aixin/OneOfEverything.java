package org.aixin;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.redemption.TestShops;

import io.restassured.path.json.JsonPath;

/** Furnishes a village with one thing of every kind there is, by the calls that its own people have for that. */
@Singleton
class OneOfEverything {
    private static final AtomicInteger NAMES = new AtomicInteger((int) (System.nanoTime() & 0xfff));
    private final TestPeople people;
    private final TestShops shops;
    private final BusinessTime time;
    private final Sql sql;

    OneOfEverything(TestPeople people, TestShops shops, BusinessTime time, Sql sql) {
        this.people = people;
        this.shops = shops;
        this.time = time;
        this.sql = sql;
    }

    Things in(Unit unit) {
        Things things = new Things(unit);
        for (Role role : Role.staff()) {
            things.tokens.put(role, people.token(people.staff(unit, role).id()));
        }
        Member wang = somebody(things), li = somebody(things);
        things.tokens.put(Role.RESIDENT, people.token(wang.id()));
        long points = 70_000 + NAMES.addAndGet(11) % 9_000;
        shops.points(wang, points);
        shops.points(li, 500);
        things.marks.add("\"points\":" + points);
        people(things, wang, li);
        shop(things, wang, li);
        donations(things, wang);
        deeds(things, wang, li);
        quizzes(things, li);
        gatherings(things, li);
        return things;
    }

    private Member somebody(Things things) {
        String name = "欧阳" + (char) (0x7000 + NAMES.addAndGet(7) % 0x800) + (char) (0x7800 + NAMES.addAndGet(7) % 0x800);
        Member member = people.resident(things.unit, name);
        things.marks.add(name);
        things.marks.add(people.phoneOf(member));
        return member;
    }

    private String id(String query, Object... values) {
        return sql.first(query, row -> row.getString(1), values).orElseThrow(() -> new AssertionError(query));
    }

    private void people(Things things, Member wang, Member li) {
        Unit unit = things.unit;
        things.put(unit.id(), "unit", "units/id", "units/unit", "parent", "owner", "at");
        things.put(wang.id(), "memberId", "member", "members/id", "people/id", "removals/member", "roll/member", "kin");
        things.put(wang.household(), "household").put(wang.name(), "query", "q", "who", "group");
        things.put(people.phoneOf(wang), "login", "phone");
        String card = things.done(Role.ADMIN, "/api/members/" + wang.id() + "/cards", Map.of()).getString("card");
        things.marks.add(card);
        things.put(card, "card");
        things.done(Role.ADMIN, "/api/members/" + li.id() + "/roles", Map.of("role", "clerk", "unit", Long.toString(unit.id())));
        things.as(Role.ADMIN).delete("/api/members/" + li.id() + "/roles/clerk/" + unit.id()).then().statusCode(204);
        String asked = things.done(Role.ORGANIZER, "/api/members/" + li.id() + "/one-time-codes", Map.of())
                .getString("secondPerson");
        things.put(asked, "second-person/id", "slips/asked");
        Member gone = somebody(things);
        things.done(Role.ADMIN, "/api/removals/" + gone.id(), Map.of("name", gone.name(), "reason", things.secret("搬走")));
        things.put(List.of(Long.toString(wang.id()), Long.toString(li.id())), "members", "present", "recused");
    }

    private void shop(Things things, Member wang, Member li) {
        Unit unit = things.unit;
        Shop shop = shops.shop(unit), van = shops.shop(unit);
        Goods rice = shops.goods(unit, 5);
        String at = "/api/shops/" + shop.code();
        things.put(shop.code(), "shop", "shops/code", "stock/shop").put("shop:" + shop.code(), "where").put(van.code(), "van",
                "toShop", "to");
        things.put(rice.code(), "goods", "goods/code", "POST /admin/goods/{code} code");
        things.photo(Role.CLERK, "/api/goods/" + rice.code() + "/photo");
        List<Map<String, Object>> lines = List.of(Map.of("goods", rice.code(), "quantity", 1));
        things.put(lines, "lines");
        String day = time.today().plusDays(60).toString();
        things.done(Role.CLERK, at + "/slips", Map.of("kind", "IN", "reason", things.secretOfShop("进货"), "lines",
                List.of(Map.of("goods", rice.code(), "quantity", 900, "bestBefore", day))));
        String label = things.as(Role.CLERK).get(at + "/batches").jsonPath().getString("items[0].label");
        things.put(label, "batches/label", "batch", "GET /api/batches/by-scan/{digits} digits");
        things.put(rice.label(), "by-scan/digits");
        String waiting = things
                .done(Role.CLERK, at + "/slips", Map.of("kind", "OUT", "reason", things.secretOfShop("送出"), "lines",
                        List.of(Map.of("goods", rice.code(), "quantity", 300))))
                .getString("id");
        things.put(waiting, "slips/id");
        things.done(Role.CLERK, at + "/counts", Map.of("countedBy", things.secretOfShop("盘点"), "lines",
                List.of(Map.of("goods", rice.code(), "counted", 899))));
        things.put(List.of(Map.of("goods", rice.code(), "counted", 1)), "POST /api/shops/{code}/counts lines");
        Map<String, Object> wish = Map.of("shop", shop.code(), "lines", lines);
        JsonPath reserved = things.done(Role.RESIDENT, "/api/orders", wish),
                taken = things.done(Role.RESIDENT, "/api/orders", wish);
        String code = reserved.getString("code");
        things.marks.add(code);
        things.ofShop.add(code);
        things.ofShop.add(taken.getString("code"));
        things.put(reserved.getString("id"), "orders/id");
        things.done(Role.CLERK, "/api/desk/collections", Map.of("shop", shop.code(), "code", taken.getString("code")));
        things.put(taken.getString("id"), "undo/id", "receipts/order", "POST /api/orders/{id}/reversal id");
        things.put(code, "POST /api/desk/scan code", "POST /api/desk/collections code", "POST /desk/scan code",
                "POST /desk/collections code");
        things.put(things.text("card"), "POST /api/desk/behalf code", "POST /desk/behalf code",
                "POST /api/drills/{id}/roll code", "POST /organizer/drills/{id}/roll code");
        String visit = things.done(Role.CLERK, "/api/desk/scan", Map.of("shop", shop.code(), "code", things.text("card")))
                .getString("visit");
        things.put(visit, "visit", "visits/id").put(rice.code() + ":1", "basket");
        things.form(Role.CLERK, "/desk/sessions", Map.of("shop", shop.code()));
        things.put(id("SELECT id FROM counter_session WHERE shop_id = ?", shop.id()), "sessions/id");
        things.put(id("SELECT clerk_id FROM counter_session WHERE shop_id = ?", shop.id()), "clerks/id");
        long bound = people.staff(unit, Role.CLERK).id();
        things.form(Role.ADMIN, "/admin/clerks/" + bound, Map.of("shop", van.code()));
        things.bound = people.token(bound);
        things.put(
                things.done(Role.ADMIN, "/api/redemption-rules", Map.of("kind", "LIMIT", "shop", shop.code(), "scope", "MEMBER",
                        "span", "YEAR", "quantity", 1000)).getString("id"),
                "redemption-rules/id");
    }

    private void donations(Things things, Member wang) {
        String donor = things.secret("供电所"), note = things.secretOfShop("捐赠");
        String day = time.today().toString();
        things.done(Role.CLERK, "/api/donations", Map.of("donor", donor, "shop", things.text("shop"), "lines",
                List.of(Map.of("goods", things.text("goods"), "quantity", 1)), "day", day, "note", note));
        String id = id("SELECT id FROM donor WHERE name = ?", donor);
        things.put(donor, "donor").put(id, "donors/id", "POST /api/events donor", "PUT /api/events/{id} donor",
                "POST /organizer/events/new donor", "POST /organizer/events/{id}/edit donor")
                .put(id("SELECT id FROM donation WHERE donor_id = ?", id), "donations/id");
        things.put(things.done(Role.ADMIN, "/api/solvency/fund", Map.of("unit", Long.toString(things.unit.id()), "words",
                things.secret("资金"), "fen", 100_00, "day", day)).getString("id"), "fund/id");
    }

    private void deeds(Things things, Member wang, Member li) {
        String then = time.now().minus(1, ChronoUnit.DAYS).toString(), unit = Long.toString(things.unit.id());
        String member = Long.toString(wang.id());
        things.put(things.done(Role.ORGANIZER, "/api/awards", Map.of("memberId", member, "rule", "drill", "note",
                things.secret("参加"), "occurredAt", then, "reference", things.secret("次"))).getString("id"), "awards/id");
        things.put(things.done(Role.ORGANIZER, "/api/awards", Map.of("memberId", member, "rule", "neighbour_help", "note",
                things.secret("帮"), "occurredAt", then)).getString("id"), "proposals/id");
        things.put(things.done(Role.ORGANIZER, "/api/awards", Map.of("memberId", member, "rule", deduction(), "note",
                things.secret("扣"), "occurredAt", then)).getString("id"), "deductions/id");
        String noticed = claim(things, 1);
        things.photo(Role.RESIDENT, "/api/claims/" + noticed + "/photos");
        String photo = id("SELECT id FROM claim_photo WHERE claim = ?", noticed);
        things.put(photo, "GET /claims/{id}/photos/{photo} photo").put(noticed, "rechecks/claim",
                "GET /claims/{id}/photos/{photo} id");
        things.done(Role.REVIEWER, "/api/claims/" + noticed + "/review", Map.of("approve", true, "note", things.secret("审核")));
        String notice = id("SELECT id FROM notice WHERE unit = ?", things.unit.id());
        things.put(notice, "notices/id");
        things.put(things.done(Role.RESIDENT, "/api/notices/" + notice + "/objections", Map.of("row", 1, "reason",
                things.secret("异议"))).getString("id"), "objections/id");
        String waiting = claim(things, 2);
        things.put(waiting, "claims/id", "reviews/id").put(List.of(waiting), "claims", "claim");
        Member[] group = {somebody(things), somebody(things), somebody(things)};
        things.put(things.done(Role.ORGANIZER, "/api/meetings", Map.of("unit", unit, "place", things.secret("村委会"), "members",
                List.of(group).stream().map(one -> Long.toString(one.id())).toList())).getString("id"), "meetings/id");
        String claimed = claim(things, 3);
        things.put(List.of(claimed), "claims", "claim");
        things.put(List.of(Map.of("claim", waiting, "inFavour", 2, "against", 0)), "rows");
        things.put(things.as(Role.RESIDENT).get("/api/me/statement").jsonPath().getString("items[0].id"), "statement/id",
                "passbook/id");
    }

    private String deduction() {
        return id("SELECT v.rule FROM standard_version v WHERE v.points < 0 AND v.active AND v.roles LIKE '%ORGANIZER%'"
                + " AND v.asset = 'POINTS' AND v.since <= ? ORDER BY v.rule LIMIT 1", time.today());
    }

    private String claim(Things things, int daysAgo) {
        String then = time.now().minus(daysAgo, ChronoUnit.DAYS).toString();
        return things.done(Role.RESIDENT, "/api/claims", Map.of("rule", "cleanup", "occurredAt", then, "note",
                things.secret("扫广场"))).getString("id");
    }

    private void quizzes(Things things, Member li) {
        String unit = Long.toString(things.unit.id());
        String bank = things.done(Role.ORGANIZER, "/api/question-banks", Map.of("title", things.secret("库"), "unit", unit))
                .getString("id");
        IntStream.range(0, 3).forEach(i -> things.done(Role.ORGANIZER, "/api/question-banks/" + bank + "/questions",
                Map.of("text", things.secret("问") + i + "？", "kind", "SINGLE", "options",
                        List.of(Map.of("text", "对", "correct", true), Map.of("text", "错", "correct", false)))));
        String question = id("SELECT id FROM question WHERE bank = ? LIMIT 1", bank);
        things.put(bank, "bank", "POST /organizer/quizzes from", "question-banks/id").put(question, "questions/question",
                "question");
        things.photo(Role.ORGANIZER, "/api/question-banks/" + bank + "/questions/" + question + "/picture");
        things.put(id("SELECT picture FROM question WHERE id = ?", question), "pictures/id");
        String own = quiz(things, bank, "SELF"), together = quiz(things, bank, "LIVE");
        things.put(own, "quizzes/id").put(together, "POST /api/quizzes/{id}/rounds id", "POST /organizer/quizzes/{id}/rounds id");
        JsonPath attempt = things.done(Role.RESIDENT, "/api/quizzes/" + own + "/attempts", Map.of());
        things.put(attempt.getString("id"), "attempts/id").put(List.of(Map.of("question", attempt.getString("questions[0].id"),
                "options", List.of(attempt.getString("questions[0].options[0].id")))), "answers");
        JsonPath round = things.done(Role.ORGANIZER, "/api/quizzes/" + together + "/rounds", Map.of());
        things.put(round.getString("id"), "rounds/id").put(round.getString("joinCode"), "join/code", "POST /join code",
                "POST /api/rounds/{id}/players id");
        things.put(round.getString("venue"), "venue", "v").put(List.of(question), "POST /api/rounds/{id}/answers options");
        things.done(Role.RESIDENT, "/api/rounds/" + round.getString("joinCode") + "/players", Map.of("venue",
                round.getString("venue")));
        things.put(id("SELECT id FROM live_player WHERE round = ? LIMIT 1", round.getString("id")), "players/player",
                "guests/player");
    }

    private static String quiz(Things things, String bank, String mode) {
        String title = mode.equals("LIVE") ? "现场竞答" : things.secret("竞答");
        return things.done(Role.ORGANIZER, "/api/quizzes", Map.of("title", title, "bank", bank, "draw", 2,
                "secondsPerQuestion", 60, "mode", mode)).getString("id");
    }

    private void gatherings(Things things, Member li) {
        String unit = Long.toString(things.unit.id()), member = Long.toString(li.id()), now = time.now().toString();
        String drill = things.done(Role.ORGANIZER, "/api/drills",
                Map.of("title", things.secret("演练"), "unit", unit, "place", "广场",
                        "startsAt", now, "roles", List.of(Map.of("name", "指挥组", "people", things.secret("人"))), "steps",
                        List.of(Map.of("title", "发出警报"))))
                .getString("drill.id");
        things.put(drill, "drills/id").put("drill:" + drill, "gathering").put(1, "steps/position");
        things.done(Role.ORGANIZER, "/api/drills/" + drill + "/roll", Map.of("memberId", member));
        String event = things.done(Role.ORGANIZER, "/api/events", Map.of("title", things.secret("活动"), "unit", unit, "firstDay",
                time.today().toString(), "lastDay", time.today().plusDays(2).toString(), "place", "广场", "note",
                things.secret("记"))).getString("id");
        things.put(event, "events/id");
        things.done(Role.ORGANIZER, "/api/events/" + event + "/parts", Map.of("kind", "TALK", "name", things.secret("讲座"), "who",
                things.secret("讲师"), "day", time.today().toString(), "people", 3));
        things.put(id("SELECT id FROM event_talk WHERE event = ?", event), "part").put(drill, "pick");
        things.photo(Role.ORGANIZER, "/api/events/" + event + "/photos");
        things.put(id("SELECT id FROM event_photo WHERE event = ?", event), "photos/photo");
    }
}
