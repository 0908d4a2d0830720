package org.aixin.expiry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.LotBook;
import org.aixin.ledger.Lots;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;

/** Takes away the expired points of one member, as a transfer like any other. */
@ApplicationScoped
class Expiry {
    /** The kind of sources in the ledger. */
    static final String KIND = "expiry";
    private static final String ACTOR = "system:expiry";
    private final Settings settings;
    private final LotBook book;
    private final Ledger ledger;
    private final Sql sql;
    private final BusinessTime time;

    Expiry(Settings settings, LotBook book, Ledger ledger, Sql sql, BusinessTime time) {
        this.settings = settings;
        this.book = book;
        this.ledger = ledger;
        this.sql = sql;
        this.time = time;
    }

    /** Answers how many points it took. The account is locked before its lots are read, so that they are still there when taken. */
    long expire(Member member, Setting setting, LocalDate due) {
        return Transactions.run(() -> settings.of(member.path()).filter(setting::equals).isEmpty()
                ? 0L
                : sql.with(connection -> take(connection, member, setting, due)));
    }

    private long take(Connection connection, Member member, Setting setting, LocalDate due) throws SQLException {
        Owner owner = Owner.member(member.id());
        Lots lots = book.locked(connection, owner);
        long points = lots.earnedUntil(setting.goneUntil(due));
        if (points > 0) {
            Command move = new Command.Move(source(member, due, lots), ACTOR, Asset.POINTS, owner, Owner.EXPIRED, points);
            keep(posted(ledger.post(connection, List.of(move)).get(0)), member, due, points);
        }
        return points;
    }

    /** One a member and day; what comes back later gets a number. */
    private static Source source(Member member, LocalDate due, Lots lots) {
        String reference = member.id() + ":" + due;
        long before = lots.count(KIND, reference);
        return new Source(KIND, before == 0 ? reference : reference + ":" + (before + 1));
    }

    private static long posted(Outcome outcome) {
        if (outcome instanceof Outcome.Posted posted) {
            return posted.transfer();
        }
        throw new IllegalStateException("The ledger says " + outcome);
    }

    private void keep(long transfer, Member member, LocalDate due, long points) {
        sql.update("INSERT INTO expired_points (transfer, member, path, due, points, at) VALUES (?, ?, ?, ?, ?, ?)", transfer,
                member.id(), member.path(), due, points, time.now());
    }
}
