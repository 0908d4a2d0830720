package org.aixin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.aixin.BadNetwork;

import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** What can go wrong with the servers of a data folder, and with the ways to them. */
final class Faults {
    /** Stands until this moment of {@link System#nanoTime}, unless it ends by itself. */
    interface Fault {
        void until(long end) throws Exception;
    }

    private static final String LIE = "for _, shop in ipairs(redis.call('KEYS', 'aixin:gate:*:counters')) do"
            + " for _, goods in ipairs(redis.call('HKEYS', shop)) do redis.call('HSET', shop, goods, ARGV[1]) end end";
    private final Path data;
    private final RedissonClient redis;
    private final BadNetwork toRedis, toService;

    Faults(Path data, RedissonClient redis, BadNetwork toRedis, BadNetwork toService) {
        this.data = data;
        this.redis = redis;
        this.toRedis = toRedis;
        this.toService = toService;
    }

    /** Redis loses all it has, five times a second. */
    void flush(long end) throws InterruptedException {
        again(end, 200, () -> redis.getKeys().flushall());
    }

    /** Redis is killed every four seconds, and started again by whoever runs it. */
    void killRedis(long end) throws InterruptedException {
        again(end, 4_000, () -> signal("redis", "KILL"));
    }

    /** Redis stops where it stands. */
    void stopRedis(long end) throws Exception {
        signal("redis", "STOP");
        sleep(end);
        signal("redis", "CONT");
    }

    /** Every answer of Redis comes 300 ms later. */
    void slowRedis(long end) throws InterruptedException {
        toRedis.delays(300);
        sleep(end);
        toRedis.delays(0);
    }

    /** All counters of the stock gate say a million, then none, in turn, changed twice a second. */
    void lie(long end) throws InterruptedException {
        int[] turn = {0};
        again(end, 500, () -> redis.getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE, LIE, RScript.ReturnType.STATUS,
                List.of(), ++turn[0] % 2 == 0 ? "0" : "1000000"));
    }

    /** A third of all answers to clients is lost. */
    void cut(long end) throws InterruptedException {
        toService.cuts(1.0 / 3);
        sleep(end);
        toService.cuts(0);
    }

    /** MariaDB is killed once, and started again by whoever runs it. */
    void killMariaDb(long end) throws Exception {
        signal("mariadb", "KILL");
    }

    private interface Blow {
        void fall() throws Exception;
    }

    private static void again(long end, int millis, Blow blow) throws InterruptedException {
        while (System.nanoTime() < end) {
            try {
                blow.fall();
            } catch (Exception missed) {
                // Redis is being started again
            }
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    }

    static void sleep(long end) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
    }

    private void signal(String server, String signal) throws IOException, InterruptedException {
        String pid = Files.readAllLines(data.resolve(server + ".pid")).get(0);
        new ProcessBuilder("kill", "-" + signal, pid).inheritIO().start().waitFor();
    }
}
