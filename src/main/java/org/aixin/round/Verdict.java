package org.aixin.round;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/**
 * How an answer was judged.
 *
 * @param refused why it was not kept, null where it was
 */
record Verdict(@Nullable Problem refused) {
    static final Verdict KEPT = new Verdict(null);

    static Verdict refused(int status, String code) {
        return new Verdict(Problem.of(status, code));
    }

    @Nullable
    Void orRefuse() {
        if (refused != null) {
            throw refused;
        }
        return null;
    }
}
