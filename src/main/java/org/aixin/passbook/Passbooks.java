package org.aixin.passbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Entry;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Shares;

import org.jspecify.annotations.Nullable;

/** 爱心存折: what a member has, and each deed and purchase that made it so. Whoever asks has to know that the reader may see it. */
@ApplicationScoped
public class Passbooks {
    private final Ledger ledger;
    private final Titles titles;
    private final Members members;

    Passbooks(Ledger ledger, Titles titles, Members members) {
        this.ledger = ledger;
        this.titles = titles;
        this.members = members;
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

    /** A page of the lines of a member's points, newest first; refused 422 {@code cursor_unknown}. */
    public Page<Line> lines(long member, @Nullable String cursor, int limit, Locale language) {
        List<Entry> entries = ledger.statement(Owner.member(member), Asset.POINTS, Page.before(cursor), limit + 1);
        Page<Entry> page = Page.of(entries, limit, entry -> Long.toString(entry.transfer()));
        return new Page<>(titles.of(page.items(), language), page.next());
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
