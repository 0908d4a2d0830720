package org.aixin.access;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Hashing;
import org.aixin.identity.Person;
import org.aixin.kernel.Installation;
import org.aixin.kernel.Problem;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How a person signs in: with phone or login and secret, and whoever works here also with a second factor. */
@ApplicationScoped
class SignIns {
    private final Secrets secrets;
    private final Sessions sessions;
    private final Devices devices;
    private final SecondFactors seconds;
    private final SecondFactorSettings settings;
    private final Hashing hashing;
    private final Installation installation;
    private final boolean demoFromTheLan;

    SignIns(Secrets secrets, Sessions sessions, Devices devices, SecondFactors seconds, SecondFactorSettings settings,
            Hashing hashing, Installation installation,
            @ConfigProperty(name = "aixin.demo.lan", defaultValue = "false") boolean demoFromTheLan) {
        this.secrets = secrets;
        this.sessions = sessions;
        this.devices = devices;
        this.seconds = seconds;
        this.settings = settings;
        this.hashing = hashing;
        this.installation = installation;
        this.demoFromTheLan = demoFromTheLan;
    }

    /**
     * Opens a program's session. Refused 401 {@code sign_in_failed} for a wrong secret and for people nobody knows alike, 403
     * {@code device_unknown} for a short secret from an unknown device, 401 {@code second_factor_required} where a code is needed and none
     * was given, 403 {@code second_factor_failed} for a wrong one and {@code second_factor_missing} where it must be set up first, 429
     * {@code too_many_tries}, 503 {@code busy}, 403 {@code demo_staff_only_here}.
     */
    Uni<Sessions.Opened> program(@Nullable String login, @Nullable String secret, @Nullable String code, From from) {
        return hashing.queued(() -> {
            Person person = known(login, secret, from);
            Stage stage = stage(person);
            if (stage == Stage.ENROL) {
                throw Problem.forbidden("second_factor_missing");
            }
            if (stage == Stage.SECOND) {
                if (code == null || code.isBlank()) {
                    throw stage.problem();
                }
                seconds.mustBeRight(person.id(), code, from);
            }
            return said(sessions.open(person), from);
        });
    }

    /**
     * Opens a browser's session, and knows the device from now on; where a second factor is needed or must be set up, a session that can do
     * only that. Refusals as for a program, but for those of the second factor.
     */
    Uni<Sessions.Opened> browser(@Nullable String login, @Nullable String secret, From from) {
        return hashing.queued(() -> {
            Person person = known(login, secret, from);
            Stage stage = stage(person);
            return stage == Stage.OPEN ? opened(person, from) : sessions.openInBrowser(person, stage, from);
        });
    }

    /**
     * Opens the session of whoever gives the code after the secret. Refused 409 {@code nothing_to_confirm} where the token's session waits
     * for none, 403 {@code second_factor_failed}, 429 {@code too_many_tries}.
     */
    Sessions.Opened second(@Nullable String token, @Nullable String code, From from) {
        Session half = half(token, Stage.SECOND);
        seconds.mustBeRight(half.person().id(), code, from);
        return whole(half, String.valueOf(token), from);
    }

    /** The person whose session waits for this; refused 409 {@code nothing_to_confirm}. */
    Session half(@Nullable String token, Stage stage) {
        return sessions.now(token).filter(one -> one.kept() == stage).orElseThrow(() -> Problem.conflict("nothing_to_confirm"));
    }

    /** The whole session in place of the half. */
    Sessions.Opened whole(Session half, String token, From from) {
        sessions.close(token);
        return opened(half.person(), from);
    }

    private Sessions.Opened opened(Person person, From from) {
        devices.remember(person.id(), from.device());
        return said(sessions.openInBrowser(person, Stage.OPEN, from), from);
    }

    private static Sessions.Opened said(Sessions.Opened opened, From from) {
        SignInLog.say("Signed in", opened.person().id(), from);
        return opened;
    }

    private Stage stage(Person person) {
        if (seconds.isOn(person.id())) {
            return Stage.SECOND;
        }
        return person.isStaff() && settings.areFor(person) ? Stage.ENROL : Stage.OPEN;
    }

    private Person known(@Nullable String login, @Nullable String secret, From from) {
        Person person = sessions.person(secrets.memberWith(login, secret, from));
        if (!demoFromTheLan && !from.here() && person.isStaff() && installation.isDemo()) {
            throw Problem.forbidden("demo_staff_only_here");
        }
        return person;
    }
}
