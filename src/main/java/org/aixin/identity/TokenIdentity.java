package org.aixin.identity;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Turns a living token into the person with their roles, read afresh at every request. */
@ApplicationScoped
class TokenIdentity implements IdentityProvider<TokenRequest> {
    static final String TOKEN = "token", FROM_COOKIE = "fromCookie";
    private static final SecurityIdentity NOBODY = QuarkusSecurityIdentity.builder().setAnonymous(true)
            .setPrincipal(new QuarkusPrincipal("")).build();
    private final Sessions sessions;

    TokenIdentity(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenRequest request, AuthenticationRequestContext context) {
        return context
                .runBlocking(() -> sessions.person(request.token()).map(person -> identity(person, request)).orElse(NOBODY));
    }

    private static SecurityIdentity identity(Person person, TokenRequest request) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder().setPrincipal(person)
                .addAttribute(TOKEN, request.token()).addAttribute(FROM_COOKIE, request.fromCookie());
        person.roles().forEach(role -> identity.addRole(role.name()));
        return identity.build();
    }
}
