package org.aixin.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

/** Where the standard is changed: by new versions of its rules, never by another word in an old one. */
@ApplicationScoped
class Standard {
    private static final int YEARS_AHEAD = 2;
    /** What other features award by. */
    private static final Map<String, Basis> NEEDED = Map.of("quiz_correct", Basis.PER_ANSWER, "pledge_kept", Basis.PER_DEED);
    private final Rules rules;
    private final Sql sql;
    private final BusinessTime time;

    Standard(Rules rules, Sql sql, BusinessTime time) {
        this.rules = rules;
        this.sql = sql;
        this.time = time;
    }

    /**
     * Adds the next version of a rule, in force from the beginning of its day; in the present transaction or one of its own. Refused
     * 422 {@code since_past} or {@code since_far}, 409 {@code version_day_taken} where a version begins on that day,
     * {@code rule_changed} where somebody else made one meanwhile, {@code rule_code_taken} where a new rule has another's code,
     * {@code since_awarded} where somebody was awarded by it today already, {@code rule_side_changed} where points become a deduction, {@code rule_needed} where another feature awards by it.
     *
     * @param base the number of the version that was changed, the last one; 0 for a new rule
     */
    Rule change(long by, String code, LocalDate since, Terms terms, int base) {
        terms.checked();
        mustBeCode(code);
        mustBeToCome(since);
        return Transactions.joined(() -> {
            claim(code, base);
            List<Rule> earlier = rules.versions(code);
            mustFollow(earlier, since, terms, base);
            mustNotCutADay(code, since);
            Rule next = new Rule(code, base + 1, since, kind(earlier, terms), terms);
            add(next, by);
            return next;
        });
    }

    /** Refused 422 {@code rule_code} where this cannot be the code of a new rule. */
    static void mustBeCode(String code) {
        if (!code.matches("[a-z][a-z0-9_]{1,39}")) {
            throw Problem.invalid("rule_code", "code");
        }
    }

    private void mustBeToCome(LocalDate since) {
        LocalDate today = time.today();
        if (since.isBefore(today)) {
            throw Problem.invalid("since_past", "since");
        }
        if (since.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw Problem.invalid("since_far", "since", YEARS_AHEAD);
        }
    }

    /** A day on which somebody was awarded keeps its version to the end. */
    private void mustNotCutADay(String code, LocalDate since) {
        if (sql.first("SELECT id FROM award WHERE rule = ? AND day >= ? LIMIT 1", row -> row.getLong(1), code, since)
                .isPresent()) {
            throw Problem.invalid("since_awarded", "since");
        }
    }

    /** Refused 403 {@code standard_of_all} unless this person administers the whole tree: the standard is one for all its villages. */
    static void mustBeOfAll(Person person) {
        if (!isOfAll(person)) {
            throw Problem.forbidden("standard_of_all");
        }
    }

    /** Whether this person administers the whole tree. */
    static boolean isOfAll(Person person) {
        return person.reach(Role.ADMIN).anyMatch(path -> path.matches("/\\d+/"));
    }

    /**
     * Removes a version that has not begun, and the rule with the last of its versions. Refused 404 {@code not_found}, 403
     * {@code standard_of_all}, 409 {@code version_in_force} where its day has come.
     */
    void withdraw(Person person, String code, int version) {
        if (rules.versions(code).stream().noneMatch(rule -> rule.version() == version)) {
            throw Problem.notFound();
        }
        mustBeOfAll(person);
        Transactions.joined(() -> {
            claim(code, version);
            if (!rules.version(code, version).since().isAfter(time.today())) {
                throw Problem.conflict("version_in_force");
            }
            sql.update("DELETE FROM standard_cap WHERE rule = ? AND version = ?", code, version);
            sql.update("DELETE FROM standard_version WHERE rule = ? AND version = ?", code, version);
            if (rules.versions(code).isEmpty()) {
                sql.update("DELETE FROM standard_rule WHERE code = ?", code);
            }
            return version;
        });
    }

    /** Nobody else adds a version of the rule before this transaction ends. */
    private void claim(String code, int base) {
        if (base == 0) {
            int last = sql.first("SELECT COALESCE(MAX(place), 0) FROM standard_rule", row -> row.getInt(1)).orElse(0);
            sql.updateOr(Problem.conflict("rule_code_taken"), "INSERT INTO standard_rule (code, place) VALUES (?, ?)", code,
                    Math.min(last + 10, Short.MAX_VALUE));
        } else if (sql.first("SELECT code FROM standard_rule WHERE code = ? FOR UPDATE", row -> code, code).isEmpty()) {
            throw Problem.notFound();
        }
    }

    private static void mustFollow(List<Rule> earlier, LocalDate since, Terms terms, int base) {
        if (earlier.stream().mapToInt(Rule::version).max().orElse(0) != base) {
            throw Problem.conflict("rule_changed");
        }
        if (earlier.stream().anyMatch(rule -> rule.since().equals(since))) {
            throw Problem.conflict("version_day_taken");
        }
        for (Rule rule : earlier) {
            if (rule.isDeduction() != terms.points() < 0) {
                throw Problem.conflict("rule_side_changed");
            }
            Basis needed = NEEDED.get(rule.code());
            if (needed != null && (!terms.active() || terms.basis() != needed)) {
                throw Problem.conflict("rule_needed");
            }
        }
    }

    private static String kind(List<Rule> earlier, Terms terms) {
        boolean pledge = earlier.stream().anyMatch(rule -> rule.kind().equals("pledge"));
        return pledge ? "pledge" : terms.basis() == Basis.PER_HOUR ? "shift" : "award";
    }

    private void add(Rule rule, long by) {
        Terms terms = rule.terms();
        sql.updateOr(Problem.conflict("version_day_taken"),
                "INSERT INTO standard_version (rule, version, since, title, category, asset, basis, rounding, points, ranks, most,"
                        + " kind, roles, evidence, review, active, made_at, made_by) VALUES (" + Sql.marks(18) + ")",
                rule.code(), rule.version(), rule.since(), terms.title(), terms.category().name(), terms.asset().name(),
                terms.basis().name(), terms.rounding().name(), terms.points(),
                terms.ranks().isEmpty() ? null : joined(terms.ranks()), terms.most(), rule.kind(),
                joined(terms.roles().stream().map(Enum::name).sorted().toList()), terms.evidence(), terms.review().name(),
                terms.active(), time.now(), by);
        sql.insert("INSERT INTO standard_cap (rule, version, span, scope, points) VALUES", terms.caps().stream()
                .map(cap -> new Object[]{rule.code(), rule.version(), cap.span().name(), cap.scope().name(), cap.points()})
                .toList());
    }

    private static String joined(List<?> parts) {
        return parts.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
