package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencySweepTest {
    @Inject
    Idempotency idempotency;
    @Inject
    IdempotencySweep sweep;
    @Inject
    Sql sql;

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private KeyedRequest answered() {
        KeyedRequest asked = KeyedRequest.of("1", "/api/orders", UUID.randomUUID().toString(), "body");
        QuarkusTransaction.requiringNew().run(() -> sql.with(connection -> {
            idempotency.claim(connection, List.of(asked));
            idempotency.store(connection, Map.of(asked, new StoredAnswer(asked.hash(), 201, "{}")));
            return true;
        }));
        return asked;
    }

    private boolean isKnown(KeyedRequest asked) {
        return sql.first("SELECT 1 FROM idempotency WHERE id = UNHEX(?)", row -> 1, asked.id()).isPresent();
    }

    @Test
    void an_answer_is_forgotten_after_thirty_days_and_not_before() {
        List<KeyedRequest> old = List.of(answered(), answered(), answered(), answered(), answered());
        TestClock.advance(Duration.ofDays(30).minusMinutes(1));
        KeyedRequest young = answered();
        sweep.forget(2);
        assertThat(old).allMatch(this::isKnown);
        TestClock.advance(Duration.ofMinutes(2));
        assertThat(sweep.forget(2)).isGreaterThanOrEqualTo(5);
        assertThat(old).noneMatch(this::isKnown);
        assertThat(isKnown(young)).isTrue();
    }

    @Test
    void the_daily_run_takes_all_that_is_due() {
        KeyedRequest old = answered();
        TestClock.advance(Duration.ofDays(31));
        sweep.run();
        assertThat(isKnown(old)).isFalse();
        assertThat(sweep.forget(500)).isZero();
    }
}
