package org.aixin.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Group commit: concurrent requests queue in memory for at most a few milliseconds, one committer opens one transaction for all
 * of them, and each caller gets its own outcome after the commit (DeWitt et al., Implementation Techniques for Main Memory
 * Database Systems, 1984). Where a batch fails as a whole its items are committed one at a time, so that one that cannot succeed
 * does not fail its neighbours.
 */
public final class GroupCommit<C, R> implements AutoCloseable {
    private record Waiting<C, R>(C command, UniEmitter<? super R> caller) {
    }

    private final BlockingQueue<Waiting<C, R>> queue;
    private final int mostTogether;
    private final long waitNanos;
    private final Function<List<C>, List<R>> commit;
    private final Thread committer;
    private volatile boolean open = true;

    /**
     * @param name of the committing thread
     * @param mostTogether commands in one transaction at most
     * @param wait how long the first of a batch waits for others; zero takes what is there
     * @param mostWaiting commands that may queue; further ones are refused 503 {@code busy}
     * @param commit commits the commands in one transaction and answers their outcomes in the same order
     */
    public GroupCommit(String name, int mostTogether, Duration wait, int mostWaiting, Function<List<C>, List<R>> commit) {
        this.queue = new ArrayBlockingQueue<>(mostWaiting);
        this.mostTogether = mostTogether;
        this.waitNanos = wait.toNanos();
        this.commit = commit;
        this.committer = new Thread(this::run, name);
        committer.setDaemon(true);
        committer.start();
    }

    /** Queues a command; the answer comes after its commit. A waiting caller costs no thread. */
    public Uni<R> submit(C command) {
        return Uni.createFrom().emitter(caller -> {
            if (!open || !queue.offer(new Waiting<>(command, caller))) {
                caller.fail(Problem.of(503, "busy").with("retryAfter", 1));
            }
        });
    }

    /** Commits what still waits, then stops. */
    @Override
    public void close() {
        open = false;
        try {
            committer.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (open || !queue.isEmpty()) {
            try {
                Waiting<C, R> first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    settle(gather(first));
                }
            } catch (InterruptedException stopped) {
                open = false;
            }
        }
    }

    private List<Waiting<C, R>> gather(Waiting<C, R> first) throws InterruptedException {
        List<Waiting<C, R>> batch = new ArrayList<>();
        batch.add(first);
        queue.drainTo(batch, mostTogether - 1);
        long end = System.nanoTime() + waitNanos;
        while (batch.size() < mostTogether) {
            Waiting<C, R> next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    private void settle(List<Waiting<C, R>> batch) {
        try {
            List<R> outcomes = commit.apply(batch.stream().map(Waiting::command).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).caller().complete(outcomes.get(i));
            }
        } catch (Exception | Error failed) {
            // an Error too: the committer must outlive a moment without memory, or nobody is answered any more
            if (batch.size() == 1) {
                batch.get(0).caller().fail(failed);
            } else {
                batch.forEach(one -> settle(List.of(one)));
            }
        }
    }
}
