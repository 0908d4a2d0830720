package org.aixin.passbook;

import java.sql.Timestamp;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Owner;

/** A passbook with lines of earlier months, as the ledger would have written them then; for owners that have no account yet. */
@ApplicationScoped
public class OldPassbook {
    private final Sql sql;

    OldPassbook(Sql sql) {
        this.sql = sql;
    }

    /** A gain, or what was spent where the points are below zero. */
    public record Entry(String kind, Instant at, long points) {
    }

    /** Writes the lines, oldest first. Answers nothing: their ids are {@link Ids#first} of their instants and above. */
    @Transactional
    public void write(long member, Entry... entries) {
        String owner = Owner.member(member).reference();
        long own = Ids.next(), owed = Ids.next(), balance = 0, last = 0;
        sql.update("INSERT INTO account (id, owner, asset, side) VALUES (?, ?, 'POINTS', 'OWN'), (?, ?, 'POINTS', 'OWED')", own,
                owner, owed, owner);
        for (Entry entry : entries) {
            balance += entry.points();
            last = Math.max(last + 1, Ids.first(entry.at()) + (Ids.next() & 0x3fffff));
            boolean gain = entry.points() > 0;
            Long system = sql.first("SELECT id FROM account WHERE owner = ? AND asset = 'POINTS'", row -> row.getLong(1),
                    gain ? Owner.ISSUER.reference() : Owner.REDEEMED.reference()).orElseThrow();
            String reference = "old:" + last;
            sql.update("INSERT INTO claimed_source (kind, reference, asset, phase) VALUES (?, ?, 'POINTS', 'MOVE')", entry.kind(),
                    reference);
            sql.update("INSERT INTO transfer (id, debit, credit, asset, amount, phase, source_kind, source_reference, actor, at,"
                    + " debit_after, credit_after) VALUES (?, ?, ?, 'POINTS', ?, 'MOVE', ?, ?, 'test', ?, ?, ?)", last,
                    gain ? system : own, gain ? own : system, Math.abs(entry.points()), entry.kind(), reference,
                    Timestamp.from(entry.at()), gain ? null : balance, gain ? balance : null);
        }
        sql.update(
                "INSERT INTO account_balance (account_id, side, balance, last_transfer) VALUES (?, 'OWN', ?, ?), (?, 'OWED', 0, 0)",
                own, balance, last, owed);
    }
}
