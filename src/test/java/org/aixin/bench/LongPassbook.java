package org.aixin.bench;

import java.util.StringJoiner;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;

/**
 * Writes long passbooks fast: the rows that the ledger would have appended, a minute apart from the year 2020 on, two earned for one
 * spent.
 */
@ApplicationScoped
class LongPassbook {
    private static final int AT_ONCE = 2_000, ID_TIME_SHIFT = 22;
    private static final long MINUTE = 60_000;
    private final Ledger ledger;
    private final Sql sql;

    LongPassbook(Ledger ledger, Sql sql) {
        this.ledger = ledger;
        this.sql = sql;
    }

    /** Gives a member a passbook of so many transfers. */
    void write(long member, int transfers) {
        ledger.post(new Command.Move(new Source("order", "bench:" + member), "system:bench", Asset.POINTS, Owner.ISSUER,
                Owner.REDEEMED, 1));
        long own = open(Owner.member(member), "OWN");
        open(Owner.member(member), "OWED");
        for (int before = 0; before < transfers; before += AT_ONCE) {
            append(own, before, Math.min(transfers, before + AT_ONCE));
        }
        sql.update(
                "UPDATE account_balance SET balance = (SELECT SUM(CASE WHEN credit = ? THEN amount ELSE -amount END) FROM transfer"
                        + " WHERE credit = ? OR debit = ?) WHERE account_id = ?",
                own, own, own, own);
    }

    private long open(Owner owner, String side) {
        long id = Ids.next();
        sql.update("INSERT INTO account (id, owner, asset, side) VALUES (?, ?, 'POINTS', ?)", id, owner.reference(), side);
        sql.update("INSERT INTO account_balance (account_id, side) VALUES (?, ?)", id, side);
        return id;
    }

    private long account(Owner owner) {
        return sql.first("SELECT id FROM account WHERE owner = ? AND asset = 'POINTS' AND side = 'OWN'", row -> row.getLong(1),
                owner.reference()).orElseThrow();
    }

    private void append(long own, int before, int last) {
        long issuer = account(Owner.ISSUER), redeemed = account(Owner.REDEEMED);
        StringJoiner claims = new StringJoiner(","), transfers = new StringJoiner(",");
        for (int n = before + 1; n <= last; n++) {
            boolean spent = n % 3 == 0;
            String source = "'%s', 'bench:%d:%d', 'POINTS', 'MOVE'".formatted(spent ? "order" : "award", own, n);
            long id = (n * MINUTE << ID_TIME_SHIFT) + (own & 4_194_303);
            int balance = n - 2 * (n / 3);
            claims.add("(" + source + ")");
            transfers.add("(%s, %d, %d, %d, 1, 'system:bench', '2020-01-01' + INTERVAL %d MINUTE, %s, %s)".formatted(source, id,
                    spent ? own : issuer, spent ? redeemed : own, n, spent ? balance : null, spent ? null : balance));
        }
        sql.update("INSERT INTO claimed_source (kind, reference, asset, phase) VALUES " + claims);
        sql.update("INSERT INTO transfer (source_kind, source_reference, asset, phase, id, debit, credit, amount, actor, at,"
                + " debit_after, credit_after) VALUES " + transfers);
    }
}
