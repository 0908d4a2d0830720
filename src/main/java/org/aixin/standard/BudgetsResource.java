package org.aixin.standard;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Page;

/** What villages have used of the rules' budgets, for programs. */
@Path("/api/budgets")
@Produces(MediaType.APPLICATION_JSON)
class BudgetsResource {
    private final Budgets budgets;
    private final SignedIn signedIn;

    BudgetsResource(Budgets budgets, SignedIn signedIn) {
        this.budgets = budgets;
        this.signedIn = signedIn;
    }

    /**
     * A village's budget of a rule in the present span.
     *
     * @param from the first day of the span
     * @param to its last day
     */
    record Shown(String rule, String title, String unit, String unitName, Span per, LocalDate from, LocalDate to, int budget,
            int used, int left) {
        static Shown of(Budgets.Budget one) {
            return new Shown(one.rule().code(), one.rule().title(), Long.toString(one.village().id()), one.village().name(),
                    one.per(), one.first(), one.last(), one.points(), one.used(), one.left());
        }
    }

    /** The budgets of the villages that the person reaches. */
    @GET
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<Shown> budgets() {
        return new Page<>(budgets.of(signedIn.person()).stream().map(Shown::of).toList(), null);
    }
}
