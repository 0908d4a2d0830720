package org.aixin;

import java.util.List;
import java.util.Map;

/** What people and programs send that nobody should. */
final class Nonsense {
    static final String SQL = "'; DROP TABLE member; --";
    static final String HTML = "<script>alert(1)</script>";
    /** Nearly the largest body that is let in. */
    static final String TEN_MILLION = "x".repeat(10_000_000);
    /** Bodies that are no JSON object. */
    static final List<String> BODIES = List.of("", "{", "[]", "\"text\"", "null", "5", "true", "{\"a\":1", "{}{}", "{\"a\":01}",
            "\u0000", "[[[[[[", "[".repeat(5000), "{\"a\":".repeat(5000));
    /** Parts of paths where an id or a code should be, percent-encoded. */
    static final List<String> PATHS = List.of("abc", "-1", "0", "1.5", "999999999999999999", "9223372036854775807",
            "9223372036854775808", "99999999999999999999999999", "%00", "%20", "%F0%9F%98%80", "%E7%8E%8B", "%ff",
            "%27%3B%20DROP%20TABLE%20member%3B%20--", "%3Cscript%3E", "null", "x".repeat(2000));
    /** Values of query parameters, percent-encoded. */
    static final List<String> QUERIES = List.of("", "abc", "-1", "0", "1.5", "99999999999", "9223372036854775808", "%00", "%ff",
            "%F0%9F%98%80", "%E7%8E%8B", "%27%3B%20DROP%20TABLE%20member%3B%20--", "%3Cscript%3Ealert(1)%3C/script%3E", "%25",
            "_",
            "%0d%0aX-Bad:%201", "%2B999999999-12-31", "x".repeat(2000));
    private static final List<String> NUMBERS = List.of("-1", "0", "9223372036854775807", "1e400", "-1e400", "1e-400", "0.1",
            "92233720368547758080000");
    private static final Map<String, List<String>> WRONG_TYPES = Map.of(
            "string", List.of("5", "1.5", "true", "[]", "{}", "[\"x\"]"),
            "integer", List.of("\"5\"", "\"x\"", "\"\"", "true", "[]", "{}", "[5]"),
            "number", List.of("\"5\"", "\"x\"", "true", "[]", "{}"),
            "boolean", List.of("\"true\"", "5", "[]", "{}"),
            "array", List.of("5", "\"x\"", "true", "{}"),
            "object", List.of("5", "\"x\"", "true", "[]"));

    private Nonsense() {
    }

    /** JSON of another type than a field should have. */
    static List<String> wrongTypes(String type) {
        return WRONG_TYPES.getOrDefault(type, List.of());
    }

    /** Numbers that are none of a thing that one can have. */
    static List<String> numbers() {
        return NUMBERS;
    }
}
