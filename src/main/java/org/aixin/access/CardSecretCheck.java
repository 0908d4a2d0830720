package org.aixin.access;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.CardSecrets;
import org.aixin.identity.Member;

import org.jspecify.annotations.Nullable;

/** Checks the secret of somebody who shows a card, for those who ask for their yes. */
@ApplicationScoped
class CardSecretCheck implements CardSecrets {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private final Secrets secrets;
    private final Origin origin;

    CardSecretCheck(Secrets secrets, Origin origin) {
        this.secrets = secrets;
        this.origin = origin;
    }

    @Override
    public boolean isRight(Member member, @Nullable String secret) {
        return secrets.verify(member, secret, origin.address()).await().atMost(LONGEST);
    }
}
