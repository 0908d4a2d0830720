package org.aixin.identity;

import org.jspecify.annotations.Nullable;

/**
 * How somebody says yes who stands there: by their card's number and their secret.
 *
 * @param code their card's number
 * @param secret needed with a card
 */
public record Consent(@Nullable String code, @Nullable String secret) {
    /** Whether anything was typed at all. */
    boolean isGiven() {
        return code != null && !code.isBlank();
    }

    /** Says nothing of what was typed. */
    @Override
    public String toString() {
        return "Consent";
    }
}
