package org.aixin.kernel;

/**
 * What is answered: an HTTP status and a body that becomes JSON.
 *
 * @param status 2xx
 * @param body a record, a list or a map
 */
public record Answer(int status, Object body) {
    /** 200 with this body. */
    public static Answer ok(Object body) {
        return new Answer(200, body);
    }

    /** 201 with this body. */
    public static Answer created(Object body) {
        return new Answer(201, body);
    }
}
