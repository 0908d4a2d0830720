package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.Operations.Operation;
import org.aixin.identity.Role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * Every address with a gap, called with every thing of the village in every state: whatever makes no sense as things stand is
 * refused in words, and a page that is shown is whole. Nothing fails.
 */
@QuarkusTest
class WrongStateTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final String FORM = "application/x-www-form-urlencoded";
    /** Which kind a gap takes, by the beginning of the address before it; its other gaps by their names. */
    private static final List<Map.Entry<String, String>> KINDS = List.of(Map.entry("/api/orders/", "order"),
            Map.entry("/orders/", "order"),
            Map.entry("/desk/undo/", "order"), Map.entry("/desk/receipts/", "order"), Map.entry("/desk/visits/", "visit"),
            Map.entry("/api/claims/", "claim"), Map.entry("/claims/", "claim"), Map.entry("/reviews/", "claim"),
            Map.entry("/rechecks/", "claim"), Map.entry("/api/rechecks/", "claim"), Map.entry("/api/awards/", "award"),
            Map.entry("/organizer/awards/", "award"), Map.entry("/api/proposals/", "proposal"),
            Map.entry("/proposals/", "proposal"),
            Map.entry("/deductions/", "proposal"), Map.entry("/api/notices/", "notice"), Map.entry("/notices/", "notice"),
            Map.entry("/api/objections/", "objection"), Map.entry("/objections/", "objection"),
            Map.entry("/api/meetings/", "meeting"),
            Map.entry("/meetings/", "meeting"), Map.entry("/api/quizzes/", "quiz"), Map.entry("/organizer/quizzes/", "quiz"),
            Map.entry("/quizzes/", "quiz"), Map.entry("/api/attempts/", "attempt"), Map.entry("/attempts/", "attempt"),
            Map.entry("/api/question-banks/", "bank"), Map.entry("/organizer/question-banks/", "bank"),
            Map.entry("/api/rounds/", "round"), Map.entry("/organizer/rounds/", "round"), Map.entry("/rounds/", "round"),
            Map.entry("/join/", "join"), Map.entry("/api/drills/", "drill"), Map.entry("/organizer/drills/", "drill"),
            Map.entry("/api/events/", "event"), Map.entry("/organizer/events/", "event"), Map.entry("/stock/", "shop"),
            Map.entry("/api/shops/", "shop"), Map.entry("/admin/shops/", "shop"), Map.entry("/api/goods/", "goods"),
            Map.entry("/admin/goods/", "goods"), Map.entry("/goods/", "goods"), Map.entry("/api/donations/", "donation"),
            Map.entry("/donations/donors/", "donor"), Map.entry("/donations/", "donation"), Map.entry("/api/donors/", "donor"),
            Map.entry("/api/solvency/fund/", "fund"), Map.entry("/fund/", "fund"), Map.entry("/api/units/", "unit"),
            Map.entry("/units/", "unit"), Map.entry("/admin/units/", "unit"), Map.entry("/passbook/", "transfer"),
            Map.entry("/api/me/statement/", "transfer"), Map.entry("/api/redemption-rules/", "redemption-rule"),
            Map.entry("/admin/redemption-rules/", "redemption-rule"), Map.entry("/api/members/", "member"),
            Map.entry("/", "member"));
    private static final Map<String, String> BY_NAME = Map.of("player", "player", "question", "question", "member", "member",
            "label",
            "label");
    @Inject
    EveryState states;
    private final Map<Role, String> tokens = new ConcurrentHashMap<>();
    private final Random random = new Random(20261201);

    @Test
    void whatever_state_a_thing_is_in_no_call_fails() {
        Map<String, List<String>> made = states.made();
        assertThat(made).hasSizeGreaterThan(25);
        Queue<String> failed = new ConcurrentLinkedQueue<>();
        Map<Integer, Integer> seen = new TreeMap<>();
        List<Call> reads = calls("GET"), writes = calls("POST", "PUT", "PATCH", "DELETE");
        run(reads, failed, seen);
        Collections.shuffle(writes, random);
        run(writes, failed, seen);
        Collections.shuffle(reads, random);
        run(reads, failed, seen);
        assertThat(failed).isEmpty();
        assertThat(seen.keySet()).contains(200, 303, 404, 409, 422);
    }

    /** One call: who, what and with which body. */
    private record Call(Operation operation, String path, Role role, Map<String, String> form) {
        @Override
        public String toString() {
            return operation.method() + " " + path + " as " + role + (form.isEmpty() ? "" : " " + form);
        }
    }

    private List<Call> calls(String... methods) {
        List<Call> calls = new ArrayList<>();
        for (Operation operation : Operations.served()) {
            boolean streams = operation.path().endsWith("/events") && operation.path().contains("rounds");
            if (operation.hasPlaceholder() && !streams && Set.of(methods).contains(operation.method())) {
                calls.addAll(calls(operation));
            }
        }
        return calls;
    }

    private List<Call> calls(Operation operation) {
        Map<String, List<String>> made = states.made();
        String kind = KINDS.stream().filter(one -> operation.path().startsWith(one.getKey())).findFirst().orElseThrow()
                .getValue();
        List<String> own = Objects.requireNonNull(made.get(kind), kind), strange = new ArrayList<>();
        made.forEach((other, ids) -> {
            if (!other.equals(kind)) {
                strange.add(ids.get(random.nextInt(ids.size())));
            }
        });
        Collections.shuffle(strange, random);
        List<Call> calls = new ArrayList<>();
        for (Role role : roles(operation)) {
            own.forEach(id -> calls.addAll(filled(operation, id, role)));
        }
        strange.stream().limit(5).forEach(id -> calls.addAll(filled(operation, id, roles(operation).get(0))));
        return calls;
    }

    private static List<Role> roles(Operation operation) {
        return operation.roles().isEmpty()
                ? List.of(Role.RESIDENT, Role.CLERK)
                : operation.roles().stream().map(Role::valueOf).distinct().toList();
    }

    private List<Call> filled(Operation operation, String id, Role role) {
        String path = path(operation, id);
        return operation.method().equals("GET") || operation.method().equals("DELETE")
                ? List.of(new Call(operation, path, role, Map.of()))
                : List.of(new Call(operation, path, role, Map.of()), new Call(operation, path, role, plausible()));
    }

    private String path(Operation operation, String id) {
        Matcher gaps = GAP.matcher(operation.path());
        StringBuilder path = new StringBuilder();
        boolean first = true;
        while (gaps.find()) {
            String name = gaps.group(1);
            String value = switch (name) {
                case "office" -> roles(operation).contains(Role.ORGANIZER) ? "organizer" : "admin";
                case "role" -> "clerk";
                case "position" -> "" + random.nextInt(3);
                case "version", "number" -> "" + random.nextInt(3);
                case "day" -> LocalDate.now().toString();
                case "verb" -> any(List.of("advance", "pause", "resume", "end", "skip", "extend", "standings", "question"));
                case "kind" -> any(List.of("quiz", "drill", "round", "talk", "donation", "day", "LIMIT", "HOURS"));
                default -> first ? id : any(BY_NAME.getOrDefault(name, ""));
            };
            first &= Set.of("office", "kind", "role", "verb").contains(name);
            gaps.appendReplacement(path, Matcher.quoteReplacement(value));
        }
        return gaps.appendTail(path).toString();
    }

    private String any(String kind) {
        List<String> all = states.made().values().stream().flatMap(List::stream).toList();
        return any(states.made().getOrDefault(kind, all));
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A value for every field that any form has. */
    private Map<String, String> plausible() {
        Map<String, List<String>> made = states.made();
        Map<String, String> form = new LinkedHashMap<>();
        String today = LocalDate.now().toString();
        Stream.of("shop", "goods", "member", "claim", "order", "visit", "question", "player", "event", "drill", "quiz",
                "donation")
                .forEach(kind -> form.put(kind, any(kind)));
        form.putAll(Map.of("approve", random.nextBoolean() + "", "confirm", random.nextBoolean() + "", "uphold",
                random.nextBoolean() + "", "done", "true", "reason", "记错了", "reply", "看过了", "note", "看过了", "answer", "不是我",
                "key", UUID.randomUUID().toString(), "title", "名字"));
        form.putAll(Map.of("name", "王秀英", "unit", any("unit"), "day", today, "firstDay", today, "lastDay", today, "place", "广场",
                "code",
                states.village().phone(), "who", states.village().phone(), "row", "1", "quantity", "2"));
        form.putAll(Map.of("kind", any(List.of("drill", "quiz", "round", "IN", "none", "months")), "pick", any(""), "part",
                any(""), "months",
                "12", "present", any("member"), "inFavour", "2", "against", "0", "text", "问", "option", "1", "right", "1"));
        form.putAll(Map.of("booked", "1", "counted", "1", "low", "3", "toShop", any("shop"), "setting",
                any(List.of("POOLED", "SINGLE", "")),
                "draw", "1", "secondsPerQuestion", "60", "memberId", any("member"), "version", "1", "batch", any("label")));
        form.putAll(Map.of("points", "5", "status", "PAUSED", "named", "true", "role", "clerk", "child", "true", "card", "",
                "seconds", "20",
                "countedBy", "张三", "fen", "100", "bestBefore", today));
        return form;
    }

    private void run(List<Call> calls, Queue<String> failed, Map<Integer, Integer> seen) {
        AtOnce.each(calls, call -> {
            Wire.Answer answer = sent(call);
            synchronized (seen) {
                seen.merge(answer.status(), 1, Integer::sum);
            }
            String wrong = wrong(call, answer);
            if (!wrong.isEmpty()) {
                failed.add(call + " -> " + answer.status() + " " + wrong);
            }
        });
    }

    private Wire.Answer sent(Call call) throws JsonProcessingException {
        Wire.Answer answer = request(call).send();
        if (answer.status() == 401) {
            tokens.remove(call.role);
            answer = request(call).send();
        }
        return answer;
    }

    private Wire request(Call call) throws JsonProcessingException {
        Wire bare = Wire.of(call.operation.method(), call.path, tokens.computeIfAbsent(call.role, states::token));
        if (call.operation.method().equals("GET") || call.operation.method().equals("DELETE")) {
            return bare;
        }
        if (!call.operation.isApi()) {
            return call.operation.takes("multipart/form-data")
                    ? bare.body("multipart/form-data; boundary=x", parts(call.form))
                    : bare.body(FORM, form(call.form));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (!call.form.isEmpty()) {
            call.operation.fields().forEach((field, type) -> body.put(field, value(type, call.form.getOrDefault(field, ""))));
        }
        return bare.json(JSON.writeValueAsString(body));
    }

    private static Object value(String type, String said) {
        return switch (type) {
            case "integer", "number" -> said.matches("[0-9]{1,6}") ? Integer.parseInt(said) : 1;
            case "boolean" -> said.equals("true");
            case "array" -> List.of();
            default -> said;
        };
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String parts(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "--x\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue()
                        + "\r\n")
                .collect(Collectors.joining()) + "--x--\r\n";
    }

    /** What is wrong with an answer; nothing where it is a page, a document or a refusal in words. */
    private static String wrong(Call call, Wire.Answer answer) {
        int status = answer.status();
        if (status >= 500) {
            return answer.body().substring(0, Math.min(200, answer.body().length())).replaceAll("\\s+", " ");
        }
        if (status >= 400 && answer.type().startsWith("application/problem+json")) {
            boolean said = answer.json().path("code").asText().matches("[a-z]+(_[a-z]+)*")
                    && !answer.json().path("detail").asText().isBlank();
            return said ? "" : answer.body();
        }
        if (answer.type().startsWith("text/html")) {
            String page = answer.body().strip();
            boolean whole = page.endsWith("</html>") || page.endsWith(">");
            return whole && !page.contains("NOT_FOUND") && !page.contains("Exception") ? "" : "a broken page";
        }
        return status >= 400 ? "a refusal of type " + answer.type() : "";
    }
}
