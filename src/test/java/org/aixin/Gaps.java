package org.aixin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.aixin.Operations.Operation;

import org.jspecify.annotations.Nullable;

/** Fills every gap of an operation with what a village has, or with something that fits; remembers the gaps that nothing is known for. */
final class Gaps {
    private static final Pattern GAP = Pattern.compile("(?:([\\w.-]+)/)?\\{(\\w+)}");
    /** What is no thing of anybody, and may be left out. */
    private static final Set<String> LEFT_OUT = Set.of("cursor", "limit", "saved", "sent", "changed", "undone",
            "withdrawn",
            "objected", "corrected", "raised", "posted", "last", "off", "before", "size", "wall", "key", "lang", "large", "back",
            "ean",
            "monthlyLimit", "least", "most", "topic", "opensAt", "closesAt", "parts", "picture", "secret", "pass", "venue",
            "other",
            "copies", "by", "partTopic", "easiest", "hardest", "partCount", "first", "lastDay", "eventEndsAt", "close", "against",
            "recused", "again", "child", "partyMember", "card", "reference", "status", "consent", "given", "consentCode",
            "consentSecret");
    /** What fits anywhere. */
    private static final Map<String, Object> PLAIN = plain();
    final Set<String> unknown = new TreeSet<>();

    /** Whose things fill the gaps: the one gap of this name with those of another. */
    record Source(Things all, @Nullable String gap, @Nullable Things other) {
        @Nullable
        Object of(String name, String last) {
            Things from = last.equals(gap) && other != null ? other : all;
            return from.gap(name);
        }
    }

    private static Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        String today = LocalDate.now().toString(), then = OffsetDateTime.now().minusDays(1).toString();
        for (String text : List.of("name", "title", "reason", "note", "words", "place", "sponsor", "speaker", "caption", "answer",
                "reply",
                "countedBy", "explanation", "source", "pledge")) {
            plain.put(text, "文字");
        }
        plain.putAll(Map.of("office", "organizer", "role", "clerk", "roles/role", "clerk", "redemption-rules/kind", "limits",
                "verb", "pause",
                "parts/kind", "TALK", "kind/part", "1", "seals/number", "1", "standard/code", "quiz_correct", "versions/version",
                "1"));
        plain.putAll(
                Map.of("expired/day", today, "expiry/day", today, "day", today, "firstDay", today, "since", today, "to", today,
                        "occurredAt", then, "startsAt", then, "month", today.substring(0, 7), "year", today.substring(0, 4)));
        plain.putAll(
                Map.of("points", 7, "quantity", 1, "fen", 100, "amount", "1", "low", 3, "row", 1, "version", 1, "seconds", 10,
                        "draw", 1));
        plain.putAll(Map.of("secondsPerQuestion", 60, "triesPerDay", 3, "months", 12, "pieces", 3, "budget", 100, "people", 3,
                "keepDays", 5,
                "base", 1, "counted", 1, "booked", 1));
        plain.putAll(Map.of("child", true, "done", true, "secret", "q7w8e9r0t1", "again", "q7w8e9r0t1", "event", "文字"));
        plain.putAll(Map.of("approve", true, "confirm", true, "uphold", true, "paused", true, "named", true, "shown", true));
        plain.putAll(Map.of("scope", "MEMBER", "span", "YEAR", "mode", "SELF", "setting", "SEPARATE", "donorKind", "organization",
                "opens",
                "08:00", "closes", "17:00", "clock", "08:00"));
        plain.putAll(Map.of("weekdays", List.of(1), "monthDays", List.of(1), "options",
                List.of(Map.of("text", "对", "correct", true), Map.of("text", "错", "correct", false)), "option", List.of("对", "错"),
                "right", List.of("1"), "steps", List.of(Map.of("title", "一")), "roles",
                List.of(Map.of("name", "组", "people", "人")),
                "step", List.of("一"), "text", "什么？", "difficulty", 1));
        plain.putAll(
                Map.of("rule", "cleanup", "code", "cleanup", "login", "nobody", "old", "old-secret", "oneTimeCode", "12345678",
                        "quizzes", "1", "inFavour", List.of("2"), "bestBefore", List.of(""), "title?", ""));
        plain.put("from", LocalDate.now().minusDays(9).toString());
        plain.putAll(Map.of("watch/kind", "code_reissue", "pin", "2468", "totp", "123456", "required", true, "sign-out/id", "1"));
        return plain;
    }

    String address(Operation one, Source source) {
        Matcher gap = GAP.matcher(one.path());
        StringBuilder address = new StringBuilder();
        while (gap.find()) {
            String before = gap.group(1), name = gap.group(2);
            Object value = value(one, source, before == null ? name : before + "/" + name, name);
            gap.appendReplacement(address,
                    (before == null ? "" : before + "/") + Matcher.quoteReplacement(String.valueOf(value)));
        }
        gap.appendTail(address);
        String query = form(one, source, one.query());
        return query.isEmpty() ? address.toString() : address + "?" + query;
    }

    Map<String, Object> json(Operation one, Source source) {
        Map<String, Object> body = new LinkedHashMap<>();
        one.fields().forEach((field, type) -> {
            Object value = isLeftOut(one, field) ? null : value(one, source, field, field);
            if (value != null) {
                body.put(field, value);
            }
        });
        return body;
    }

    String form(Operation one, Source source, Collection<String> fields) {
        List<String> pairs = new ArrayList<>();
        for (String field : fields) {
            Object value = isLeftOut(one, field) ? null : value(one, source, field, field);
            for (Object each : value instanceof List<?> several ? several : value == null ? List.of() : List.of(value)) {
                pairs.add(field + "=" + encoded(each instanceof Map<?, ?> row ? row.values().iterator().next() : each));
            }
        }
        return String.join("&", pairs);
    }

    /** Goods are given or money is, never both; a child is marked by the calls that are for that. */
    private static boolean isLeftOut(Operation one, String field) {
        boolean given = one.path().contains("donations") && Set.of("fen", "amount", "unit").contains(field);
        boolean meant = field.equals("child") && !one.method().equals("GET") && one.path().contains("{id}")
                || Set.of("secret", "again").contains(field) && one.path().contains("secret");
        return given || LEFT_OUT.contains(field) && !meant;
    }

    /** What a form sends besides what the document says of it. */
    String unwritten(Operation one, Source source) {
        Things things = source.all;
        Object shop = source.of("shop", "shop"), goods = source.of("goods", "goods");
        return switch (one.toString()) {
            case "POST /desk/basket", "POST /desk/redemptions" ->
                "shop=" + shop + "&visit=" + things.gap("visit") + "&n_" + goods + "=1";
            case "POST /shop/orders", "GET /shop/confirm" -> "shop=" + shop + "&n_" + goods + "=1";
            case "POST /admin/redemption-rules/{kind}" -> "where=shop:" + shop + "&scope=MEMBER&span=YEAR&quantity=3";
            case "POST /admin/redemption-rules/{id}/quantity" -> "quantity=3";
            case "POST /clock" -> "day=" + LocalDate.now().getDayOfMonth();
            case "POST /attempts/{id}/answers", "POST /standard/edit/rule" ->
                "code=quiz_correct&base=1&since=" + LocalDate.now() + "&title=x";
            default -> "";
        };
    }

    static String encoded(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    /** The parts of a form with a file, the picture wherever one can be. */
    List<Object> parts(Operation one, Source source) {
        List<Object> parts = new ArrayList<>();
        for (String field : one.fieldsOf("multipart/form-data")) {
            boolean file = Set.of("photo", "picture", "file").contains(field);
            Object value = file || isLeftOut(one, field) ? null : value(one, source, field, field);
            if (file) {
                parts.add(Map.of("name", field, "file", Things.PICTURE));
            }
            for (Object each : value instanceof List<?> several ? several : value == null ? List.of() : List.of(value)) {
                parts.add(Map.of("name", field, "text", each));
            }
        }
        return parts;
    }

    private @Nullable Object value(Operation one, Source source, String name, String last) {
        for (String key : List.of(one + " " + last, name)) {
            Object value = source.of(key, last);
            if (value != null) {
                return value;
            }
        }
        Object value = ownOf(one, last);
        if (value == null) {
            value = PLAIN.get(name);
        }
        if (value == null) {
            unknown.add(one + " " + name);
        }
        return value;
    }

    /** What means something else here than its name does elsewhere. */
    private static @Nullable Object ownOf(Operation one, String name) {
        String kind = one.path().endsWith("/slips")
                ? "OUT"
                : one.path().endsWith("/parts") || one.path().endsWith("/removal")
                        ? (one.path().endsWith("/parts") ? "DRILL" : "TALK")
                        : one.path().contains("units") && one.path().endsWith("expiry")
                                ? "NEVER"
                                : one.path().endsWith("units")
                                        ? "COMPOUND"
                                        : one.path().endsWith("shops")
                                                ? "FIXED"
                                                : one.path().contains("fund")
                                                        ? "DONATION"
                                                        : one.path().contains("redemption-rules")
                                                                ? "LIMIT"
                                                                : one.path().contains("question") ? "SINGLE" : "award";
        return name.equals("kind") ? kind : null;
    }

    /** The gaps of an operation in which another village has things of its own, where at least one more gap is left. */
    static List<String> mixed(Operation one) {
        if (one.method().equals("POST") && one.path().matches(".*/(shops|goods)")) {
            return List.of(); // the code is that of a new thing
        }
        Set<String> names = new TreeSet<>(one.query());
        names.addAll(one.fields().keySet());
        names.addAll(one.formFields());
        Matcher gap = GAP.matcher(one.path());
        while (gap.find()) {
            names.add(gap.group(2));
        }
        Set<String> things = names.stream().filter(THINGS::contains).collect(Collectors.toCollection(TreeSet::new));
        return things.size() < 2 ? List.of() : List.copyOf(things);
    }

    private static final Set<String> THINGS = Set.of("id", "code", "shop", "unit", "goods", "lines", "member", "memberId",
            "household",
            "bank", "question", "photo", "part", "pick", "visit", "members", "claims", "claim", "gathering",
            "donor",
            "toShop", "batch", "owner", "order", "digits", "label", "present", "rows", "answers");

    /** Whether an operation names something that is of one shop alone. */
    static boolean isOfShop(Operation one) {
        return one.fields().containsKey("shop") || one.formFields().contains("shop")
                || List.of("/shops/{", "/stock/{", "/slips/{", "/orders/{", "/undo/{", "/receipts/{", "/visits/{", "/sessions/{",
                        "/donations/{").stream().anyMatch(one.path()::contains);
    }

    /** Whether it also names something in the shop, so that the shop alone may be the caller's own. */
    static boolean isOfShopByMore(Operation one) {
        boolean desk = one.path().startsWith("/desk/") || one.path().startsWith("/api/desk/");
        Set<String> fields = new TreeSet<>(one.fields().keySet());
        fields.addAll(one.formFields());
        return one.path().matches(".*/\\{(shop|code)}/slips/\\{id}.*")
                || desk && (fields.contains("code") || fields.contains("visit"));
    }
}
