package org.aixin.access;

import java.util.concurrent.Executor;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.SignedIn;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Turns a living token into the person with their roles, read afresh at every request. */
@ApplicationScoped
class TokenIdentity implements IdentityProvider<TokenRequest> {
    static final String FROM_COOKIE = "fromCookie", LOCKS = "locks";
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
        return sessions.session(request.token()).emitOn(ownThread())
                .map(found -> found.map(session -> identity(session, request)).orElse(NOBODY));
    }

    /** A request goes on where it came from. */
    private static Executor ownThread() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(any -> work.run());
    }

    /** Whoever is not yet, or no longer, signed in is nobody; what is missing stays to be seen. */
    private SecurityIdentity identity(Session session, TokenRequest request) {
        Stage stage = sessions.stage(session);
        if (stage != Stage.OPEN) {
            return QuarkusSecurityIdentity.builder(NOBODY).addAttribute(Stage.ATTRIBUTE, stage).build();
        }
        Person person = session.person();
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder().setPrincipal(person)
                .addAttribute(SignedIn.TOKEN, request.token()).addAttribute(FROM_COOKIE, request.fromCookie())
                .addAttribute(LOCKS, session.locks());
        person.roles().forEach(role -> identity.addRole(role.name()));
        return identity.build();
    }
}
