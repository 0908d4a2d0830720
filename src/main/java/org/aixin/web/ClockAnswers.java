package org.aixin.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.ClockDoubt;
import org.aixin.kernel.ClockWatch;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** Whether the clock is in doubt, and who may say that it is right: an administrator of the topmost unit, who names the day. */
@ApplicationScoped
class ClockAnswers {
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日 HH:mm", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private final ClockWatch watch;
    private final Units units;
    private final BusinessTime time;

    ClockAnswers(ClockWatch watch, Units units, BusinessTime time) {
        this.watch = watch;
        this.units = units;
        this.time = time;
    }

    /** Why it is in doubt, null where it is not. */
    @Nullable
    ClockDoubt doubt() {
        return watch.doubt().orElse(null);
    }

    /** Whether this person may answer. */
    boolean mayAnswer(Person person) {
        return units.reachedBy(person, Role.ADMIN).stream().anyMatch(unit -> unit.parent() == null);
    }

    /**
     * They say that it is right, and which day it is. Refused 403 {@code clock_not_yours}, 409 {@code clock_apart}, 422 {@code clock_other_day}
     * where the clock shows another day than they named.
     */
    void right(Person person, LocalDate day) {
        if (!mayAnswer(person)) {
            throw Problem.forbidden("clock_not_yours");
        }
        if (!day.equals(time.today())) {
            throw Problem.invalid("clock_other_day", "day", day.toString(), time.today().toString());
        }
        watch.confirm(person.id());
    }

    /** What the clock shows, with its year. */
    String now(Locale language) {
        return written(time.now(), language);
    }

    /** An instant with its year. */
    String written(Instant at, Locale language) {
        return (language.getLanguage().equals("en") ? ENGLISH : CHINESE).format(at.atZone(time.zone()));
    }
}
