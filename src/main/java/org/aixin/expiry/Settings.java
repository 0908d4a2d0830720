package org.aixin.expiry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** What units say of how long points stay good. The nearest unit upward that says something decides. */
@ApplicationScoped
class Settings {
    private static final int LATEST_YEARS = 5;
    private static final String SELECT = "SELECT " + Setting.COLUMNS + " FROM expiry_setting s JOIN unit u ON u.id = s.unit";
    private static final String NEWEST = SELECT
            + " WHERE s.version = (SELECT MAX(n.version) FROM expiry_setting n WHERE n.unit = s.unit)";
    private final Sql sql;
    private final Units units;
    private final BusinessTime time;

    Settings(Sql sql, Units units, BusinessTime time) {
        this.sql = sql;
        this.units = units;
        this.time = time;
    }

    /**
     * What an administrator wants.
     *
     * @param kind {@code none}, {@code year_end} or {@code months}
     * @param months 1 to 60, for {@code months} alone
     * @param firstDay the first day on which anything may expire, such as 2027-01-01: 30 days from today on, which is also what
     *        holds where none is said
     */
    record Wanted(@Nullable String kind, @Nullable Integer months, @Nullable String firstDay) {
    }

    /** What each unit says that says something. */
    List<Setting> inForce() {
        return rows(NEWEST);
    }

    /** What holds for a unit with this path, if anything was ever said. */
    Optional<Setting> of(String path) {
        return of(path, inForce());
    }

    static Optional<Setting> of(String path, List<Setting> inForce) {
        return inForce.stream().filter(setting -> path.startsWith(setting.path()))
                .max(Comparator.comparingInt(setting -> setting.path().length()));
    }

    /** All that a unit itself has said, the last first. */
    List<Setting> history(Unit unit) {
        return rows(SELECT + " WHERE s.unit = ? ORDER BY s.version DESC", unit.id());
    }

    /** The unit, for whoever administers or audits it; refused 404 {@code not_found}, 403 {@code not_allowed}. */
    Unit seen(Person person, long id) {
        Unit unit = units.unit(id);
        person.mustReach(unit.path(), Role.ADMIN, Role.AUDITOR);
        return unit;
    }

    /**
     * What would hold if this were said. Refused 403 {@code not_allowed}, 422 {@code expiry_kind_unknown},
     * {@code expiry_months_out_of_range}, {@code expiry_day_unreadable}, {@code expiry_too_soon}, {@code expiry_too_late}.
     */
    Setting proposed(Person person, long id, Wanted wanted) {
        Unit unit = units.unit(id);
        person.mustReach(unit.path(), Role.ADMIN);
        Setting.Kind kind = kind(wanted.kind());
        int months = kind == Setting.Kind.MONTHS ? months(wanted.months()) : 0;
        LocalDate first = kind == Setting.Kind.NONE ? time.today() : first(wanted.firstDay());
        int version = history(unit).stream().mapToInt(Setting::version).findFirst().orElse(0) + 1;
        return new Setting(unit.id(), unit.path(), version, kind, months, first, time.today());
    }

    /** Says it, unless the unit says just that already; refused as {@link #proposed}, and 409 {@code expiry_changed_meanwhile}. */
    Setting set(Person person, long id, Wanted wanted) {
        Setting setting = proposed(person, id, wanted);
        Optional<Setting> present = history(units.unit(id)).stream().findFirst();
        if (present.isPresent()
                && (present.get().isLike(setting) || wanted.firstDay() == null && sameTerm(present.get(), setting))) {
            return present.get();
        }
        sql.updateOr(Problem.conflict("expiry_changed_meanwhile"),
                "INSERT INTO expiry_setting (unit, version, kind, months, first_day, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
                setting.unit(), setting.version(), setting.kind().name(), setting.months(), setting.first(), time.now(),
                person.id());
        return setting;
    }

    private static boolean sameTerm(Setting present, Setting setting) {
        return present.kind() == setting.kind() && present.months() == setting.months();
    }

    private List<Setting> rows(String select, Object... values) {
        return sql.rows(select, row -> Setting.read(row, time.day(row.getTimestamp(7).toInstant())), values);
    }

    private static Setting.Kind kind(@Nullable String name) {
        String wanted = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
        return Stream.of(Setting.Kind.values()).filter(kind -> kind.name().equals(wanted)).findFirst()
                .orElseThrow(() -> Problem.invalid("expiry_kind_unknown", "kind"));
    }

    private static int months(@Nullable Integer months) {
        if (months == null || months < 1 || months > Setting.MOST_MONTHS) {
            throw Problem.invalid("expiry_months_out_of_range", "months", Setting.MOST_MONTHS);
        }
        return months;
    }

    private LocalDate first(@Nullable String text) {
        LocalDate soonest = time.today().plusDays(Setting.DAYS_OF_WARNING);
        LocalDate first = text == null || text.isBlank() ? soonest : day(text.strip(), "firstDay");
        if (first.isBefore(soonest)) {
            throw Problem.invalid("expiry_too_soon", "firstDay", soonest.toString());
        }
        if (first.isAfter(soonest.plusYears(LATEST_YEARS))) {
            throw Problem.invalid("expiry_too_late", "firstDay", LATEST_YEARS);
        }
        return first;
    }

    static LocalDate day(String text, String field) {
        return day(text, Problem.invalid("expiry_day_unreadable", field));
    }

    static LocalDate day(String text, Problem refusal) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw refusal;
        }
    }
}
