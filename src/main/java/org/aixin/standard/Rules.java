package org.aixin.standard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Asset;

/** The points standard. */
@ApplicationScoped
public class Rules {
    private static final String SELECT = "SELECT code, title, category, asset, basis, points, per_day, most, kind, roles, active"
            + " FROM standard_rule ";
    private final Sql sql;

    Rules(Sql sql) {
        this.sql = sql;
    }

    /** The rules in force, in the standard's order. */
    public List<Rule> inForce() {
        return sql.rows(SELECT + "WHERE active ORDER BY place, code", Rules::rule);
    }

    /** The rules in force by which this person may award, in the standard's order. */
    public List<Rule> of(Person person) {
        return inForce().stream().filter(rule -> rule.isFor(person)).toList();
    }

    /** The rule in force with this code; refused 422 {@code rule_unknown} where there is none. */
    public Rule rule(String code) {
        return Optional.of(code).filter(Rules::isCode)
                .flatMap(known -> sql.first(SELECT + "WHERE active AND code = ?", Rules::rule, known))
                .orElseThrow(() -> Problem.invalid("rule_unknown", "rule"));
    }

    /** Whether this can be a code at all; anything else the database refuses to compare with one. */
    static boolean isCode(String text) {
        return text.matches("[A-Za-z0-9_]{1,40}");
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(row.getString("code"), row.getString("title"), Category.valueOf(row.getString("category")),
                Asset.valueOf(row.getString("asset")), Basis.valueOf(row.getString("basis")), row.getInt("points"),
                row.getObject("per_day", Integer.class), row.getBigDecimal("most"), row.getString("kind"),
                roles(row.getString("roles")), row.getBoolean("active"));
    }

    private static Set<Role> roles(String names) {
        return Stream.of(names.split(",")).filter(name -> !name.isEmpty()).map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
