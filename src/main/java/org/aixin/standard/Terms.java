package org.aixin.standard;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.aixin.identity.Role;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;
import org.aixin.ledger.Asset;

import org.jspecify.annotations.Nullable;

/**
 * What a version of a rule says.
 *
 * @param points for one deed, hour or answer, or for the first place; below zero they are taken
 * @param ranks points for each place from the first, empty unless the basis is the place
 * @param most the largest quantity of one deed
 * @param caps at most one for each span and scope, in their order; the budget is one of them
 * @param roles who may award by it
 * @param evidence whether who claims the deed must show it
 * @param active false where the rule is out of force
 */
public record Terms(String title, Category category, Asset asset, Basis basis, Rounding rounding, int points, List<Integer> ranks,
        BigDecimal most, List<Cap> caps, Set<Role> roles, boolean evidence, Review review, boolean active) {
    /** The most points of one deed. */
    public static final int MOST_POINTS = 10_000;
    static final int LONGEST_TITLE = 60, MOST_QUANTITY = 1_000, MOST_RANKS = 20;
    /** What a spreadsheet program would compute rather than show. */
    private static final Pattern FORMULA = Pattern.compile("^[=+@-]");
    private static final Set<Role> MAY_AWARD = Set.of(Role.CLERK, Role.ORGANIZER, Role.SECRETARY, Role.ADMIN);
    private static final Set<Role> MAY_DEDUCT = Set.of(Role.ORGANIZER, Role.SECRETARY, Role.ADMIN);

    /** In one form, so that equal terms are equal. */
    public Terms {
        most = Rule.plain(most);
        caps = caps.stream().sorted(Cap.ORDER).toList();
        ranks = List.copyOf(ranks);
        roles = Set.copyOf(roles);
    }

    /** The same, if a rule can say so; refused 422 with the first thing that is wrong. */
    Terms checked() {
        Text.required(title, "title", LONGEST_TITLE);
        check(!FORMULA.matcher(title).find(), "rule_title_formula", "title");
        check(points != 0 && points <= MOST_POINTS && points >= -MOST_POINTS, "rule_points", "points", MOST_POINTS);
        check(most.signum() > 0 && most.compareTo(BigDecimal.valueOf(MOST_QUANTITY)) <= 0
                && most.scale() <= (basis == Basis.PER_HOUR ? 2 : 0), "rule_most", "most", MOST_QUANTITY);
        check(asset == Asset.POINTS || asset == Asset.MERIT, "rule_asset", "asset");
        checkRanks();
        check(caps.stream().map(Cap::name).distinct().count() == caps.size(), "rule_cap", "caps", Cap.MOST);
        caps.forEach(cap -> Cap.of(cap.span(), cap.scope(), cap.points()));
        checkBudget();
        check(!roles.isEmpty() && MAY_AWARD.containsAll(roles), "rule_roles", "roles");
        if (points < 0) {
            check(basis == Basis.PER_DEED, "rule_minus_basis", "basis");
            check(MAY_DEDUCT.containsAll(roles), "rule_minus_roles", "roles");
        }
        return this;
    }

    /** The most points that the people of each village get by it together in its span, null for no such budget. */
    public @Nullable Cap budget() {
        return caps.stream().filter(Cap::isBudget).findFirst().orElse(null);
    }

    /** The caps without the budget. */
    public List<Cap> limits() {
        return caps.stream().filter(cap -> !cap.isBudget()).toList();
    }

    private void checkBudget() {
        List<Cap> budgets = caps.stream().filter(Cap::isBudget).toList();
        check(budgets.size() <= 1 && Cap.ofBudgets().containsAll(budgets.stream().map(Cap::span).toList())
                && (budgets.isEmpty() || points > 0), "rule_budget", "budget");
    }

    /** The points as a form shows them: a number, or those of the places. */
    public String worths() {
        return ranks.isEmpty() ? Integer.toString(points) : rankList();
    }

    /** A cap as a form shows it, empty where there is none. */
    public String capText(Span span, Cap.Scope scope) {
        return caps.stream().filter(cap -> cap.span() == span && cap.scope() == scope).map(cap -> Integer.toString(cap.points()))
                .findFirst().orElse("");
    }

    /** Whether this role may award by it. */
    public boolean mayAward(Role role) {
        return roles.contains(role);
    }

    /** How many points one deed costs by a rule that deducts. */
    public int loss() {
        return -points;
    }

    /** The points of the places as people write them, such as 10/6/3; empty where there are none. */
    public String rankList() {
        return ranks.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }

    private void checkRanks() {
        if (basis == Basis.PER_RANK) {
            boolean falling = ranks.stream().sorted(Comparator.reverseOrder()).toList().equals(ranks);
            check(falling && !ranks.isEmpty() && ranks.size() <= MOST_RANKS && new HashSet<>(ranks).stream()
                    .allMatch(each -> each > 0) && ranks.get(0) == points && most.intValueExact() == ranks.size(), "rule_ranks",
                    "points", MOST_RANKS);
        } else {
            check(ranks.isEmpty(), "rule_ranks", "points", MOST_RANKS);
        }
    }

    private static void check(boolean right, String code, String field, Object... arguments) {
        if (!right) {
            throw Problem.invalid(code, field, arguments);
        }
    }
}
