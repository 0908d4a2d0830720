package org.aixin;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The same by several at once, in threads of their own: the common pool's do not know the class loader of the application. */
public final class AtOnce {
    private AtOnce() {
    }

    /** Does this to each, by four at once; fails as the first that fails. */
    public static <T> void each(List<T> all, Consumer<T> act) {
        int workers = 4;
        count(workers, worker -> {
            for (int i = worker; i < all.size(); i += workers) {
                act.accept(all.get(i));
            }
            return true;
        });
    }

    /** How many of them succeed. */
    public static long count(int many, IntPredicate act) {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Boolean>> acts = IntStream.range(0, many).mapToObj(i -> threads.submit(() -> act.test(i))).toList();
            long succeeded = 0;
            for (Future<Boolean> each : acts) {
                succeeded += each.get() ? 1 : 0;
            }
            return succeeded;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
