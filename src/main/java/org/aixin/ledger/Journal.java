package org.aixin.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/** What a batch writes: its transfers in the order in which they happen, and the claims that must be won for them. */
final class Journal {
    private final Instant at;
    private final Set<Claim> standing;
    private final LongSupplier ids;
    private final SortedSet<Claim> claims = new TreeSet<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final SortedMap<Long, Long> parts = new TreeMap<>();

    Journal(Instant at, Set<Claim> standing, LongSupplier ids) {
        this.at = at;
        this.standing = standing;
        this.ids = ids;
    }

    Instant at() {
        return at;
    }

    boolean isClaimed(Claim claim) {
        return standing.contains(claim) || claims.contains(claim);
    }

    /** @param claim the first claim of the command, which stands for all that it does */
    Voucher open(Command command, Asset asset, Claim claim) {
        claims.add(claim);
        return new Voucher(command, asset);
    }

    SortedSet<Claim> claims() {
        return claims;
    }

    List<Transfer> transfers() {
        return transfers;
    }

    /** The transfer that each part belongs to, by the part's id. */
    SortedMap<Long, Long> parts() {
        return parts;
    }

    /**
     * All that one command writes. Its first transfer is the one that it is known by; further ones whose source is marked are
     * parts of it, and end with it or are taken back with it.
     */
    final class Voucher {
        private final Command command;
        private final Asset asset;
        private final boolean maySettle;
        private long first;
        private int settled;

        private Voucher(Command command, Asset asset) {
            this.command = command;
            this.asset = asset;
            this.maySettle = !isClaimed(settling());
        }

        private Claim settling() {
            return Claim.of(command.source(), asset, Phase.SETTLE);
        }

        long first() {
            return first;
        }

        void claim(Claim claim) {
            claims.add(claim);
        }

        /**
         * @param mark of the source: none, or {@code ~1} and so on
         * @param names the hold that a transfer ends or the transfer that it reverses
         */
        void append(String mark, Phase phase, Account debit, Account credit, long amount, @Nullable Long names) {
            if (phase.moves()) {
                debit.give(amount);
                credit.take(amount);
            }
            long id = nextId(debit, credit);
            debit.seen(id);
            credit.seen(id);
            boolean ends = phase == Phase.POST || phase == Phase.VOID || phase == Phase.LAPSE;
            Instant deadline = command instanceof Command.Hold hold ? hold.deadline() : null;
            Source source = command.source().marked(mark);
            claims.add(Claim.of(source, asset, phase));
            transfers.add(new Transfer(id, debit.id(), credit.id(), asset, amount, phase, ends ? names : null,
                    ends ? null : names, source, command.actor(), at, deadline, debit.after(), credit.after()));
            if (first == 0) {
                first = id;
            } else if (!mark.isEmpty() && phase != Phase.SETTLE) {
                parts.put(id, first);
            }
        }

        /** Pays what somebody owes, as far as it goes; once for each source, as everything is. */
        void settle(Purse debtor, Purse payer) {
            long due = Math.min(debtor.shortfall(), payer.own().available());
            if (debtor.owed() != null && due > 0 && maySettle) {
                claims.add(settling());
                append(Source.mark(settled++), Phase.SETTLE, payer.own(), debtor.owed(), due, null);
            }
        }

        /** Ids of an account's transfers rise, even where another node's clock, which made the last one, runs ahead. */
        private long nextId(Account debit, Account credit) {
            long id = ids.getAsLong();
            long last = Math.max(debit.lastTransfer(), credit.lastTransfer());
            return id > last ? id : last + 1 + ThreadLocalRandom.current().nextInt(1024);
        }
    }
}
