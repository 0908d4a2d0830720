package org.aixin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Hashing hashing = new Hashing();

    @AfterEach
    void stop() {
        hashing.stop();
    }

    @Test
    void when_a_whole_square_waits_the_next_one_is_told_when_to_come_back_and_nobody_before_is_turned_away() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        List<CompletableFuture<Integer>> square = IntStream.range(0, Hashing.THREADS + Hashing.MOST_WAITING)
                .mapToObj(i -> hashing.queued(() -> {
                    open.await();
                    return i;
                }).subscribeAsCompletionStage()).toList();

        Problem refused = catchThrowableOfType(Problem.class, () -> hashing.queued(() -> 0).await().atMost(PATIENCE));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("busy");
        assertThat(refused.members()).containsEntry("retryAfter", 3);

        open.countDown();
        CompletableFuture.allOf(square.toArray(CompletableFuture[]::new)).get(PATIENCE.toSeconds(),
                TimeUnit.SECONDS);
        assertThat(hashing.queued(() -> 0).await().atMost(PATIENCE)).isZero();
    }

    @Test
    void work_that_is_refused_says_so_to_its_own_caller() {
        Problem refused = catchThrowableOfType(Problem.class, () -> hashing.queued(() -> {
            throw Problem.of(401, "sign_in_failed");
        }).await().atMost(PATIENCE));
        assertThat(refused.code()).isEqualTo("sign_in_failed");
    }

    @Test
    void a_secret_is_kept_at_the_price_that_a_guess_should_cost() {
        assertThat(hashing.hash("246813")).startsWith("$2a$10$").isNotEqualTo(hashing.hash("246813"));
    }

    /** The shortest of several each, so that whatever else the machine does counts little. */
    @Test
    void to_compare_with_nobodys_hash_takes_as_long_as_with_somebodys() {
        String somebodys = hashing.hash("246813");
        long known = Long.MAX_VALUE, unknown = Long.MAX_VALUE, none = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            known = Math.min(known, nanos("wrong", somebodys));
            unknown = Math.min(unknown, nanos("wrong", null));
            none = Math.min(none, nanos(null, somebodys));
        }
        assertThat((double) unknown / known).isBetween(0.4, 2.5);
        assertThat((double) none / known).isBetween(0.4, 2.5);
    }

    private long nanos(@Nullable String secret, @Nullable String hash) {
        long start = System.nanoTime();
        assertThat(hashing.matches(secret, hash)).isFalse();
        return System.nanoTime() - start;
    }
}
