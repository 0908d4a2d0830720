package org.aixin.redemption;

import org.aixin.kernel.KeyedRequest;
import org.aixin.kernel.Problem;
import org.aixin.kernel.StoredAnswer;

import org.jspecify.annotations.Nullable;

/**
 * How a deed was decided: an answer that is kept and given again, or a refusal that is not.
 *
 * @param sold whether goods were set aside or handed over now
 */
record Decided(@Nullable StoredAnswer answer, @Nullable Problem refusal, boolean sold) {
    /** The answer for a request under this key; refused where the key was used for something else, or the deed was. */
    StoredAnswer of(KeyedRequest asked) {
        if (refusal != null) {
            throw refusal;
        }
        if (answer == null) {
            throw new IllegalStateException("Neither answered nor refused");
        }
        return answer.orRefuse(asked);
    }
}
