package org.aixin.access;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Hashing;
import org.aixin.identity.Person;
import org.aixin.kernel.Installation;
import org.aixin.kernel.Problem;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How a person signs in: with phone or login, and secret. */
@ApplicationScoped
class SignIns {
    private final Secrets secrets;
    private final Sessions sessions;
    private final Hashing hashing;
    private final Installation installation;
    private final boolean demoFromTheLan;

    SignIns(Secrets secrets, Sessions sessions, Hashing hashing, Installation installation,
            @ConfigProperty(name = "aixin.demo.lan", defaultValue = "false") boolean demoFromTheLan) {
        this.secrets = secrets;
        this.sessions = sessions;
        this.hashing = hashing;
        this.installation = installation;
        this.demoFromTheLan = demoFromTheLan;
    }

    /**
     * Opens a program's session. Refused 401 {@code sign_in_failed} for a wrong secret and for people nobody knows alike, 429
     * {@code too_many_tries}, 503 {@code busy}, 403 {@code demo_staff_only_here}.
     */
    Uni<Sessions.Opened> program(@Nullable String login, @Nullable String secret, Origin origin) {
        return signIn(login, secret, origin, sessions::open);
    }

    /** Opens a browser's session; refusals as for a program. */
    Uni<Sessions.Opened> browser(@Nullable String login, @Nullable String secret, Origin origin) {
        return signIn(login, secret, origin, sessions::openInBrowser);
    }

    private Uni<Sessions.Opened> signIn(@Nullable String login, @Nullable String secret, Origin origin,
            Function<Person, Sessions.Opened> open) {
        String address = origin.address();
        boolean here = origin.isHere();
        return hashing.queued(() -> {
            Person person = sessions.person(secrets.memberWith(login, secret, address));
            if (!demoFromTheLan && !here && person.isStaff() && installation.isDemo()) {
                throw Problem.forbidden("demo_staff_only_here");
            }
            return open.apply(person);
        });
    }
}
