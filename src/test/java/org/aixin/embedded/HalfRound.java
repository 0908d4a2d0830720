package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;

/** A live round in the middle of which the service ends: an answer was accepted and nothing revealed. */
record HalfRound(String id, String player, String question) {
    static HalfRound begun(RunningService service) throws Exception {
        String host = service.signIn("organizer", "aixin2026");
        String bank = posted(service, host, "/api/question-banks", "{\"title\":\"现场题库\"}", 201).getString("id");
        posted(service, host, "/api/question-banks/" + bank + "/questions",
                "{\"text\":\"先做什么？\",\"kind\":\"SINGLE\",\"options\":[{\"text\":\"断电\",\"correct\":true},{\"text\":\"泼水\",\"correct\":false}]}",
                201);
        String quiz = posted(service, host, "/api/quizzes",
                "{\"title\":\"现场\",\"bank\":\"%s\",\"draw\":1,\"secondsPerQuestion\":600,\"mode\":\"LIVE\"}".formatted(bank), 201)
                .getString("id");
        JsonPath round = posted(service, host, "/api/quizzes/" + quiz + "/rounds", "{}", 201);
        String player = posted(service, service.signIn("13800000002", "aixin2026"),
                "/api/rounds/" + round.getString("joinCode") + "/players", "{}", 201)
                .getString("token");
        JsonPath asked = posted(service, host, "/api/rounds/" + round.getString("id") + "/advance", "{}", 200);
        String question = asked.getString("question.id"), right = asked.getString("question.options.find { it.text == '断电' }.id");
        posted(service, player, "/api/rounds/" + round.getString("id") + "/answers",
                "{\"question\":\"%s\",\"options\":[\"%s\"]}".formatted(question, right), 202);
        return new HalfRound(round.getString("id"), player, question);
    }

    /** Another start of the service: the round stands where it stood, its answer is there, and it is credited. */
    void goesOn(RunningService service) throws Exception {
        JsonPath scene = JsonPath.from(service.get("/api/rounds/" + id, player).body());
        assertThat(Stream.of("state", "question.id", "answered").map(scene::getString)).containsExactly("question", question,
                "1");
        String host = service.signIn("organizer", "aixin2026");
        assertThat(posted(service, host, "/api/rounds/" + id + "/advance", "{}", 200).getInt("reveal.rightPlayers")).isEqualTo(1);
        assertThat(JsonPath.from(service.get("/api/rounds/" + id + "/me", player).body()).getInt("right")).isEqualTo(1);
    }

    private static JsonPath posted(RunningService service, String token, String path, String json, int status) throws Exception {
        HttpResponse<String> answer = service.post(path, token, json).join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonPath.from(answer.body());
    }
}
