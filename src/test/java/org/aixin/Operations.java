package org.aixin;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.restassured.path.json.JsonPath;

/** The operations that the served OpenAPI document names. */
final class Operations {
    private Operations() {
    }

    /**
     * One of them.
     *
     * @param roles that may call it; empty for anybody
     * @param query names of its query parameters
     * @param bodies the JSON schemas of what it takes, by media type
     */
    record Operation(String method, String path, List<String> roles, List<String> query,
            Map<String, Map<String, Object>> bodies) {
        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean takes(String type) {
            return bodies.containsKey(type);
        }

        boolean hasPlaceholder() {
            return path.contains("{");
        }

        /** The path with this in every gap but the one that is part of the address. */
        String at(String value) {
            return path.replace("{office}", "organizer").replaceAll("\\{\\w+}", value.replace("\\", "\\\\").replace("$", "\\$"));
        }

        /** The fields of its JSON body and what each should be: string, integer, number, boolean or array. */
        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            map(schema("application/json").get("properties")).forEach((name, field) -> fields.put(name, type(map(field))));
            return fields;
        }

        /** The names of the fields of its form. */
        Set<String> formFields() {
            return map(schema("application/x-www-form-urlencoded").get("properties")).keySet();
        }

        /** The names of the fields of what it takes of this type. */
        Set<String> fieldsOf(String type) {
            return map(schema(type).get("properties")).keySet();
        }

        private Map<String, Object> schema(String type) {
            return bodies.getOrDefault(type, Map.of());
        }

        private static String type(Map<?, ?> field) {
            return field.get("type") instanceof String type ? type : "string";
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Operation> served() {
        JsonPath document = given().get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> {
            if (List.of("get", "post", "put", "patch", "delete").contains(method)) {
                operations.add(read(document, method, path, operation));
            }
        }));
        return operations;
    }

    private static Operation read(JsonPath document, String method, String path, Map<String, Object> operation) {
        List<String> query = new ArrayList<>();
        for (Map<String, String> parameter : Operations.<Map<String, String>>list(operation.get("parameters"))) {
            if ("query".equals(parameter.get("in"))) {
                query.add(parameter.get("name"));
            }
        }
        List<String> roles = new ArrayList<>();
        for (Map<String, List<String>> security : Operations.<Map<String, List<String>>>list(operation.get("security"))) {
            security.values().forEach(named -> roles.addAll(named.isEmpty() ? List.of("RESIDENT") : named));
        }
        Map<String, Map<String, Object>> bodies = new LinkedHashMap<>();
        if (operation.get("requestBody") instanceof Map<?, ?> body && body.get("content") instanceof Map<?, ?> content) {
            content.forEach((type, described) -> bodies.put((String) type,
                    schema(document, map(((Map<?, ?>) described).get("schema")))));
        }
        return new Operation(method.toUpperCase(Locale.ROOT), path, roles, query, bodies);
    }

    private static Map<String, Object> schema(JsonPath document, Map<String, Object> schema) {
        return schema.get("$ref") instanceof String reference
                ? document.getMap("components.schemas.'" + reference.substring(reference.lastIndexOf('/') + 1) + "'")
                : schema;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Object value) {
        return value == null ? List.of() : (List<T>) value;
    }
}
