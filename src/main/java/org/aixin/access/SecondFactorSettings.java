package org.aixin.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Grant;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

/** Which units require a second factor of their staff, and of those below; administrators say so, and it stays on record. */
@ApplicationScoped
class SecondFactorSettings {
    private static final String LAST = "FROM second_factor_setting s JOIN unit ON unit.id = s.unit WHERE s.required AND s.version ="
            + " (SELECT MAX(o.version) FROM second_factor_setting o WHERE o.unit = s.unit)";
    private final Sql sql;
    private final BusinessTime time;
    private final Units units;

    SecondFactorSettings(Sql sql, BusinessTime time, Units units) {
        this.sql = sql;
        this.time = time;
        this.units = units;
    }

    /** Whether somebody works where it is required. */
    boolean areFor(Person person) {
        List<String> paths = sql.rows("SELECT unit.path " + LAST, row -> row.getString(1));
        return person.grants().stream().filter(grant -> grant.role() != Role.RESIDENT).map(Grant::path)
                .anyMatch(held -> paths.stream().anyMatch(held::startsWith));
    }

    /** The units that require it themselves. */
    Set<Long> requiring() {
        return sql.rows("SELECT s.unit " + LAST, row -> row.getLong(1)).stream().collect(Collectors.toSet());
    }

    /** Requires it of a unit's staff, or no longer; saying the same again changes nothing. Refused 422 {@code unit_unknown}, 403 {@code not_allowed}. */
    Unit require(Person person, String unitId, boolean required) {
        Unit unit = units.named(unitId, "unit");
        person.mustReach(unit.path(), Role.ADMIN);
        if (requiring().contains(unit.id()) != required) {
            sql.updateOr(Problem.conflict("setting_changed_meanwhile"),
                    "INSERT INTO second_factor_setting (unit, version, required, actor, at)"
                            + " SELECT ?, COALESCE(MAX(version), 0) + 1, ?, ?, ? FROM second_factor_setting WHERE unit = ?",
                    unit.id(),
                    required, person.id(), time.now(), unit.id());
        }
        return unit;
    }
}
