package org.aixin;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aixin.identity.Role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that would succeed as it is, in which one thing after the other is made wrong. */
record Sample(String method, String path, Role who, ObjectNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Sample> all(TriedVillage tried) throws JsonProcessingException {
        Village.Furnished village = tried.furnished();
        String wang = Long.toString(village.wang().id()), unit = Long.toString(village.unit().id());
        String shop = "\"shop\":\"" + village.shop() + "\"", lines = "\"lines\":[{\"goods\":\"" + village.rice()
                + "\",\"quantity\":1}]";
        String slips = "/api/shops/" + village.shop() + "/slips";
        return List.of(
                sample("POST", "/api/awards", Role.ORGANIZER, "{\"memberId\":\"" + wang
                        + "\",\"rule\":\"drill\",\"quantity\":1,\"occurredAt\":\"" + OffsetDateTime.now().minusDays(1)
                        + "\",\"reference\":\"r\",\"note\":\"n\"}"),
                sample("POST", "/api/orders", Role.RESIDENT, "{" + shop + "," + lines + "}"),
                sample("POST", slips, Role.CLERK, "{\"kind\":\"IN\"," + lines + ",\"reason\":\"进货\"}"),
                sample("POST", "/api/goods", Role.ADMIN,
                        "{\"code\":\"bad-input\",\"name\":\"米\",\"points\":5,\"unit\":\"袋\",\"monthlyLimit\":1}"),
                sample("PATCH", "/api/goods/" + village.rice(), Role.ADMIN,
                        "{\"name\":\"米\",\"points\":6,\"unit\":\"包\",\"status\":\"PAUSED\"}"),
                sample("POST", "/api/shops", Role.ADMIN,
                        "{\"code\":\"bad-input\",\"name\":\"店\",\"kind\":\"MOBILE\",\"unit\":\"" + unit
                                + "\",\"eventEndsAt\":\"" + OffsetDateTime.now().plusDays(1) + "\"}"),
                sample("PATCH", "/api/shops/" + village.shop(), Role.ADMIN,
                        "{\"name\":\"店\",\"keepDays\":3,\"eventEndsAt\":\"" + OffsetDateTime.now().plusDays(1)
                                + "\",\"paused\":true}"),
                sample("POST", "/api/units", Role.ADMIN, "{\"name\":\"组\",\"kind\":\"COMPOUND\",\"parent\":\"" + unit + "\"}"),
                sample("POST", "/api/members", Role.ADMIN,
                        "{\"name\":\"张三\",\"phone\":\"18812345678\",\"card\":\"123456789\",\"household\":\""
                                + village.wang().household()
                                + "\",\"unit\":\"" + unit + "\",\"partyMember\":true,\"login\":\"bad_input\"}"),
                sample("POST", "/api/members/" + wang + "/roles", Role.ADMIN,
                        "{\"role\":\"clerk\",\"unit\":\"" + unit + "\"}"),
                sample("POST", "/api/members/" + wang + "/cards", Role.ADMIN, "{\"card\":\"123456789\"}"),
                sample("POST", "/api/desk/scan", Role.CLERK, "{" + shop + ",\"code\":\"" + tried.card() + "\"}"),
                sample("POST", "/api/desk/collections", Role.CLERK, "{" + shop + ",\"code\":\"" + tried.order() + "\"}"),
                sample("POST", "/api/desk/redemptions", Role.CLERK,
                        "{" + shop + ",\"visit\":\"" + visit(tried) + "\"," + lines + ",\"secret\":\"1\"}"),
                sample("POST", "/api/question-banks", Role.ORGANIZER, "{\"title\":\"库\",\"unit\":\"" + unit + "\"}"),
                sample("POST", "/api/question-banks/" + village.bank() + "/questions", Role.ORGANIZER,
                        "{\"text\":\"问\",\"kind\":\"SINGLE\",\"options\":[{\"text\":\"甲\",\"correct\":true},{\"text\":\"乙\",\"correct\":false}],"
                                + "\"explanation\":\"解\",\"source\":\"源\",\"topic\":\"题\",\"difficulty\":1}"),
                sample("POST", "/api/quizzes", Role.ORGANIZER, "{\"title\":\"答\",\"bank\":\"" + village.bank()
                        + "\",\"draw\":1,\"secondsPerQuestion\":60,\"mode\":\"SELF\",\"triesPerDay\":1,\"pass\":1,\"unit\":\""
                        + unit
                        + "\"}"),
                sample("POST", "/api/attempts/1/answers", Role.RESIDENT,
                        "{\"answers\":[{\"question\":\"1\",\"options\":[\"1\"]}]}"),
                sample("POST", "/api/me/secret", Role.RESIDENT, "{\"old\":\"1\",\"secret\":\"19283746\"}"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** By card, so that it needs the secret. */
    private static String visit(TriedVillage tried) {
        Village.Furnished village = tried.furnished();
        return village.as(Role.CLERK).body(Map.of("shop", village.shop(), "code", tried.card())).post("/api/desk/scan").jsonPath()
                .getString("visit");
    }

    private static Sample sample(String method, String path, Role who, String body) throws JsonProcessingException {
        return new Sample(method, path, who, (ObjectNode) JSON.readTree(body));
    }

    /** JSON pointers to everything in the body, the first of every list. */
    List<String> places() {
        return places(body, "");
    }

    /** JSON pointers to its texts. */
    List<String> texts() {
        return places().stream().filter(place -> body.at(place).isTextual()).toList();
    }

    private static List<String> places(JsonNode node, String here) {
        List<String> places = new ArrayList<>();
        if (!here.isEmpty()) {
            places.add(here);
        }
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.addAll(places(object.get(name), here + "/" + name)));
        } else if (node instanceof ArrayNode array) {
            places.addAll(places(array.get(0), here + "/0"));
        }
        return places;
    }

    /** The request with something else in this place. */
    Wire with(TriedVillage village, String place, JsonNode value) throws JsonProcessingException {
        return Wire.of(method, path, village.furnished().tokens().get(who)).json(JSON.writeValueAsString(changed(place, value)));
    }

    private JsonNode changed(String place, JsonNode value) {
        JsonNode copy = body.deepCopy();
        int cut = place.lastIndexOf('/');
        JsonNode parent = copy.at(place.substring(0, cut));
        if (parent instanceof ObjectNode object) {
            object.set(place.substring(cut + 1), value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(place.substring(cut + 1)), value);
        }
        return copy;
    }

    /** The type of what stands in this place. */
    String type(String place) {
        return switch (body.at(place).getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "integer";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            default -> "object";
        };
    }
}
