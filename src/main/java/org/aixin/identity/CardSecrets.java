package org.aixin.identity;

import org.jspecify.annotations.Nullable;

/** Whether somebody who shows a card is who it names; answered by the package that keeps the secrets. */
public interface CardSecrets {
    /**
     * Whether this is the member's secret, sent from where the present request comes; hashes, and wrong ones count. Refused 429
     * {@code too_many_tries}, 503 {@code busy}.
     */
    boolean isRight(Member member, @Nullable String secret);
}
