package org.aixin.kernel;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal that a person must see: an HTTP status, a stable code in snake_case and, in the message bundles under the same code,
 * a sentence that tells what to do. Answered as a problem document (RFC 9457), or as a page where the browser asked for one.
 */
public final class Problem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    private Problem(int status, String code, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** A refusal with its HTTP status, its code, and what fills the gaps {0}, {1}, … of its sentence. */
    public static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, arguments);
    }

    /** 422: the request is well-formed but says something that cannot be; {@code field} names where. */
    public static Problem invalid(String code, String field, Object... arguments) {
        return of(422, code, arguments).with("field", field);
    }

    /** 409: it cannot be done as things stand now. */
    public static Problem conflict(String code, Object... arguments) {
        return of(409, code, arguments);
    }

    /** 403: this person may not. */
    public static Problem forbidden(String code, Object... arguments) {
        return of(403, code, arguments);
    }

    /** 404: there is no such thing, or this person may not know of it. */
    public static Problem notFound() {
        return of(404, "not_found");
    }

    /** Adds a member of its own to the document, such as who collected and when. */
    public Problem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    List<Object> arguments() {
        return arguments;
    }

    /** What the document holds beside the fields of RFC 9457. */
    public Map<String, Object> members() {
        return members;
    }
}
