package org.aixin.expiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.kernel.BusinessTime;
import org.aixin.ledger.LotBook;
import org.aixin.ledger.Lots;
import org.aixin.ledger.Owner;

/** What will expire, were nothing spent until then. */
@ApplicationScoped
class Forecasts {
    private static final int PAGE = 200;
    /** So many people are looked through for a forecast of a whole unit. */
    static final int MOST_PEOPLE = 5000;

    /**
     * Points that can be spent until a day.
     *
     * @param lastDay afterwards they are gone
     */
    record Soon(long points, LocalDate lastDay) {
    }

    /** What expires in a unit at the beginning of a day. */
    record Expected(LocalDate day, long points, int people) {
        Expected with(long more) {
            return new Expected(day, points + more, people + 1);
        }
    }

    /**
     * What a setting would do.
     *
     * @param expected the next days on which something expires
     * @param part whether only the first {@value #MOST_PEOPLE} people were looked through
     */
    record Forecast(List<Expected> expected, boolean part) {
    }

    private final Settings settings;
    private final LotBook book;
    private final Members members;
    private final BusinessTime time;

    Forecasts(Settings settings, LotBook book, Members members, BusinessTime time) {
        this.settings = settings;
        this.book = book;
        this.members = members;
        this.time = time;
    }

    /** What a member whose unit has this path will lose within 30 days. Points on hold do not expire while they are held. */
    List<Soon> soon(long member, String path) {
        Optional<Setting> setting = settings.of(path).filter(Setting::expires);
        if (setting.isEmpty()) {
            return List.of();
        }
        LocalDate today = time.today();
        LocalDate end = today.plusDays(Setting.DAYS_OF_WARNING + 1L);
        List<Soon> soon = new ArrayList<>();
        byExpiry(setting.get(), book.lots(Owner.member(member))).headMap(end.plusDays(1)).tailMap(today.plusDays(1))
                .forEach((day, points) -> soon.add(new Soon(points, day.minusDays(1))));
        return soon;
    }

    /** What a setting would do to the people for whom it decides. */
    Forecast of(Setting setting, int days) {
        List<Setting> others = settings.inForce().stream().filter(one -> one.unit() != setting.unit()).toList();
        TreeMap<LocalDate, Expected> expected = new TreeMap<>();
        long last = 0;
        int people = 0;
        List<Member> page = setting.expires() ? members.below(setting.path(), last, PAGE) : List.of();
        while (!page.isEmpty() && people < MOST_PEOPLE) {
            List<Owner> governed = page.stream().filter(member -> isGoverned(member, setting, others))
                    .map(member -> Owner.member(member.id())).toList();
            book.lots(book.withPoints(governed)).values().forEach(lots -> byExpiry(setting, lots)
                    .forEach((day, points) -> expected.merge(day, new Expected(day, points, 1), (a, b) -> a.with(points))));
            people += page.size();
            last = page.get(page.size() - 1).id();
            page = members.below(setting.path(), last, PAGE);
        }
        return new Forecast(expected.values().stream().limit(days).toList(), !page.isEmpty());
    }

    private static boolean isGoverned(Member member, Setting setting, List<Setting> others) {
        return Settings.of(member.path(), others).filter(other -> other.path().length() > setting.path().length()).isEmpty();
    }

    private static SortedMap<LocalDate, Long> byExpiry(Setting setting, Lots lots) {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (Map.Entry<LocalDate, Long> day : lots.byDay().entrySet()) {
            days.merge(setting.expiresOn(day.getKey()), day.getValue(), Long::sum);
        }
        return days;
    }
}
