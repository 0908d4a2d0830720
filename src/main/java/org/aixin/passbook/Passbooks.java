package org.aixin.passbook;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Entry;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Shares;
import org.aixin.ledger.Sought;

import org.jspecify.annotations.Nullable;

/** 爱心存折: what a member has, and each deed and purchase that made it so. Whoever asks has to know that the reader may see it. */
@ApplicationScoped
public class Passbooks {
    private static final int MOST_MONTHS = 120;
    private final Ledger ledger;
    private final Titles titles;
    private final Members members;
    private final BusinessTime time;

    Passbooks(Ledger ledger, Titles titles, Members members, BusinessTime time) {
        this.ledger = ledger;
        this.titles = titles;
        this.members = members;
        this.time = time;
    }

    /** What a member has, and who else may spend it; zeros for one who never had anything. */
    public Savings savings(long member) {
        Owner owner = Owner.member(member);
        Shares shares = ledger.shares(owner);
        return Savings.of(shares, ledger.balance(owner, Asset.HOURS).balance(), shares.isPooled() ? named(shares) : List.of());
    }

    private List<HouseholdShare> named(Shares shares) {
        Map<Long, Member> people = members.members(shares.each().stream().map(share -> share.owner().memberId()).toList());
        return shares.each().stream()
                .map(share -> new HouseholdShare(Objects.requireNonNull(people.get(share.owner().memberId())).name(),
                        share.points().balance(), share.points().owed()))
                .toList();
    }

    /** The newest lines of a member's points, at most {@code most}. */
    public List<Line> newest(long member, int most, Locale language) {
        return titles.of(ledger.statement(Owner.member(member), Asset.POINTS, Long.MAX_VALUE, most), language);
    }

    /** A page of an excerpt of a member's points, newest first; refused 422 {@code cursor_unknown}. */
    Page<Line> lines(long member, Excerpt excerpt, @Nullable String cursor, int limit, Locale language) {
        Sought sought = excerpt.sought(Page.before(cursor), time);
        List<Entry> entries = ledger.statement(Owner.member(member), Asset.POINTS, sought, limit + 1);
        Page<Entry> page = Page.of(entries, limit, entry -> Long.toString(entry.transfer()));
        return new Page<>(titles.of(page.items(), language), page.next());
    }

    /** A member's points before an instant; what they have now where none is given. */
    long balanceBefore(long member, @Nullable Instant at) {
        List<Entry> last = ledger.statement(Owner.member(member), Asset.POINTS,
                new Sought(Long.MAX_VALUE, null, null, at), 1);
        return last.isEmpty() ? 0 : last.get(0).balance();
    }

    /** The months that a passbook may have lines of, the present one first. */
    List<YearMonth> months(long member) {
        YearMonth now = YearMonth.from(time.today());
        YearMonth first = ledger.firstAt(Owner.member(member), Asset.POINTS).map(at -> YearMonth.from(time.day(at))).orElse(now);
        return Stream.iterate(now, month -> !month.isBefore(first), month -> month.minusMonths(1)).limit(MOST_MONTHS).toList();
    }

    /** One line of a member's points; refused 404 where the transfer is none of theirs. */
    Line line(long member, long transfer, Locale language) {
        List<Entry> upToIt = transfer == Long.MAX_VALUE
                ? List.of()
                : ledger.statement(Owner.member(member), Asset.POINTS, transfer + 1, 1);
        if (upToIt.isEmpty() || upToIt.get(0).transfer() != transfer) {
            throw Problem.notFound();
        }
        return titles.of(upToIt, language).get(0);
    }
}
