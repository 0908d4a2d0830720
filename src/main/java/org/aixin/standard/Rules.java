package org.aixin.standard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Asset;

import org.jspecify.annotations.Nullable;

/** The points standard: each rule as its version in force says it. */
@ApplicationScoped
public class Rules {
    private static final String SELECT = "SELECT v.rule, v.version, v.since, v.title, v.category, v.asset, v.basis, v.rounding,"
            + " v.points, v.ranks, v.most, v.kind, v.roles, v.evidence, v.review, v.active,"
            + " (SELECT GROUP_CONCAT(CONCAT(c.span, ' ', c.scope, ' ', c.points) SEPARATOR ',') FROM standard_cap c"
            + " WHERE c.rule = v.rule AND c.version = v.version) AS caps"
            + " FROM standard_version v JOIN standard_rule r ON r.code = v.rule ";
    private static final String ON_DAY = "WHERE v.since = (SELECT MAX(w.since) FROM standard_version w"
            + " WHERE w.rule = v.rule AND w.since <= ?) ";
    private final Sql sql;
    private final BusinessTime time;

    Rules(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** The rules in force today, in the standard's order. */
    public List<Rule> inForce() {
        return onDay(time.today());
    }

    /** The rules in force on a day where the village is, in the standard's order. */
    public List<Rule> onDay(LocalDate day) {
        return sql.rows(SELECT + ON_DAY + "AND v.active ORDER BY r.place, v.rule", Rules::rule, day);
    }

    /** The rules in force by which this person may award, in the standard's order. */
    public List<Rule> of(Person person) {
        return inForce().stream().filter(rule -> rule.isFor(person)).toList();
    }

    /** The rule with this code as it is in force today; refused 422 {@code rule_unknown} where there is none. */
    public Rule rule(String code) {
        return rule(code, time.today());
    }

    /**
     * The rule with this code as it was in force on a day; refused 422 {@code rule_unknown} where there is none,
     * {@code rule_not_in_force} where it was not in force then.
     */
    public Rule rule(String code, LocalDate day) {
        Optional<Rule> then = Optional.of(code).filter(Rules::isCode)
                .flatMap(known -> sql.first(SELECT + ON_DAY + "AND v.active AND v.rule = ?", Rules::rule, day, known));
        return then.orElseThrow(
                () -> Problem.invalid(isKnown(code) ? "rule_not_in_force" : "rule_unknown", "rule"));
    }

    private boolean isKnown(String code) {
        return isCode(code)
                && sql.first("SELECT code FROM standard_rule WHERE code = ?", row -> row.getString(1), code).isPresent();
    }

    /** All versions of a rule, the last one first; none for a code that there is not. */
    List<Rule> versions(String code) {
        return isCode(code) ? sql.rows(SELECT + "WHERE v.rule = ? ORDER BY v.since DESC", Rules::rule, code) : List.of();
    }

    /** A version of a rule, in force or not; refused 404 {@code not_found}. */
    Rule version(String code, int version) {
        return sql.first(SELECT + "WHERE v.rule = ? AND v.version = ?", Rules::rule, code, version)
                .orElseThrow(Problem::notFound);
    }

    /** What the standard says, or will say, on a day: rules out of force among them. */
    List<Rule> latest(LocalDate day) {
        return sql.rows(SELECT + ON_DAY + "ORDER BY r.place, v.rule", Rules::rule, day);
    }

    /** Whether this can be a code at all; anything else the database refuses to compare with one. */
    static boolean isCode(String text) {
        return text.matches("[A-Za-z0-9_]{1,40}");
    }

    private static Rule rule(ResultSet row) throws SQLException {
        Terms terms = new Terms(row.getString("title"), Category.valueOf(row.getString("category")),
                Asset.valueOf(row.getString("asset")), Basis.valueOf(row.getString("basis")),
                Rounding.valueOf(row.getString("rounding")), row.getInt("points"), ranks(row.getString("ranks")),
                row.getBigDecimal("most"), caps(row.getString("caps")), roles(row.getString("roles")),
                row.getBoolean("evidence"), Review.valueOf(row.getString("review")), row.getBoolean("active"));
        return new Rule(row.getString("rule"), row.getInt("version"), row.getObject("since", LocalDate.class),
                row.getString("kind"), terms);
    }

    private static List<Integer> ranks(@Nullable String ranks) {
        return ranks == null ? List.of() : Stream.of(ranks.split(",")).map(Integer::valueOf).toList();
    }

    private static List<Cap> caps(@Nullable String caps) {
        return caps == null
                ? List.of()
                : Stream.of(caps.split(",")).map(cap -> cap.split(" "))
                        .map(cap -> new Cap(Span.valueOf(cap[0]), Cap.Scope.valueOf(cap[1]), Integer.parseInt(cap[2]))).toList();
    }

    private static Set<Role> roles(String names) {
        return Stream.of(names.split(",")).filter(name -> !name.isEmpty()).map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
