package org.aixin.redemption;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;

import org.jspecify.annotations.Nullable;

/**
 * A rule of redemption: how much, on which days, or between which hours.
 *
 * @param series what rules that took each other's place have in common
 * @param path of the unit whose shops it is for
 * @param shop id of the only shop it is for, null for all of the unit
 * @param terms what it says
 */
record Rule(long id, long series, String path, @Nullable Long shop, Terms terms) {
    /** What a rule says. */
    sealed interface Terms {
        /** It in words, such as 每户每周最多换大米 2 袋. */
        String words(boolean inEnglish);

        /** The same with what it is about before it, for a list of rules. */
        default String line(boolean inEnglish) {
            return words(inEnglish);
        }
    }

    /** Whose pieces a limit counts together. */
    enum Scope {
        MEMBER("每人", "each person"), HOUSEHOLD("每户", "each household");

        private final String chinese;
        private final String english;

        Scope(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        String words(boolean inEnglish) {
            return inEnglish ? english : chinese;
        }
    }

    /** What a limit counts: its id, its code, its name and what one of it is called. */
    record Thing(long id, String code, String name, String unit) {
        static Thing of(Goods goods) {
            return new Thing(goods.id(), goods.code(), goods.shortName(), goods.unit());
        }
    }

    /**
     * At most so many pieces in a span.
     *
     * @param goods what is counted, null for all goods together
     */
    record Limit(Scope scope, Span span, @Nullable Thing goods, int quantity) implements Terms {
        /** Whose pieces they are; somebody without a household counts alone. */
        long whose(Member member) {
            return scope == Scope.HOUSEHOLD ? Objects.requireNonNullElse(member.household(), member.id()) : member.id();
        }

        /** How many pieces of an order it counts. */
        int pieces(Order order) {
            Thing only = goods;
            return order.lines().stream().filter(line -> only == null || line.goods().id() == only.id())
                    .mapToInt(Order.Item::quantity).sum();
        }

        @Override
        public String words(boolean inEnglish) {
            if (inEnglish) {
                String of = goods == null ? "pieces of all goods" : goods.name;
                return scope.words(true) + " gets at most " + quantity + " " + of + " " + span.words(true);
            }
            return scope.words(false) + span.words(false)
                    + (goods == null ? "最多换 " + quantity + " 件物品" : "最多换" + goods.name + " " + quantity + " " + goods.unit);
        }
    }

    /** Goods are handed over on these days only; a bit for each day of the week from Monday, and of the month from the first. */
    record Days(int weekdays, int monthDays) implements Terms {
        /** The numbers of the days of some bits, from 1. */
        static List<Integer> numbers(int bits) {
            return IntStream.rangeClosed(1, 31).filter(day -> (bits >> day - 1 & 1) == 1).boxed().toList();
        }

        boolean allows(LocalDate day) {
            return (weekdays >> day.getDayOfWeek().getValue() - 1 & 1) == 1 || (monthDays >> day.getDayOfMonth() - 1 & 1) == 1;
        }

        @Override
        public String words(boolean inEnglish) {
            Locale language = inEnglish ? Locale.ENGLISH : Locale.CHINESE;
            String week = Stream.of(DayOfWeek.values()).filter(day -> (weekdays >> day.getValue() - 1 & 1) == 1)
                    .map(day -> day.getDisplayName(inEnglish ? TextStyle.SHORT : TextStyle.FULL, language))
                    .map(name -> name.replace("星期", "周")).collect(Collectors.joining(inEnglish ? ", " : "、"));
            String month = IntStream.rangeClosed(1, 31).filter(day -> (monthDays >> day - 1 & 1) == 1)
                    .mapToObj(Integer::toString).collect(Collectors.joining(inEnglish ? ", " : "、"));
            String ofMonth = month.isEmpty() ? "" : inEnglish ? "the " + month + " of the month" : "每月 " + month + " 日";
            return Stream.of(week, ofMonth).filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(inEnglish ? " and " : "和"));
        }

        @Override
        public String line(boolean inEnglish) {
            return (inEnglish ? "Collection on " : "领取日：") + words(inEnglish);
        }
    }

    /** Goods are handed over between these minutes of the day only. */
    record Hours(int opens, int closes) implements Terms {
        @Override
        public String words(boolean inEnglish) {
            return time(opens) + "–" + time(closes);
        }

        @Override
        public String line(boolean inEnglish) {
            return (inEnglish ? "Open " : "营业时间：") + words(inEnglish);
        }

        /** 08:30. */
        static String time(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    /**
     * The same rule with its dates.
     *
     * @param unit name of the unit whose shops it is for, {@code unitId} its id
     * @param shopName name of the only shop it is for, {@code shopCode} its code
     */
    record Dated(Rule rule, long unitId, String unit, @Nullable String shopCode, @Nullable String shopName, String madeBy,
            Instant madeAt, @Nullable String endedBy,
            @Nullable Instant endedAt) {
        public boolean isEnded() {
            return endedAt != null;
        }

        public boolean isLimit() {
            return rule.terms instanceof Limit;
        }

        /** The quantity of a limit, 0 for other rules. */
        public int quantity() {
            return rule.terms instanceof Limit limit ? limit.quantity() : 0;
        }
    }

    /** Whether it is for this shop. */
    boolean isFor(Shop at) {
        return shop == null ? at.path().startsWith(path) : shop == at.id();
    }

    /** How near it is to a shop it is for: a shop's own rule goes before its unit's, and that before one from further up. */
    int nearness() {
        return shop == null ? path.length() : Integer.MAX_VALUE;
    }

    /** Those of some rules that say something of this kind, the nearest only. */
    static <T extends Terms> List<T> nearest(List<Rule> rules, Class<T> kind) {
        List<Rule> such = rules.stream().filter(rule -> kind.isInstance(rule.terms)).toList();
        int nearest = such.stream().mapToInt(Rule::nearness).max().orElse(0);
        return such.stream().filter(rule -> rule.nearness() == nearest).map(rule -> kind.cast(rule.terms)).toList();
    }
}
