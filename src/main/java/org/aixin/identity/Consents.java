package org.aixin.identity;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;

/** Whose yes it is that somebody gives who stands there. */
@ApplicationScoped
class Consents {
    private final MemberCodes codes;
    private final Members members;
    private final CardSecrets secrets;

    Consents(MemberCodes codes, Members members, CardSecrets secrets) {
        this.codes = codes;
        this.members = members;
        this.secrets = secrets;
    }

    /**
     * The one of these members who says yes. Refused 422 {@code consent_code_refused} where the code is nobody's, over or somebody
     * else's, {@code consent_secret_refused} where the card's secret is wrong, and 429, 503 as a sign-in is. Must stand outside a
     * transaction, since wrong secrets count.
     */
    Member of(Consent consent, Collection<Long> whose) {
        String typed = Names.typed(consent.code());
        MemberCodes.Seen seen = codes.read(typed).orElse(null);
        Member member = seen == null ? members.byCard(typed).orElse(null) : seen.over() ? null : seen.member();
        if (member == null || !whose.contains(member.id())) {
            throw Problem.invalid("consent_code_refused", "consent.code");
        }
        if (seen == null && !secrets.isRight(member, consent.secret())) {
            throw Problem.invalid("consent_secret_refused", "consent.secret");
        }
        return member;
    }
}
