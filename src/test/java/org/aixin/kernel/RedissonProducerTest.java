package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

class RedissonProducerTest {
    @Test
    void without_an_address_the_client_is_there_and_every_command_fails_at_once() {
        RedissonProducer producer = new RedissonProducer();
        RedissonClient redisson = producer.redisson(Optional.empty());
        RedisHealth health = new RedisHealth(redisson);
        health.call();

        long asked = System.nanoTime();
        HealthCheckResponse answer = health.call();
        assertThat(System.nanoTime() - asked).isLessThan(2_000_000_000L);
        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(answer.getData().orElseThrow()).containsEntry("degraded", true);
        producer.close(redisson);
    }
}
