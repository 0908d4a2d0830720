package org.aixin.identity;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;

/** Whose yes it is that somebody gives who stands there. */
@ApplicationScoped
class Consents {
    private final Members members;
    private final CardSecrets secrets;

    Consents(Members members, CardSecrets secrets) {
        this.members = members;
        this.secrets = secrets;
    }

    /**
     * The one of these members who says yes, by card and secret. A live code is no yes: whoever scans it for a roll-call has seen it too.
     * Refused 422 {@code consent_code_refused} where the card is nobody's or somebody else's, {@code consent_secret_refused} where its
     * secret is wrong, and 429, 503 as a sign-in is. Must stand outside a transaction, since wrong secrets count.
     */
    Member of(Consent consent, Collection<Long> whose) {
        String typed = Names.typed(consent.code());
        Member member = members.byCard(typed).orElse(null);
        if (member == null || !whose.contains(member.id())) {
            throw Problem.invalid("consent_code_refused", "consent.code");
        }
        if (!secrets.isRight(member, consent.secret())) {
            throw Problem.invalid("consent_secret_refused", "consent.secret");
        }
        return member;
    }
}
