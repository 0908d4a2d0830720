package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.aixin.kernel.Ids;
import org.aixin.kernel.Transactions;
import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Outcome.Reason;
import org.aixin.ledger.Outcome.Refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Many at once. */
@QuarkusTest
class LedgerConcurrencyTest {
    @Inject
    Ledger ledger;

    @Inject
    AgroalDataSource database;

    private final Owner wang = Owner.member(Ids.next());

    private static Source source() {
        return new Source("award", "test:" + Ids.next());
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private List<Outcome> atOnce(int times, Callable<Outcome> act) throws Exception {
        return atOnce(IntStream.range(0, times).mapToObj(i -> act).toList());
    }

    private static long done(List<Outcome> outcomes) {
        return outcomes.stream().filter(Posted.class::isInstance).count();
    }

    private List<Outcome> together(List<Command> commands) {
        return Transactions.run(() -> {
            try (Connection connection = database.getConnection()) {
                return ledger.post(connection, commands);
            }
        });
    }

    @Test
    void one_deed_reported_twenty_times_at_once_is_credited_once() throws Exception {
        Command award = new Command.Move(source(), "test", Asset.POINTS, Owner.ISSUER, wang, 5);
        List<Outcome> outcomes = atOnce(20, () -> ledger.post(award));
        assertThat(done(outcomes)).isEqualTo(1);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).containsOnly(new Refused(Reason.ALREADY_DONE));
        assertThat(ledger.balance(wang, Asset.POINTS).balance()).isEqualTo(5);
    }

    @Test
    void a_source_that_others_are_about_to_use_is_lost_without_disturbing_the_neighbours() throws Exception {
        Source shared = source();
        List<Owner> members = IntStream.range(0, 20).mapToObj(i -> Owner.member(Ids.next())).toList();
        List<Callable<List<Outcome>>> acts = new ArrayList<>();
        for (Owner member : members) {
            acts.add(() -> together(List.of(new Command.Move(source(), "test", Asset.POINTS, Owner.ISSUER, member, 3),
                    new Command.Move(shared, "test", Asset.POINTS, Owner.ISSUER, member, 10),
                    new Command.Move(source(), "test", Asset.POINTS, member, Owner.REDEEMED, 12))));
        }
        List<List<Outcome>> outcomes = atOnce(acts);
        assertThat(outcomes).allMatch(one -> one.get(0) instanceof Posted);
        assertThat(outcomes).filteredOn(one -> one.get(1) instanceof Posted).singleElement()
                .satisfies(one -> assertThat(one.get(2)).isInstanceOf(Posted.class));
        assertThat(outcomes).filteredOn(one -> one.get(1) instanceof Refused)
                .allMatch(one -> one.get(2).equals(new Refused(Reason.NOT_ENOUGH)));
        assertThat(members.stream().mapToLong(member -> ledger.balance(member, Asset.POINTS).balance()).sum())
                .isEqualTo(19 * 3 + 1);
    }

    @Test
    void sixty_four_who_spend_one_balance_spend_no_more_than_it() throws Exception {
        ledger.post(new Command.Move(source(), "test", Asset.POINTS, Owner.ISSUER, wang, 50));
        List<Outcome> outcomes = atOnce(64,
                () -> ledger.post(new Command.Move(source(), "test", Asset.POINTS, wang, Owner.REDEEMED, 3)));
        assertThat(done(outcomes)).isEqualTo(16);
        assertThat(ledger.balance(wang, Asset.POINTS)).isEqualTo(new Balance(2, 0, 0));
    }

    @Test
    void a_hold_ended_by_twenty_at_once_ends_once() throws Exception {
        ledger.post(new Command.Move(source(), "test", Asset.POINTS, Owner.ISSUER, wang, 10));
        Outcome hold = ledger.post(new Command.Hold(source(), "test", Asset.POINTS, wang, Owner.REDEEMED, 10,
                Instant.parse("2999-01-01T00:00:00Z")));
        long id = ((Posted) hold).transfer();
        List<Callable<Outcome>> acts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            acts.add(() -> ledger.post(new Command.Post(source(), "test", id)));
            acts.add(() -> ledger.post(new Command.Void(source(), "test", id)));
        }
        List<Outcome> outcomes = atOnce(acts);
        assertThat(done(outcomes)).isEqualTo(1);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).containsOnly(new Refused(Reason.ALREADY_RESOLVED));
    }

    @Test
    void gifts_in_a_circle_neither_lock_up_nor_lose_a_point() throws Exception {
        List<Owner> members = IntStream.range(0, 4).mapToObj(i -> Owner.member(Ids.next())).toList();
        members.forEach(
                member -> ledger.post(new Command.Move(source(), "test", Asset.POINTS, Owner.ISSUER, member, 100)));
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Owner from = members.get(i % 4);
            Owner to = members.get((i + 1 + i / 4) % 4);
            acts.add(() -> {
                for (int n = 0; n < 10; n++) {
                    ledger.post(new Command.Move(source(), "test", Asset.POINTS, from, to, 7));
                }
                return 0;
            });
        }
        atOnce(acts);
        assertThat(members.stream().mapToLong(member -> ledger.balance(member, Asset.POINTS).balance()).sum()).isEqualTo(400);
        assertThat(ledger.check().problems()).isEmpty();
    }
}
