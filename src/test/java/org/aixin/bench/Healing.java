package org.aixin.bench;

import java.io.IOException;

import org.aixin.embedded.RunningService;

import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisNode.InfoSection;
import org.redisson.api.redisnode.RedisNodes;
import org.redisson.client.RedisException;

/** Whether a service calls itself whole after a fault, and asks Redis again. */
final class Healing {
    private static final int SOME = 10;
    private final RedissonClient redis;
    private final RunningService service;
    private long first = -1;

    Healing(RedissonClient redis, RunningService service) {
        this.redis = redis;
        this.service = service;
    }

    boolean isWhole() throws InterruptedException {
        try {
            long scripts = scripts();
            first = first < 0 ? scripts : first;
            return scripts >= first + SOME && !service.isDegraded();
        } catch (IOException | RedisException | AssertionError notYet) {
            return false;
        }
    }

    /** How many scripts Redis has run. */
    private long scripts() {
        String said = redis.getRedisNodes(RedisNodes.SINGLE).getInstance().info(InfoSection.COMMANDSTATS)
                .getOrDefault("cmdstat_evalsha", "calls=0,");
        return Long.parseLong(said.replaceAll("calls=([0-9]+),.*", "$1"));
    }
}
