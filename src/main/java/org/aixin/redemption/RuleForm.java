package org.aixin.redemption;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

import jakarta.ws.rs.core.MultivaluedMap;

import org.aixin.goods.Goods;
import org.aixin.kernel.Problem;
import org.aixin.redemption.Rule.Days;
import org.aixin.redemption.Rule.Hours;
import org.aixin.redemption.Rule.Limit;
import org.aixin.redemption.Rule.Scope;
import org.aixin.redemption.Rule.Terms;
import org.aixin.redemption.Rule.Thing;

import org.jspecify.annotations.Nullable;

/** What somebody typed into a form for a rule. */
record RuleForm(MultivaluedMap<String, String> fields) {
    private static final String SHOP = "shop:";
    private static final int MOST = 10_000;

    /** The code of the only shop it is for, null for a unit's. */
    @Nullable
    String shop() {
        String where = text("where");
        return where.startsWith(SHOP) ? where.substring(SHOP.length()) : null;
    }

    /** The id of the unit it is for. */
    String unit() {
        return text("where");
    }

    /** Refused 422 {@code number_out_of_range}. */
    int quantity() {
        String typed = text("quantity");
        int quantity = typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : 0;
        if (quantity < 1 || quantity > MOST) {
            throw Problem.invalid("number_out_of_range", "quantity", 1, MOST);
        }
        return quantity;
    }

    /** What a rule of this kind says: {@code limits}, {@code days} or {@code hours}; refused 404 for any other. */
    Terms terms(String kind, Function<String, Goods> find) {
        return switch (kind) {
            case "limits" -> limit(find);
            case "days" -> days();
            case "hours" -> hours();
            default -> throw Problem.notFound();
        };
    }

    private Limit limit(Function<String, Goods> find) {
        String code = text("goods");
        Thing goods = code.isEmpty() ? null : Thing.of(find.apply(code));
        return new Limit(chosen("scope", Scope.values()), chosen("span", Span.values()), goods, quantity());
    }

    /** Refused 422 {@code rule_days_required} without any day, {@code value_refused} for what is no day of a month. */
    private Days days() {
        int week = bits(fields.getOrDefault("weekday", List.of()), 7);
        int month = bits(Arrays.stream(text("monthDays").split("[\\s,，、;；]+")).filter(day -> !day.isEmpty()).toList(), 31);
        if (week == 0 && month == 0) {
            throw Problem.invalid("rule_days_required", "weekday");
        }
        return new Days(week, month);
    }

    private static int bits(List<String> days, int most) {
        return days.stream().mapToInt(day -> {
            int number = day.strip().matches("[0-9]{1,2}") ? Integer.parseInt(day.strip()) : 0;
            if (number < 1 || number > most) {
                throw Problem.invalid("value_refused", "days");
            }
            return 1 << number - 1;
        }).reduce(0, (one, other) -> one | other);
    }

    /** Refused 422 {@code rule_hours_refused} unless it closes after it opens. */
    private Hours hours() {
        int opens = minute(text("opens")), closes = minute(text("closes"));
        if (opens < 0 || closes <= opens) {
            throw Problem.invalid("rule_hours_refused", "closes");
        }
        return new Hours(opens, closes);
    }

    private static int minute(String time) {
        return time.matches("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
                ? Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3))
                : -1;
    }

    private <E extends Enum<E>> E chosen(String field, E[] all) {
        return IntStream.range(0, all.length).mapToObj(i -> all[i]).filter(one -> one.name().equals(text(field))).findFirst()
                .orElseThrow(() -> Problem.invalid("value_refused", field));
    }

    private String text(String field) {
        return Objects.requireNonNullElse(fields.getFirst(field), "").strip();
    }
}
