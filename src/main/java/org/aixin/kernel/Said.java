package org.aixin.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import org.jspecify.annotations.Nullable;

/** Times and sums as people say them, for templates: {@code {order.at.said}}, {@code {order.expiresAt.saidDay}}, {@code {points.signed}}. */
@TemplateExtension
public final class Said {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Said() {
    }

    /** 今天 10:38, 昨天 10:38, 11 月 20 日 10:38, 2025 年 11 月 20 日 10:38. */
    public static String said(Instant at, @TemplateExtension.TemplateAttribute("locale") @Nullable Object locale) {
        BusinessTime time = time();
        return day(time.day(at), time.today(), english(locale)) + " " + TIME.format(at.atZone(time.zone()));
    }

    /** 10:38: for paper that names the day elsewhere. */
    public static String saidTime(Instant at) {
        return TIME.format(at.atZone(time().zone()));
    }

    /** 今天, 昨天, 11 月 20 日, 2025 年 11 月 20 日. */
    public static String saidDay(Instant at, @TemplateExtension.TemplateAttribute("locale") @Nullable Object locale) {
        return day(time().day(at), time().today(), english(locale));
    }

    /** As {@link #saidDay(Instant, Object)}. */
    public static String saidDay(LocalDate day, @TemplateExtension.TemplateAttribute("locale") @Nullable Object locale) {
        return day(day, time().today(), english(locale));
    }

    /** 2026 年 11 月 20 日: for paper, which hangs longer than a day. */
    public static String saidDate(LocalDate day, @TemplateExtension.TemplateAttribute("locale") @Nullable Object locale) {
        return DateTimeFormatter.ofPattern(english(locale) ? "d MMM yyyy" : "yyyy 年 M 月 d 日", Locale.ENGLISH).format(day);
    }

    /** ＋5 for a gain, －20 for spending. */
    public static String signed(Number sum) {
        long amount = sum.longValue();
        return amount < 0 ? "－" + Math.abs(amount) : "＋" + amount;
    }

    /** A day among days: {@code today} decides what is said. */
    public static String day(LocalDate day, LocalDate today, boolean english) {
        if (day.equals(today)) {
            return english ? "today" : "今天";
        }
        if (day.equals(today.minusDays(1))) {
            return english ? "yesterday" : "昨天";
        }
        String pattern = english ? "d MMM" : "M 月 d 日";
        String year = english ? "d MMM yyyy" : "yyyy 年 M 月 d 日";
        return DateTimeFormatter.ofPattern(day.getYear() == today.getYear() ? pattern : year, Locale.ENGLISH).format(day);
    }

    private static boolean english(@Nullable Object locale) {
        return locale instanceof Locale chosen && chosen.getLanguage().equals("en");
    }

    private static BusinessTime time() {
        return Arc.container().instance(BusinessTime.class).get();
    }
}
