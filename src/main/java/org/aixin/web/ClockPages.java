package org.aixin.web;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.ClockDoubt;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** 核对时间: asks an administrator of the topmost unit whether a doubtful clock is right. */
@Path("/clock")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ADMIN)
class ClockPages {
    /** What was typed: the day as it stands on the calendar on the wall. */
    record Typed(String year, String month, String day) {
        static Typed of(@Nullable String year, @Nullable String month, @Nullable String day) {
            return new Typed(year == null ? "" : year, month == null ? "" : month, day == null ? "" : day);
        }

        /** Refused 422 {@code number_unreadable}, {@code value_refused}. */
        LocalDate date() {
            try {
                return LocalDate.of(Digits.number(year, "year"), Digits.number(month, "month"), Digits.number(day, "day"));
            } catch (DateTimeException noDay) {
                throw Problem.invalid("value_refused", "day");
            }
        }
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance clock(@Nullable ClockDoubt doubt, boolean theirs, String now, String known, Typed typed,
                String problem);
    }

    private final ClockAnswers answers;
    private final SignedIn signedIn;
    private final Refusals refusals;
    private final RoutingContext request;

    ClockPages(ClockAnswers answers, SignedIn signedIn, Refusals refusals, RoutingContext request) {
        this.answers = answers;
        this.signedIn = signedIn;
        this.refusals = refusals;
        this.request = request;
    }

    /** Asks, or says that nothing is in doubt. */
    @GET
    public TemplateInstance ask() {
        return page(Typed.of(null, null, null), "");
    }

    /** It is right, and the day typed is the one that it shows. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response right(@FormParam("year") @Nullable String year, @FormParam("month") @Nullable String month,
            @FormParam("day") @Nullable String day) {
        Typed typed = Typed.of(year, month, day);
        try {
            answers.right(signedIn.person(), typed.date());
            return Response.seeOther(URI.create("/clock")).build();
        } catch (Problem refused) {
            if (refused.status() == 403) {
                throw refused;
            }
            return refusals.answer(refused, sentence -> page(typed, sentence));
        }
    }

    private TemplateInstance page(Typed typed, String problem) {
        Locale language = Language.of(request.request());
        ClockDoubt doubt = answers.doubt();
        return Templates.clock(doubt, answers.mayAnswer(signedIn.person()), answers.now(language),
                doubt == null ? "" : answers.written(doubt.known(), language), typed,
                problem);
    }
}
