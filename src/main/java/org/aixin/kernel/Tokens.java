package org.aixin.kernel;

import java.security.SecureRandom;
import java.util.Base64;

/** Random words that nobody guesses, made of letters, digits, - and _: for sessions, addresses and passwords. */
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {
    }

    /** A new one of so many random bytes; every three of them are four letters. */
    public static String fresh(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
