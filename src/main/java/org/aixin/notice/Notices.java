package org.aixin.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Transactions;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Owner;
import org.aixin.seal.Seal;
import org.aixin.seal.Seals;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What hangs on the village's wall before it is credited: one notice a village and day, closing some days after. */
@ApplicationScoped
public class Notices {
    /** The kind of a notice of approved claims. */
    static final String OF_CLAIMS = "claims";
    /** How long beyond its closing a row can wait for the answer to an objection. */
    private static final Duration PATIENCE = Duration.ofDays(365);
    private final NoticeRows rows;
    private final Units units;
    private final Members members;
    private final Ledger ledger;
    private final Seals seals;
    private final BusinessTime time;
    private final int days;

    Notices(NoticeRows rows, Units units, Members members, Ledger ledger, Seals seals, BusinessTime time,
            @ConfigProperty(name = "aixin.notice.days", defaultValue = "5") int days) {
        this.rows = rows;
        this.units = units;
        this.members = members;
        this.ledger = ledger;
        this.seals = seals;
        this.time = time;
        this.days = days;
    }

    /** For how many days a notice hangs after the day that it is about; with zero nothing is posted. */
    public int days() {
        return days;
    }

    /**
     * Posts a row on today's notice of the member's village and sets aside what it is worth until the notice has closed. In the
     * present transaction, of which it should be the last; answers the row's id.
     */
    public long post(NewRow wanted) {
        LocalDate today = time.today();
        Instant now = time.now(), closesAt = time.startOf(today.plusDays(days + 1L)), lapsesAt = closesAt.plus(PATIENCE);
        Unit village = village(wanted.member());
        Notice notice = rows.open(village, OF_CLAIMS, title(village, today), today, closesAt);
        Long hold = hold(wanted, wanted.asset(), wanted.points(), lapsesAt);
        Long hours = hold(wanted, Asset.HOURS, wanted.minutes(), lapsesAt);
        NoticeRow row = new NoticeRow(Ids.next(), notice.id(), notice.size(), wanted.member().id(),
                wanted.member().publicName(), wanted.member().unit(), wanted.points(), wanted.minutes(), wanted.reason(), hold,
                hours, wanted.source(), wanted.approvedBy(), RowState.PENDING);
        rows.add(row, now, closesAt, lapsesAt);
        return row.id();
    }

    /** Keeps who else had a part in approving a row, and so may decide no objection to it; in the present transaction. */
    public void alsoApproved(long row, Collection<Long> members) {
        rows.alsoApproved(row, members);
    }

    /** Whether this person had a part in approving a row. */
    public boolean isApprovedBy(long row, long person) {
        return rows.isApprovedBy(rows.row(row), person);
    }

    /** The rows that were credited from one instant until before another. */
    public List<Long> credited(Instant from, Instant to) {
        return rows.credited(from, to);
    }

    /** Where rows stand, by id. */
    public Map<Long, RowState> states(Collection<Long> ids) {
        return rows.states(ids);
    }

    /** A row by its id. */
    public NoticeRow row(long id) {
        return rows.row(id);
    }

    /** Notices, newest first. */
    public Page<Notice> newest(@Nullable String cursor, int limit) {
        return Page.of(rows.newest(Page.before(cursor), limit + 1), limit, notice -> Long.toString(notice.id()));
    }

    /** A notice; refused 404 {@code not_found}. */
    public Notice notice(long id) {
        return rows.notice(id);
    }

    /** The rows of a notice in order, with names told apart. */
    public Page<NoticeRow> rows(Notice notice, @Nullable String cursor, int limit) {
        Map<Long, String> told = names(notice);
        return Page.of(rows.rows(notice.id(), Page.after(cursor), limit + 1), limit, row -> Integer.toString(row.number()))
                .map(row -> row.named(Objects.requireNonNull(told.get(row.member()))));
    }

    /** The row with this number, named as on the notice; refused 422 {@code row_unknown}. */
    NoticeRow numbered(Notice notice, int number) {
        NoticeRow row = rows.numbered(notice.id(), number).orElseThrow(() -> Problem.invalid("row_unknown", "row"));
        return row.named(Objects.requireNonNull(names(notice).get(row.member())));
    }

    /** Who was marked as a child after being posted is no longer named either. */
    private Map<Long, String> names(Notice notice) {
        List<Names.Who> people = rows.people(notice.id());
        Set<Long> children = members.children(people.stream().map(Names.Who::member).toList());
        return Names.told(people.stream().map(who -> children.contains(who.member()) ? who.unnamed() : who).toList());
    }

    /** The first seal over all that is set aside for the rows so far; nothing in the minute before there is one. */
    public Optional<Seal> seal(Notice notice) {
        return seals.covering(rows.holds(notice.id()));
    }

    /** The answered objections to rows of a notice, oldest first. */
    public List<Objection> answered(Notice notice) {
        return rows.answered(notice.id());
    }

    /** Whether this instant is before the notice's closing. */
    public boolean isOpen(Notice notice) {
        return notice.isOpen(time.now());
    }

    private @Nullable Long hold(NewRow row, Asset asset, int amount, Instant deadline) {
        if (amount == 0) {
            return null;
        }
        Outcome outcome = Transactions.joined(() -> ledger.post(new Command.Hold(row.source(),
                Owner.member(row.approvedBy()).reference(), asset, Owner.ISSUER, Owner.member(row.member().id()), amount,
                deadline)));
        if (outcome instanceof Outcome.Posted posted) {
            return posted.transfer();
        }
        throw new IllegalStateException("The ledger refuses to set aside for " + row.source());
    }

    private Unit village(Member member) {
        List<Unit> above = Stream.of(member.path().split("/")).filter(id -> !id.isEmpty()).map(Long::valueOf).map(units::unit)
                .toList();
        return above.stream().filter(unit -> unit.kind() == Unit.Kind.VILLAGE || unit.kind() == Unit.Kind.COMMUNITY).findFirst()
                .orElse(above.get(above.size() - 1));
    }

    private static String title(Unit village, LocalDate day) {
        return village.name() + Notice.behind(day);
    }
}
