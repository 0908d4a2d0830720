package org.aixin.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Transactions;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The ledger's one way in: appends transfers, keeps the members' balance rows, and reads them back. */
@ApplicationScoped
public class Ledger {
    /** The tables that only ever grow: the service's database user may read and insert there, nothing else. */
    public static final List<String> APPEND_ONLY = List.of("account", "claimed_source", "transfer", "transfer_part");

    private static final int MOST_TOGETHER = 500;
    private static final int TRIES = 20;
    private final AgroalDataSource database;
    private final BusinessTime time;
    private final Pools pools;

    Ledger(AgroalDataSource database, BusinessTime time, Pools pools) {
        this.database = database;
        this.time = time;
        this.pools = pools;
    }

    /**
     * Carries out commands in order, in the caller's transaction, and answers the outcome of each. One that is refused changes
     * nothing and does not disturb its neighbours. The members' balances concerned stay locked until the transaction ends, so
     * call this last; it throws where the database asks to try the whole transaction again.
     */
    public List<Outcome> post(Connection connection, List<Command> commands) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("Posting needs a transaction");
        }
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        for (int from = 0; from < commands.size(); from += MOST_TOGETHER) {
            outcomes.addAll(together(connection, commands.subList(from, Math.min(from + MOST_TOGETHER, commands.size()))));
        }
        return outcomes;
    }

    /** A list of one, in the present transaction or one of its own. */
    public Outcome post(Command command) {
        return post(List.of(command)).get(0);
    }

    /** The same for several. */
    public List<Outcome> post(List<Command> commands) {
        Callable<List<Outcome>> posting = () -> {
            try (Connection connection = database.getConnection()) {
                return post(connection, commands);
            }
        };
        return Transactions.joined(posting);
    }

    /**
     * Accounts, then balances, then claims are locked, each in order, before anything is appended. A claim is made only for a
     * command that can be carried out, since it can never be given back; where one is lost to somebody else, all is decided again.
     */
    private List<Outcome> together(Connection connection, List<Command> commands) throws SQLException {
        Batch batch = Batch.of(commands, Transfers.referred(connection, Batch.referredBy(commands)));
        Map<Owner, List<Owner>> mates = mates(connection, batch.members());
        List<Account.Row> accounts = Accounts.lock(connection, batch.with(mates));
        for (int tried = 0; tried < TRIES; tried++) {
            Purses purses = new Purses(accounts, mates);
            Journal journal = new Journal(time.sureNow(), Claims.standing(connection, batch.claims()), Ids::next);
            Posting posting = new Posting(purses, batch.referred(), journal);
            List<Outcome> outcomes = commands.stream().map(posting::decide).toList();
            if (Claims.win(connection, journal.claims())) {
                Transfers.append(connection, journal.transfers());
                Transfers.appendParts(connection, journal.parts());
                Accounts.update(connection, purses.changed());
                return outcomes;
            }
        }
        throw new SQLException("Claims were lost " + TRIES + " times");
    }

    private Map<Owner, List<Owner>> mates(Connection connection, Collection<Owner> owners) throws SQLException {
        return owners.isEmpty() ? Map.of() : pools.mates(connection, owners);
    }

    /** What an owner has, alone. */
    public Balance balance(Owner owner, Asset asset) {
        return balances(owner).getOrDefault(asset, Balance.NONE);
    }

    /** The points that an owner may spend or see spent: one's own share first, then those of the pool's other members. */
    public Shares shares(Owner owner) {
        return read(connection -> {
            List<Owner> owners = new ArrayList<>(List.of(owner));
            owners.addAll(mates(connection, List.of(owner)).getOrDefault(owner, List.of()));
            Map<Owner, Balance> points = Statements.points(connection, owners);
            return new Shares(owners.stream()
                    .map(one -> new Shares.Share(one, points.getOrDefault(one, Balance.NONE))).toList());
        });
    }

    /** What an owner can spend now, of one's own and of the pool's. */
    public long spendable(Owner owner) {
        return shares(owner).spendable();
    }

    /** What an owner has of each asset, alone; an asset that the owner never had is left out. */
    public Map<Asset, Balance> balances(Owner owner) {
        return read(connection -> Statements.balances(connection, owner));
    }

    /** The newest entries of an owner's account older than the given transfer (its id; {@code Long.MAX_VALUE} for the newest). */
    public List<Entry> statement(Owner owner, Asset asset, long before, int limit) {
        return statement(owner, asset, Sought.before(before), limit);
    }

    /** The newest of the entries that are asked for of an owner's account. */
    public List<Entry> statement(Owner owner, Asset asset, Sought sought, int limit) {
        return read(connection -> Statements.entries(connection, owner, asset, sought, limit));
    }

    /** When an owner's account had its first entry; nothing where it has none. */
    public Optional<Instant> firstAt(Owner owner, Asset asset) {
        return read(connection -> Statements.firstAt(connection, owner, asset));
    }

    /** Transfers by id; one that does not exist is left out. */
    public Map<Long, Trace> traces(Collection<Long> transfers) {
        return read(connection -> Statements.traces(connection, new TreeSet<>(transfers)));
    }

    /** The reversals of transfers, by the id of what they reverse; one that stands is left out. */
    public Map<Long, Trace> reversals(Collection<Long> transfers) {
        return read(connection -> Statements.reversals(connection, new TreeSet<>(transfers)));
    }

    /** The transfer that moved what was held; none where the hold was not posted. */
    public Optional<Long> posted(long hold) {
        return read(connection -> Statements.posted(connection, hold));
    }

    /** Recomputes everything from the rows, at one moment, while others go on posting; problems are said in Chinese. */
    public LedgerCheck check() {
        return check(Locale.CHINESE);
    }

    /** The same, with problems said in Chinese or English. */
    public LedgerCheck check(Locale language) {
        return QuarkusTransaction.suspendingExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                return Reconciliation.of(connection, language);
            }
        });
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = database.getConnection()) {
            return reading.of(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("The ledger cannot be read", failed);
        }
    }

    private interface Reading<T> {
        T of(Connection connection) throws SQLException;
    }
}
