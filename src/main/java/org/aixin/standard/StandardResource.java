package org.aixin.standard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The standard, for anyone. */
@Path("/api/standard")
@Produces(MediaType.APPLICATION_JSON)
class StandardResource {
    private final Rules rules;
    private final Standard standard;
    private final SignedIn signedIn;

    StandardResource(Rules rules, Standard standard, SignedIn signedIn) {
        this.rules = rules;
        this.standard = standard;
        this.signedIn = signedIn;
    }

    /** The rules in force today. */
    @GET
    @PermitAll
    public Page<Shown> rules() {
        return new Page<>(rules.inForce().stream().map(Shown::of).toList(), null);
    }

    /** All versions of a rule, the last one first, those to come among them. */
    @GET
    @Path("/{code}/versions")
    @PermitAll
    public Page<Shown> versions(@PathParam("code") String code) {
        List<Shown> versions = rules.versions(code).stream().map(Shown::of).toList();
        if (versions.isEmpty()) {
            throw Problem.notFound();
        }
        return new Page<>(versions, null);
    }

    /** Removes a version that has not begun. */
    @DELETE
    @Path("/{code}/versions/{version}")
    @RolesAllowed(Role.IS_ADMIN)
    public void withdraw(@PathParam("code") String code, @PathParam("version") int version) {
        standard.withdraw(signedIn.person(), code, version);
    }

    /**
     * A version of a rule as programs see it.
     *
     * @param since its first day
     * @param points for one deed, hour or answer, or the first place; below zero they are taken
     * @param ranks points for each place, where the basis is the place
     * @param budget so many points that the people of each village get by it together in a span, absent where there is none
     * @param awardedBy the roles that may award by it
     * @param evidence whether a claim must show it
     * @param active false where the rule is out of force from that day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(String code, int version, LocalDate since, String title, Category category, String asset, Basis basis,
            Rounding rounding, int points, @Nullable List<Integer> ranks, Caps caps, @Nullable Budget budget,
            List<String> awardedBy, boolean evidence,
            Review review, boolean active) {
        static Shown of(Rule rule) {
            Terms terms = rule.terms();
            return new Shown(rule.code(), rule.version(), rule.since(), rule.title(), rule.category(), rule.asset().name(),
                    rule.basis(), terms.rounding(), rule.points(), terms.ranks().isEmpty() ? null : terms.ranks(),
                    new Caps(rule.perDay(), rule.most(), terms.limits().stream().map(Limit::of).toList()),
                    Budget.of(terms.budget()),
                    rule.roles().stream().map(Role::code).sorted().toList(), terms.evidence(), terms.review(), terms.active());
        }
    }

    /**
     * How much at most.
     *
     * @param pointsPerDay that a member gets by it for a day's deeds, absent where there is no such cap
     * @param quantityPerDeed the largest quantity of one deed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Caps(@Nullable Integer pointsPerDay, BigDecimal quantityPerDeed, List<Limit> limits) {
    }

    /** A budget: so many points in each span and village. */
    record Budget(Span per, int points) {
        static @Nullable Budget of(@Nullable Cap cap) {
            return cap == null ? null : new Budget(cap.span(), cap.points());
        }
    }

    /** A cap: so many points in each span, of a member, a household or all together. */
    record Limit(Span per, Cap.Scope scope, int points) {
        static Limit of(Cap cap) {
            return new Limit(cap.span(), cap.scope(), cap.points());
        }
    }
}
