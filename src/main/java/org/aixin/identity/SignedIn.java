package org.aixin.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;

import io.quarkus.security.identity.CurrentIdentityAssociation;

/** Who sends the present request. */
@ApplicationScoped
public class SignedIn {
    /** The identity's attribute in which the session's token stands. */
    public static final String TOKEN = "token";
    private final CurrentIdentityAssociation identity;

    SignedIn(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** The person who is signed in; refused 401 {@code sign_in_required} where nobody is. */
    public Person person() {
        return ifAny().orElseThrow(() -> Problem.of(401, "sign_in_required"));
    }

    /** The person who is signed in, if anybody is. */
    public Optional<Person> ifAny() {
        return identity.getIdentity().getPrincipal() instanceof Person person ? Optional.of(person) : Optional.empty();
    }

    /** The token of the present session; refused 401 {@code sign_in_required} where nobody is signed in. */
    public String token() {
        person();
        return identity.getIdentity().getAttribute(TOKEN);
    }
}
