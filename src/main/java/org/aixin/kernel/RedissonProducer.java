package org.aixin.kernel;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.redisson.config.SingleServerConfig;

/**
 * The client of {@code AIXIN_REDIS_URL}. It connects at its first command and never tries twice, so that a Redis that is absent,
 * stopped or frozen holds a request for a moment at most. Without an address every command fails at once.
 */
class RedissonProducer {
    private static final int SHORT_MILLIS = 500;
    /** Nothing listens on port 1; a refused connection is the quickest failure there is. */
    private static final String NOWHERE = "redis://127.0.0.1:1";

    @Produces
    @Singleton
    RedissonClient redisson(@ConfigProperty(name = "aixin.redis.url") Optional<String> url) {
        URI address = URI.create(url.filter(given -> !given.isBlank()).orElse(NOWHERE).strip());
        Config config = new Config().setLazyInitialization(true).setThreads(4).setNettyThreads(2).setUseScriptCache(true);
        SingleServerConfig server = config.useSingleServer()
                .setAddress(address.getScheme() + "://" + address.getHost() + ":"
                        + (address.getPort() < 0 ? 6379 : address.getPort()))
                .setConnectTimeout(2 * SHORT_MILLIS).setTimeout(SHORT_MILLIS).setRetryAttempts(0)
                .setConnectionMinimumIdleSize(1).setConnectionPoolSize(16)
                .setSubscriptionConnectionMinimumIdleSize(0).setSubscriptionConnectionPoolSize(4);
        authenticate(server, address);
        return Redisson.create(config);
    }

    private static void authenticate(SingleServerConfig server, URI address) {
        if (address.getUserInfo() != null) {
            String[] userAndPassword = address.getUserInfo().split(":", 2);
            server.setUsername(userAndPassword[0].isEmpty() ? null : userAndPassword[0]);
            server.setPassword(userAndPassword.length < 2 ? null : userAndPassword[1]);
        }
        if (address.getPath() != null && address.getPath().matches("/[0-9]+")) {
            server.setDatabase(Integer.parseInt(address.getPath().substring(1)));
        }
    }

    void close(@Disposes RedissonClient redisson) {
        redisson.shutdown(0, 1, TimeUnit.SECONDS);
    }
}
