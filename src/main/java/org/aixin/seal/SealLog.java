package org.aixin.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The log of transfers in the order in which they were sealed, appended under the lock of its head. */
@ApplicationScoped
class SealLog {
    /** A transfer to append, with its hash. */
    private record Unsealed(long transfer, byte[] leaf) {
    }

    /** How far the log has come. */
    record Head(long size, long number) {
    }

    /** The new size of the log, the last transfer appended, and whether there may be more. */
    record Grown(long size, long upTo, boolean full) {
    }

    private static final int MOST_TOGETHER = 5_000;
    /** The first 42 bits of an id are milliseconds. */
    private static final int ID_TIME_SHIFT = 22;
    private static final String UNSEALED = "SELECT t.id, " + Leaf.COLUMNS + " FROM transfer t LEFT JOIN seal_log l"
            + " ON l.transfer = t.id WHERE t.id > ? AND l.transfer IS NULL ORDER BY t.id LIMIT ?";
    private final Sql sql;

    SealLog(Sql sql) {
        this.sql = sql;
    }

    /** Locks the head until the transaction ends: there is one sealer, however many nodes run. */
    Head lock() {
        return sql.first("SELECT size, number FROM seal_head WHERE id = 1 FOR UPDATE",
                row -> new Head(row.getLong(1), row.getLong(2))).orElseThrow();
    }

    /**
     * The id after which to look for transfers to append: 0 to look through all.
     *
     * @param back how far before the last sealed transfer to look for ids that were committed late; null to look through all
     */
    long after(@Nullable Duration back) {
        return back == null
                ? 0
                : sql.first("SELECT MAX(transfer) FROM seal_log WHERE position >= (SELECT size - ? FROM seal_head WHERE id = 1)",
                        row -> row.getLong(1), MOST_TOGETHER).orElse(0L) - (back.toMillis() << ID_TIME_SHIFT);
    }

    /** Appends the oldest transfers after an id that are not in the log yet, at most {@link #MOST_TOGETHER}. */
    Grown append(Head head, long after) {
        List<Unsealed> found = sql.rows(UNSEALED, row -> new Unsealed(row.getLong(1), Merkle.leaf(Leaf.text(row, 2))), after,
                MOST_TOGETHER);
        List<@Nullable Object[]> rows = new ArrayList<>(found.size());
        for (Unsealed each : found) {
            rows.add(new Object[]{head.size + rows.size(), each.transfer, each.leaf});
        }
        for (int from = 0; from < rows.size(); from += 1000) {
            sql.insert("INSERT INTO seal_log (position, transfer, leaf) VALUES",
                    rows.subList(from, Math.min(rows.size(), from + 1000)));
        }
        long size = head.size + rows.size();
        complete(head.size, size);
        return new Grown(size, found.isEmpty() ? after : found.get(found.size() - 1).transfer,
                found.size() == MOST_TOGETHER);
    }

    /** Keeps the nodes over each run of 256 that became complete. */
    private void complete(long before, long after) {
        StoredNodes nodes = new StoredNodes(sql);
        int level = 0;
        for (long old = before, now = after; now > 0; level += StoredNodes.STEP) {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (long run = old / StoredNodes.RUN; run < now / StoredNodes.RUN; run++) {
                rows.add(new Object[]{level + StoredNodes.STEP, run, Merkle.over(nodes.run(level, run))});
            }
            sql.insert("INSERT INTO seal_node (level, position, hash) VALUES", rows);
            old /= StoredNodes.RUN;
            now /= StoredNodes.RUN;
        }
    }

    /** Keeps a seal and moves the head on to it. */
    void keep(Head head, Seal seal, byte[] root, PublicSealKey key, Instant now, @Nullable String month) {
        sql.update("INSERT INTO seal_key (id, public_key, since) SELECT ?, ?, ? FROM seal_head"
                + " WHERE NOT EXISTS (SELECT 1 FROM seal_key WHERE id = ?)", key.id(), key.key().getEncoded(), now, key.id());
        sql.update("INSERT INTO seal (number, size, root, at, key_id, signature, month) VALUES (?,?,?,?,?,?,?)", seal.number(),
                seal.size(), root, seal.at(), seal.key(), seal.signature(), month);
        sql.update("UPDATE seal_head SET size = ?, number = ? WHERE id = 1 AND number = ?", seal.size(), seal.number(),
                head.number);
    }

    Merkle tree() {
        return new Merkle(new StoredNodes(sql));
    }
}
