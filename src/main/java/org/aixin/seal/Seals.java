package org.aixin.seal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Seals over the ledger, and what proves a transfer by them. */
@ApplicationScoped
public class Seals {
    /** A seal, the last transfer that came under it, and whether there may be more. */
    private record Made(Seal seal, long upTo, boolean full) {
    }

    /** Tables that only ever grow. */
    public static final List<String> APPEND_ONLY = List.of("seal_log", "seal_node", "seal_key", "seal");

    private final SealLog log;
    private final Sql sql;
    private final BusinessTime time;
    private final KeyFile file;
    private final LastSeal last;

    Seals(SealLog log, Sql sql, BusinessTime time, @ConfigProperty(name = "aixin.seal.key") Path file) {
        this.log = log;
        this.sql = sql;
        this.time = time;
        this.file = new KeyFile(file);
        this.last = new LastSeal(file);
    }

    /** Whether this node has a key and so makes seals. */
    public boolean canSeal() {
        return file.current().isPresent();
    }

    /** Makes the first key of a new installation; one whose key was lost is left without, since a new one would hide the loss. */
    synchronized void makeFirstKey() {
        if (!file.isThere() && sql.first("SELECT 1 FROM seal_key", row -> 1).isEmpty()) {
            file.add();
        }
    }

    /**
     * Seals all that is not sealed yet; answers the last seal made, nothing where there was nothing new, this node has no key, or the
     * database no longer has what this node sealed last: a new seal would cover that up.
     *
     * @param back how far back to look for transfers that were committed late; null looks through all
     */
    public Optional<Seal> seal(@Nullable Duration back) {
        return isWhole() ? file.current().flatMap(key -> all(key, log.after(back))) : Optional.empty();
    }

    /** Whether the database still has the last seal that this node made. */
    public boolean isWhole() {
        return last.read().map(kept -> sql.first(Seal.SELECT + "WHERE number = ?", Seal::read, kept.number()).filter(kept::equals)
                .isPresent()).orElse(true);
    }

    /**
     * Seal by seal, each looking on from where the last one came to: a backlog is read once. What is posted meanwhile waits for the
     * next time, or a busy ledger would be sealed without end.
     */
    private Optional<Seal> all(SealKey key, long after) {
        Optional<Seal> newest = Optional.empty();
        for (Optional<Made> made = one(key, after, null); made.isPresent(); made = made.get().full
                ? one(key, made.get().upTo, null)
                : Optional.empty()) {
            newest = made.map(Made::seal);
        }
        return newest;
    }

    /** The seal that closes a month, once: over all transfers there are, new or not; none of a month before the first seal. */
    Optional<Seal> close(YearMonth month) {
        boolean begun = sql.first(Seal.SELECT + "WHERE number = 1", Seal::read)
                .filter(first -> !YearMonth.from(time.day(Instant.parse(first.at()))).isAfter(month)).isPresent();
        return !begun || closing(month).isPresent() || !isWhole() ? Optional.empty() : file.current().flatMap(key -> {
            all(key, 0);
            return one(key, 0, month).map(Made::seal);
        });
    }

    private Optional<Made> one(SealKey key, long after, @Nullable YearMonth month) {
        Optional<Made> made = Transactions.run(() -> make(key, after, month));
        made.ifPresent(done -> last.keep(done.seal));
        return made;
    }

    private Optional<Made> make(SealKey key, long after, @Nullable YearMonth month) {
        SealLog.Head head = log.lock();
        SealLog.Grown grown = log.append(head, after);
        long size = grown.size();
        if (size == 0 || size == head.size() && month == null) {
            return Optional.empty();
        }
        byte[] root = log.tree().root(size);
        Instant now = time.now();
        Seal seal = Seal.sign(key, head.number() + 1, size, root, now);
        log.keep(head, seal, root, key.half(), now, month == null ? null : month.toString());
        return Optional.of(new Made(seal, grown.upTo(), grown.full()));
    }

    /** The newest seal, if there is one. */
    public Optional<Seal> newest() {
        return sql.first(Seal.SELECT + "ORDER BY number DESC LIMIT 1", Seal::read);
    }

    /** A page of the seals, newest first. */
    public Page<Seal> page(@Nullable String cursor, int limit) {
        return Page.of(sql.rows(Seal.SELECT + "WHERE number < ? ORDER BY number DESC LIMIT ?", Seal::read, Page.before(cursor),
                limit + 1), limit, seal -> Long.toString(seal.number()));
    }

    /** A seal; refused 404. */
    public Seal seal(long number) {
        return sql.first(Seal.SELECT + "WHERE number = ?", Seal::read, number).orElseThrow(Problem::notFound);
    }

    /** The first seal that covers all of these transfers; nothing for none, nor in the minute before the last of them is sealed. */
    public Optional<Seal> covering(Collection<Long> transfers) {
        if (transfers.isEmpty()) {
            return Optional.empty();
        }
        return sql
                .first("SELECT MAX(position) FROM seal_log WHERE transfer IN (" + Sql.marks(transfers.size())
                        + ") HAVING COUNT(*) = ?", row -> row.getLong(1), transfers, transfers.size())
                .flatMap(last -> sql.first(Seal.SELECT + "WHERE size > ? ORDER BY size, number LIMIT 1", Seal::read, last));
    }

    /** The seal that closed a month, if there is one. */
    public Optional<Seal> closing(YearMonth month) {
        return sql.first(Seal.SELECT + "WHERE month = ?", Seal::read, month.toString());
    }

    /** The public halves of all keys that ever sealed, oldest first. */
    public List<PublicSealKey> keys() {
        return sql.rows("SELECT public_key FROM seal_key ORDER BY since, id", row -> PublicSealKey.stored(row.getBytes(1)));
    }

    /** What shows that the log under the later seal begins with all of the log under the earlier; refused 422 the wrong way round. */
    public List<String> consistency(Seal earlier, Seal later) {
        if (earlier.number() > later.number()) {
            throw Problem.invalid("seal_order", "from");
        }
        return hex(log.tree().consistency(earlier.size(), later.size()));
    }

    /** The proof that a transfer is under the newest seal; refused 409 {@code not_sealed_yet} for up to a minute after it was made. */
    public Proof proof(long transfer) {
        Seal seal = newest().orElseThrow(() -> Problem.conflict("not_sealed_yet"));
        long index = sql.first("SELECT position FROM seal_log WHERE transfer = ? AND position < ?", row -> row.getLong(1),
                transfer, seal.size()).orElseThrow(() -> Problem.conflict("not_sealed_yet"));
        String leaf = sql.first("SELECT " + Leaf.COLUMNS + " FROM transfer t WHERE t.id = ?", row -> Leaf.text(row, 1), transfer)
                .orElseThrow(Problem::notFound);
        return new Proof(leaf, index, seal.size(), hex(log.tree().inclusion(index, seal.size())), seal);
    }

    private static List<String> hex(List<byte[]> path) {
        return path.stream().map(HexFormat.of()::formatHex).toList();
    }
}
