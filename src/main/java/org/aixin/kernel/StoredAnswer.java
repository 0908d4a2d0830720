package org.aixin.kernel;

/**
 * The first answer to a keyed request, as it will be given again.
 *
 * @param hash of the body that was answered
 * @param status of the answer, 2xx or 409
 * @param body of the answer as JSON
 */
public record StoredAnswer(String hash, int status, String body) {
    /** This answer for a request that says the same; refused 422 {@code idempotency_key_reused} where it says something else. */
    public StoredAnswer orRefuse(KeyedRequest request) {
        if (!hash.equals(request.hash())) {
            throw Problem.of(422, "idempotency_key_reused");
        }
        return this;
    }
}
