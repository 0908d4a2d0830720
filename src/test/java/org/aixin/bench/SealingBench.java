package org.aixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.kernel.Ids;
import org.aixin.kernel.Transactions;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;
import org.aixin.seal.KeyFile;
import org.aixin.seal.Seals;
import org.aixin.seal.Verification;
import org.aixin.seal.Verified;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** What sealing takes from posting, and how fast the whole ledger is verified against how fast it was written. */
@QuarkusTest
@TestProfile(BenchServers.class)
class SealingBench {
    private static final int ROUNDS = 5, MEMBERS = 200, WRITERS = 8, TOGETHER = 100;
    private static final Duration SPAN = Duration.ofSeconds(10), EVERY = Duration.ofSeconds(2), LATE = EVERY.multipliedBy(2);

    @Inject
    Ledger ledger;

    @Inject
    Seals seals;

    @Inject
    AgroalDataSource database;

    private final Figures figures = new Figures("sealing",
            "Posting for " + SPAN.toSeconds()
                    + " s without and with a sealer that makes a seal every two seconds and looks four back for late ones (the service: every"
                    + " minute, and two) and whose last seal counts in the time, in turn, " + ROUNDS + " rounds: " + WRITERS
                    + " threads with one posting a transaction, then one thread with " + TOGETHER
                    + " postings a transaction (group commit). Then all of it is verified, " + ROUNDS + " times.");

    @Test
    void costs_little_and_is_verified_fast() throws Exception {
        Path key = Path.of(BenchServers.KEY);
        Files.createDirectories(key.getParent());
        Files.deleteIfExists(key);
        Files.deleteIfExists(Path.of(BenchServers.KEY + ".last"));
        new KeyFile(key).add();
        compare("one posting a transaction", WRITERS, 1);
        double written = compare(TOGETHER + " postings a transaction", 1, TOGETHER);
        verify(new KeyFile(key), written);
        figures.write();
    }

    private double compare(String what, int writers, int together) throws Exception {
        rate(writers, together, true);
        double[] without = new double[ROUNDS], with = new double[ROUNDS], cost = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            without[round] = rate(writers, together, false);
            seals.seal(LATE);
            with[round] = rate(writers, together, true);
            cost[round] = 100 * (1 - with[round] / without[round]);
        }
        figures.saw(what + ", without sealing", Figures.median(without), "postings/s");
        figures.saw(what + ", with sealing", Figures.median(with), "postings/s");
        figures.atMost(what + ", sealing costs", 100 * (1 - Figures.median(with) / Figures.median(without)), "%", 5);
        figures.saw(what + ", worst round", IntStream.range(0, ROUNDS).mapToDouble(i -> cost[i]).max().orElseThrow(), "%");
        return Figures.median(without);
    }

    /** Postings a second, until the last one is sealed where there is a sealer. */
    private double rate(int writers, int together, boolean sealing) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(writers + 1);
        try {
            long begin = System.nanoTime();
            List<Future<Integer>> writing = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                writing.add(threads.submit(() -> write(over, together)));
            }
            Future<?> sealer = threads.submit(() -> seal(over, sealing));
            TimeUnit.NANOSECONDS.sleep(SPAN.toNanos());
            over.countDown();
            int posted = 0;
            for (Future<Integer> each : writing) {
                posted += each.get();
            }
            sealer.get();
            if (sealing) {
                seals.seal(LATE);
            }
            return posted / ((System.nanoTime() - begin) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private int write(CountDownLatch over, int together) {
        int posted = 0;
        while (over.getCount() > 0) {
            List<Command> commands = Stream.generate(SealingBench::move).limit(together).toList();
            Callable<Integer> posting = () -> {
                try (Connection connection = database.getConnection()) {
                    return ledger.post(connection, commands).size();
                }
            };
            posted += Transactions.run(posting);
        }
        return posted;
    }

    private static Command move() {
        Owner member = Owner.member(1 + ThreadLocalRandom.current().nextInt(MEMBERS));
        return new Command.Move(new Source("award", "bench:" + Ids.next()), "member:1", Asset.POINTS, Owner.ISSUER, member, 3);
    }

    private Void seal(CountDownLatch over, boolean sealing) throws InterruptedException {
        while (sealing && !over.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            seals.seal(LATE);
        }
        return null;
    }

    private void verify(KeyFile key, double written) throws Exception {
        seals.seal(null);
        double[] rates = new double[ROUNDS];
        long transfers = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                long begin = System.nanoTime();
                Verified verified = new Verification(connection, key.trusted(), List.of()).run();
                transfers = verified.sealed();
                rates[round] = transfers / ((System.nanoTime() - begin) / 1e9);
                assertThat(verified.difference()).isNull();
                connection.rollback();
            }
        }
        assertThat(transfers).isPositive();
        figures.saw("transfers verified", transfers, "");
        figures.saw("verification", Figures.median(rates), "transfers/s");
        figures.atLeast("verification to the fastest writing above", Figures.median(rates) / written, "times", 5);
    }
}
