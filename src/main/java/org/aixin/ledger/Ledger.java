package org.aixin.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    public static final List<String> APPEND_ONLY = List.of("account", "claimed_source", "transfer");

    private static final int MOST_TOGETHER = 500;
    private static final int TRIES = 20;
    private final AgroalDataSource database;
    private final BusinessTime time;

    Ledger(AgroalDataSource database, BusinessTime time) {
        this.database = database;
        this.time = time;
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
        Callable<Outcome> posting = () -> {
            try (Connection connection = database.getConnection()) {
                return post(connection, List.of(command)).get(0);
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
        List<Account.Row> accounts = Accounts.lock(connection, batch.accounts());
        for (int tried = 0; tried < TRIES; tried++) {
            Set<Claim> standing = Claims.standing(connection, batch.claims());
            Posting posting = new Posting(time.now(), purses(accounts), batch.referred(), standing, Ids::next);
            List<Outcome> outcomes = commands.stream().map(posting::decide).toList();
            if (Claims.win(connection, posting.claims())) {
                Transfers.append(connection, posting.transfers());
                Accounts.update(connection, posting.changed());
                return outcomes;
            }
        }
        throw new SQLException("Claims were lost " + TRIES + " times");
    }

    static Map<AccountName, Purse> purses(List<Account.Row> rows) {
        Map<AccountName, Account> owed = new HashMap<>();
        rows.stream().filter(row -> row.side() == Side.OWED).forEach(row -> owed.put(row.name(), new Account(row)));
        Map<AccountName, Purse> purses = new HashMap<>();
        rows.stream().filter(row -> row.side() == Side.OWN)
                .forEach(row -> purses.put(row.name(), new Purse(new Account(row), owed.get(row.name()))));
        return purses;
    }

    /** What an owner has. */
    public Balance balance(Owner owner, Asset asset) {
        return balances(owner).getOrDefault(asset, Balance.NONE);
    }

    /** What an owner has of each asset; an asset that the owner never had is left out. */
    public Map<Asset, Balance> balances(Owner owner) {
        return read(connection -> Statements.balances(connection, owner));
    }

    /** The newest entries of an owner's account older than the given transfer (its id; {@code Long.MAX_VALUE} for the newest). */
    public List<Entry> statement(Owner owner, Asset asset, long before, int limit) {
        return read(connection -> Statements.entries(connection, owner, asset, before, limit));
    }

    /** The sources of transfers, by id; one that does not exist is left out. */
    public Map<Long, Source> sources(Collection<Long> transfers) {
        return read(connection -> Statements.sources(connection, new TreeSet<>(transfers)));
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
