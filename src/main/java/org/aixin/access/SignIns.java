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
    private final Devices devices;
    private final Hashing hashing;
    private final Installation installation;
    private final boolean demoFromTheLan;

    SignIns(Secrets secrets, Sessions sessions, Devices devices, Hashing hashing, Installation installation,
            @ConfigProperty(name = "aixin.demo.lan", defaultValue = "false") boolean demoFromTheLan) {
        this.secrets = secrets;
        this.sessions = sessions;
        this.devices = devices;
        this.hashing = hashing;
        this.installation = installation;
        this.demoFromTheLan = demoFromTheLan;
    }

    /**
     * Opens a program's session. Refused 401 {@code sign_in_failed} for a wrong secret and for people nobody knows alike, 403
     * {@code device_unknown} for a short secret from an unknown device, 429 {@code too_many_tries}, 503 {@code busy}, 403
     * {@code demo_staff_only_here}.
     */
    Uni<Sessions.Opened> program(@Nullable String login, @Nullable String secret, From from) {
        return signIn(login, secret, from, sessions::open);
    }

    /** Opens a browser's session, and knows the device from now on; refusals as for a program. */
    Uni<Sessions.Opened> browser(@Nullable String login, @Nullable String secret, From from) {
        return signIn(login, secret, from, person -> {
            devices.remember(person.id(), from.device());
            return sessions.openInBrowser(person);
        });
    }

    private Uni<Sessions.Opened> signIn(@Nullable String login, @Nullable String secret, From from,
            Function<Person, Sessions.Opened> open) {
        return hashing.queued(() -> {
            Person person = sessions.person(secrets.memberWith(login, secret, from));
            if (!demoFromTheLan && !from.here() && person.isStaff() && installation.isDemo()) {
                throw Problem.forbidden("demo_staff_only_here");
            }
            Sessions.Opened opened = open.apply(person);
            SignInLog.say("Signed in", person.id(), from);
            return opened;
        });
    }
}
