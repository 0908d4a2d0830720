package org.aixin.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A token that asks whose it is. */
final class TokenRequest extends BaseAuthenticationRequest {
    private final String token;
    private final boolean fromCookie;

    TokenRequest(String token, boolean fromCookie) {
        this.token = token;
        this.fromCookie = fromCookie;
    }

    String token() {
        return token;
    }

    boolean fromCookie() {
        return fromCookie;
    }
}
