package org.aixin.kernel;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** Says {@code degraded: true} while Redis does not answer, and stays up: the database alone decides. */
@Readiness
@ApplicationScoped
class RedisHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(RedisHealth.class);
    private final RedissonClient redisson;

    RedisHealth(RedissonClient redisson) {
        this.redisson = redisson;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("redis").up().withData("degraded", !answers()).build();
    }

    private boolean answers() {
        try {
            redisson.getBucket("aixin:health", StringCodec.INSTANCE).isExists();
            return true;
        } catch (RuntimeException absent) {
            LOG.debug("Redis does not answer", absent);
            return false;
        }
    }
}
