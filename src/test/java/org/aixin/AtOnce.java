package org.aixin;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The same by several at once, in threads of their own: the common pool's do not know the class loader of the application. */
public final class AtOnce {
    /** What is done to one. */
    public interface Act<T> {
        /** Does it. */
        void on(T one) throws Exception;
    }

    private interface Try {
        boolean of(int number) throws Exception;
    }

    private AtOnce() {
    }

    /** Does this to each, by four at once; fails as the first that fails. */
    public static <T> void each(List<T> all, Act<T> act) {
        int workers = 4;
        tried(workers, worker -> {
            for (int i = worker; i < all.size(); i += workers) {
                act.on(all.get(i));
            }
            return true;
        });
    }

    /** How many of them succeed. */
    public static long count(int many, IntPredicate act) {
        return tried(many, act::test);
    }

    private static long tried(int many, Try act) {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Boolean>> acts = IntStream.range(0, many).mapToObj(i -> threads.submit(() -> act.of(i))).toList();
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
