package org.aixin.web;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Body;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.ClockDoubt;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** The same for programs. */
@Path("/api/clock")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.IS_ADMIN)
class ClockResource {
    private final ClockAnswers answers;
    private final SignedIn signedIn;
    private final BusinessTime time;

    ClockResource(ClockAnswers answers, SignedIn signedIn, BusinessTime time) {
        this.answers = answers;
        this.signedIn = signedIn;
        this.time = time;
    }

    /**
     * How it stands.
     *
     * @param why {@code BEHIND}, {@code AHEAD}, {@code JUMPED} or {@code APART}, null where nothing is in doubt
     * @param known the newest instant seen before or what the clock should show, null where nothing is in doubt
     */
    record Shown(Instant now, boolean inDoubt, @Nullable String why, @Nullable Instant known) {
    }

    /** @param day today, such as 2026-12-01 */
    record Right(@Nullable String day) {
    }

    /** Whether the clock is in doubt. */
    @GET
    public Shown clock() {
        return shown();
    }

    /**
     * An administrator of the topmost unit says that a doubtful clock is right, with the day that it is. Refused 403 {@code clock_not_yours},
     * 409 {@code clock_apart}, 422 {@code clock_other_day}.
     */
    @POST
    public Shown right(@Nullable Right body) {
        answers.right(signedIn.person(), Text.day(Text.required(Body.said(body).day(), "day", 10), "day"));
        return shown();
    }

    private Shown shown() {
        ClockDoubt doubt = answers.doubt();
        return new Shown(time.now(), doubt != null, doubt == null ? null : doubt.why().name(),
                doubt == null ? null : doubt.known());
    }
}
