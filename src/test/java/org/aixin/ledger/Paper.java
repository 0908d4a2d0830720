package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A ledger on paper: keeps what the rules of posting decide, as the database would. */
final class Paper {
    private final AtomicLong ids = new AtomicLong(100);
    private final Map<Long, Account.Row> accounts = new TreeMap<>();
    private final Set<Claim> claims = new HashSet<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<Long, Long> parts = new TreeMap<>();
    private Instant now = History.NOW;

    /** From now on it is so late. */
    void at(Instant instant) {
        now = instant;
    }

    /** @param pooled who pools with whom at this moment */
    List<Outcome> post(List<Command> commands, Map<Owner, List<Owner>> pooled) {
        Batch batch = Batch.of(commands, referred());
        batch.accounts().opened().forEach(this::open);
        Map<Owner, List<Owner>> mates = new HashMap<>(pooled);
        mates.keySet().retainAll(batch.members());
        Set<AccountName> locked = batch.with(mates).all();
        Purses purses = new Purses(accounts.values().stream().filter(row -> locked.contains(row.name())).toList(), mates);
        Journal journal = new Journal(now, claims, ids::incrementAndGet);
        Posting posting = new Posting(purses, referred(), journal);
        List<Outcome> outcomes = commands.stream().map(posting::decide).toList();
        assertThat(journal.claims()).noneMatch(claims::contains);
        claims.addAll(journal.claims());
        transfers.addAll(journal.transfers());
        parts.putAll(journal.parts());
        purses.changed().values().forEach(this::write);
        return outcomes;
    }

    Balance balance(Owner owner, Asset asset) {
        AccountName name = new AccountName(owner, asset);
        long balance = 0;
        long held = 0;
        long owed = 0;
        for (Account.Row row : accounts.values()) {
            if (row.name().equals(name)) {
                balance += row.side() == Side.OWN ? row.balance() : 0;
                owed -= row.side() == Side.OWED ? row.balance() : 0;
                held += row.held();
            }
        }
        return new Balance(balance, held, owed);
    }

    /** All that happened to an owner's account, in its order. */
    List<Change> changes(Owner owner, Asset asset) {
        long own = own(owner, asset);
        long expired = own(Owner.EXPIRED, asset);
        return transfers.stream().filter(transfer -> transfer.debit() == own || transfer.credit() == own)
                .map(transfer -> new Change(transfer.id(), LocalDate.ofInstant(transfer.at(), ZoneOffset.UTC),
                        transfer.credit() == own, transfer.credit() == expired, transfer.amount(), transfer.phase(),
                        transfer.resolves(), transfer.reverses(), transfer.source()))
                .toList();
    }

    private long own(Owner owner, Asset asset) {
        AccountName name = new AccountName(owner, asset);
        return accounts.values().stream().filter(row -> row.side() == Side.OWN && row.name().equals(name))
                .mapToLong(Account.Row::id).findFirst().orElse(0);
    }

    /** What the accounts hold is what their transfers say, in order, and nothing was ever below zero. */
    void mustAddUp() {
        Map<Long, Long> running = new HashMap<>();
        for (Transfer transfer : transfers) {
            long amount = transfer.phase().moves() ? transfer.amount() : 0;
            long debit = running.merge(transfer.debit(), -amount, Long::sum);
            long credit = running.merge(transfer.credit(), amount, Long::sum);
            assertThat(transfer.debitAfter()).isIn(debit, null);
            assertThat(transfer.creditAfter()).isIn(credit, null);
        }
        for (Account.Row row : accounts.values()) {
            if (!row.name().owner().isSystem()) {
                assertThat(row.balance()).isEqualTo(running.getOrDefault(row.id(), 0L));
                assertThat(row.side() == Side.OWN ? row.held() >= 0 && row.balance() >= row.held() : row.balance() <= 0).isTrue();
            }
        }
        assertThat(running.values().stream().mapToLong(Long::longValue).sum()).isZero();
        assertThat(transfers.stream().map(Transfer::id)).isSorted().doesNotHaveDuplicates();
        assertThat(transfers.stream().map(one -> Claim.of(one.source(), one.asset(), one.phase()))).doesNotHaveDuplicates();
        assertThat(transfers.stream().map(Transfer::resolves).filter(Objects::nonNull)).doesNotHaveDuplicates();
        assertThat(transfers.stream().map(Transfer::reverses).filter(Objects::nonNull)).doesNotHaveDuplicates();
    }

    private void open(AccountName name) {
        if (accounts.values().stream().noneMatch(row -> row.name().equals(name))) {
            for (Side side : name.owner().isSystem() ? List.of(Side.OWN) : List.of(Side.values())) {
                long id = ids.incrementAndGet();
                accounts.put(id, new Account.Row(id, name, side, 0, 0, 0));
            }
        }
    }

    private void write(Account account) {
        accounts.computeIfPresent(account.id(), (id, row) -> new Account.Row(id, row.name(), row.side(), account.balance(),
                row.held() + account.heldChange(), account.lastTransfer()));
    }

    private Map<Long, Referred> referred() {
        Map<Long, Referred> referred = new HashMap<>();
        for (Transfer transfer : transfers) {
            if (transfer.phase() == Phase.SHORTFALL && isPart(transfer)) {
                continue;
            }
            long rest = transfer.phase() == Phase.MOVE
                    ? sameSource(transfer, Phase.SHORTFALL).map(Transfer::amount).mapToLong(Long::longValue).sum()
                    : 0;
            referred.put(transfer.id(), new Referred(transfer.id(), transfer.phase(), transfer.asset(), owner(transfer.debit()),
                    owner(transfer.credit()), transfer.amount() + rest, transfer.deadline(), transfer.reverses() != null,
                    transfer.source().mark(), List.of()));
        }
        parts.forEach((part, main) -> {
            Referred of = Objects.requireNonNull(referred.get(main));
            List<Referred> more = new ArrayList<>(of.parts());
            Referred given = referred.remove(part);
            if (given != null) {
                more.add(given);
                referred.put(main, of.with(more));
            }
        });
        return referred;
    }

    private boolean isPart(Transfer shortfall) {
        return sameSource(shortfall, Phase.MOVE).findAny().isPresent();
    }

    private Stream<Transfer> sameSource(Transfer transfer, Phase phase) {
        return transfers.stream().filter(other -> other.phase() == phase && other.source().equals(transfer.source())
                && other.asset() == transfer.asset());
    }

    private Owner owner(long account) {
        return Objects.requireNonNull(accounts.get(account)).name().owner();
    }
}
