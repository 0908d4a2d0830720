package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;

/** A live round of two questions in the middle of which the service ends, while its square answers. */
final class HalfRound {
    private static final int RESIDENTS = 2, GUESTS = 14;
    private final String host;
    private final List<String> residents = new ArrayList<>(), phones = new ArrayList<>();
    private final Map<String, Integer> said = new ConcurrentHashMap<>();
    private final String id;
    private String question = "", right = "";

    private HalfRound(String host, String id) {
        this.host = host;
        this.id = id;
    }

    /** Somebody who hears what happens in it. */
    CompletableFuture<HttpResponse<String>> listener(RunningService service) throws Exception {
        return service.listen("/api/rounds/" + id + "/events");
    }

    /** Its first question is asked, and everybody has answered it rightly. */
    static HalfRound begun(RunningService service) throws Exception {
        String host = service.signIn("organizer", "aixin2026");
        String bank = posted(service, host, "/api/question-banks", "{\"title\":\"现场题库\"}", 201).getString("id");
        for (String place : List.of("厨房", "车间")) {
            posted(service, host, "/api/question-banks/" + bank + "/questions",
                    "{\"text\":\"%s着火，先做什么？\",\"kind\":\"SINGLE\",\"options\":[{\"text\":\"断电\",\"correct\":true},{\"text\":\"泼水\",\"correct\":false}]}"
                            .formatted(place),
                    201);
        }
        String quiz = posted(service, host, "/api/quizzes",
                "{\"title\":\"现场\",\"bank\":\"%s\",\"draw\":2,\"secondsPerQuestion\":600,\"mode\":\"LIVE\"}".formatted(bank), 201)
                .getString("id");
        JsonPath opened = posted(service, host, "/api/quizzes/" + quiz + "/rounds", "{}", 201);
        HalfRound round = new HalfRound(host, opened.getString("id"));
        String players = "/api/rounds/" + opened.getString("joinCode") + "/players";
        for (int i = 0; i < RESIDENTS; i++) {
            String resident = service.signIn("1380000000" + (2 + i), "aixin2026");
            round.residents.add(resident);
            round.phones.add(posted(service, resident, players, "{}", 201).getString("token"));
        }
        for (int i = 0; i < GUESTS; i++) {
            round.phones.add(posted(service, "none", players, "{\"name\":\"来宾%d\"}".formatted(i), 201).getString("token"));
        }
        round.advance(service, "question");
        for (CompletableFuture<Integer> each : round.answers(service)) {
            assertThat(each.join()).isEqualTo(202);
        }
        return round;
    }

    /** Nobody's points for the first can be credited until this connection lets go. */
    void holdsCredits(Connection owner) throws SQLException {
        owner.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            statement.executeQuery("SELECT * FROM live_answer WHERE round = %s AND position = 1 FOR UPDATE".formatted(id))
                    .close();
        }
    }

    /** The first is revealed; half the answers to the second are there, the others on their way. */
    void isPlayedOn(RunningService service) throws Exception {
        advance(service, "reveal");
        advance(service, "standings");
        advance(service, "question");
        answers(service).get(phones.size() / 2).join();
    }

    private List<CompletableFuture<Integer>> answers(RunningService service) throws Exception {
        said.clear();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (String phone : phones) {
            answers.add(answer(service, phone).thenApply(answer -> {
                said.put(phone, answer.statusCode());
                return answer.statusCode();
            }));
        }
        return answers;
    }

    private CompletableFuture<HttpResponse<String>> answer(RunningService service, String phone) throws Exception {
        return service.post("/api/rounds/" + id + "/answers", phone,
                "{\"question\":\"%s\",\"options\":[\"%s\"]}".formatted(question, right));
    }

    private JsonPath advance(RunningService service, String to) throws Exception {
        JsonPath scene = posted(service, host, "/api/rounds/" + id + "/advance", "{}", 200);
        assertThat(scene.getString("state")).isEqualTo(to);
        if (to.equals("question")) {
            question = scene.getString("question.id");
            right = scene.getString("question.options.find { it.text == '断电' }.id");
        }
        return scene;
    }

    /**
     * Another start of the service: the round stands where it stood, phones are whose they were, each answer that was acknowledged is
     * there once, and all that was right is credited once.
     */
    void goesOn(RunningService service) throws Exception {
        JsonPath scene = JsonPath.from(service.get("/api/rounds/" + id, "none").body());
        assertThat(Stream.of("state", "position", "question.id").map(scene::getString)).containsExactly("question", "2",
                question);
        Map<String, Integer> acknowledged = Map.copyOf(said);
        assertThat(acknowledged).isNotEmpty();
        for (String phone : phones) {
            HttpResponse<String> again = answer(service, phone).join();
            boolean was = acknowledged.getOrDefault(phone, 0) == 202;
            assertThat(again.statusCode()).as(again.body()).isIn(409, was ? 409 : 202);
            assertThat(again.body()).contains(again.statusCode() == 202 ? "accepted" : "already_answered");
        }
        JsonPath revealed = advance(service, "reveal");
        assertThat(List.of(revealed.getInt("answered"), revealed.getInt("reveal.rightPlayers")))
                .containsExactly(phones.size(), phones.size());
        for (String resident : residents) {
            long end = System.nanoTime() + 30_000_000_000L;
            while (credits(service, resident).size() < 2 && System.nanoTime() < end) {
                Thread.sleep(50);
            }
            assertThat(credits(service, resident)).hasSize(2).doesNotHaveDuplicates();
        }
    }

    private List<String> credits(RunningService service, String resident) throws Exception {
        List<String> deeds = JsonPath.from(service.get("/api/me/statement", resident).body())
                .getList("items.findAll { it.source.kind == 'quiz' }.source.reference");
        return deeds.stream().filter(deed -> deed.startsWith(id)).toList();
    }

    private static JsonPath posted(RunningService service, String token, String path, String json, int status) throws Exception {
        HttpResponse<String> answer = service.post(path, token, json).join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonPath.from(answer.body());
    }
}
