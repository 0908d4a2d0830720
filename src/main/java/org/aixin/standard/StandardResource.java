package org.aixin.standard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.kernel.Page;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The points standard, for anyone. */
@Path("/api/standard")
@Produces(MediaType.APPLICATION_JSON)
class StandardResource {
    private final Rules rules;

    StandardResource(Rules rules) {
        this.rules = rules;
    }

    /** The rules in force. */
    @GET
    @PermitAll
    public Page<Shown> rules() {
        return new Page<>(rules.inForce().stream().map(Shown::of).toList(), null);
    }

    /**
     * A rule as programs see it.
     *
     * @param caps the most points a member gets by it for a day's deeds, absent where there is no cap; and the largest quantity
     *        of one deed
     * @param awardedBy the roles that may award by it
     */
    record Shown(String code, String title, String category, String asset, String basis, int points, Caps caps,
            List<String> awardedBy) {
        static Shown of(Rule rule) {
            return new Shown(rule.code(), rule.title(), rule.category().name(), rule.asset().name(), rule.basis().name(),
                    rule.points(), new Caps(rule.perDay(), Rule.plain(rule.most())),
                    rule.roles().stream().map(Role::name).map(name -> name.toLowerCase(Locale.ROOT)).sorted().toList());
        }
    }

    /** How much at most. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Caps(@Nullable Integer pointsPerDay, BigDecimal quantityPerDeed) {
    }
}
