package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());

    @Test
    void requests_that_come_together_are_committed_together_and_each_gets_its_own_outcome() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        try (GroupCommit<Integer, String> group = group(8, 100, batch -> {
            await(gate);
            return batch.stream().map(n -> "number " + n).toList();
        })) {
            List<Uni<String>> asked = submit(group, 1, 2, 3, 4);
            gate.countDown();
            assertThat(asked).extracting(answer -> answer.await().atMost(PATIENCE)).containsExactly("number 1", "number 2",
                    "number 3",
                    "number 4");
            assertThat(batches.size()).isLessThan(4);
        }
    }

    @Test
    void one_that_cannot_be_committed_does_not_fail_its_neighbours() {
        try (GroupCommit<Integer, String> group = group(8, 100, batch -> {
            if (batch.contains(13)) {
                throw new IllegalStateException("13");
            }
            return batch.stream().map(String::valueOf).toList();
        })) {
            List<Uni<String>> asked = submit(group, 12, 13, 14);
            assertThat(asked.get(0).await().atMost(PATIENCE)).isEqualTo("12");
            assertThatThrownBy(() -> asked.get(1).await().atMost(PATIENCE)).hasMessage("13");
            assertThat(asked.get(2).await().atMost(PATIENCE)).isEqualTo("14");
        }
    }

    @Test
    void a_full_queue_refuses_at_once_instead_of_growing() {
        CountDownLatch gate = new CountDownLatch(1);
        List<Throwable> refused = Collections.synchronizedList(new ArrayList<>());
        try (GroupCommit<Integer, Integer> group = group(1, 2, batch -> {
            await(gate);
            return batch;
        })) {
            for (int i = 0; i < 10; i++) {
                group.submit(i).subscribe().with(done -> {
                }, refused::add);
            }
            assertThat(refused).hasSizeBetween(7, 8).allSatisfy(refusal -> assertThat(refusal).hasMessage("busy"));
            gate.countDown();
        }
    }

    @Test
    void a_moment_without_memory_does_not_end_the_committer() {
        try (GroupCommit<Integer, Integer> group = group(1, 100, batch -> {
            if (batch.contains(2)) {
                throw new OutOfMemoryError("for a moment");
            }
            return batch;
        })) {
            List<Uni<Integer>> asked = submit(group, 1, 2, 3);
            assertThatThrownBy(() -> asked.get(1).await().atMost(PATIENCE)).hasStackTraceContaining("for a moment");
            assertThat(asked.get(2).await().atMost(PATIENCE)).isEqualTo(3);
        }
    }

    @Test
    void what_waits_when_it_closes_is_still_committed() {
        GroupCommit<Integer, Integer> group = group(1, 100, batch -> batch);
        List<Uni<Integer>> asked = submit(group, 1, 2, 3);
        group.close();
        assertThat(asked).extracting(answer -> answer.await().atMost(PATIENCE)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> group.submit(4).await().atMost(PATIENCE)).hasMessage("busy");
    }

    private <R> GroupCommit<Integer, R> group(int mostTogether, int mostWaiting, Function<List<Integer>, List<R>> commit) {
        return new GroupCommit<>("test", mostTogether, Duration.ofMillis(20), mostWaiting, batch -> {
            batches.add(batch);
            return commit.apply(batch);
        });
    }

    private static <R> List<Uni<R>> submit(GroupCommit<Integer, R> group, int... commands) {
        List<Uni<R>> answers = new ArrayList<>();
        for (int command : commands) {
            Uni<R> answer = group.submit(command).memoize().indefinitely();
            answer.subscribe().with(done -> {
            }, failed -> {
            });
            answers.add(answer);
        }
        return answers;
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
