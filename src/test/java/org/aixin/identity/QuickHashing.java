package org.aixin.identity;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.test.Mock;
import org.jspecify.annotations.Nullable;

/** The hashing of the tests: as it is, at the lowest price that bcrypt knows. HashingTest says what the real one costs. */
@Mock
@ApplicationScoped
public class QuickHashing extends Hashing {
    private static final int LOWEST_COST = 4;
    private final AtomicInteger comparisons = new AtomicInteger();

    @Override
    public String hash(String secret) {
        return BcryptUtil.bcryptHash(secret, LOWEST_COST);
    }

    @Override
    public boolean matches(@Nullable String secret, @Nullable String hash) {
        comparisons.incrementAndGet();
        return super.matches(secret, hash);
    }

    /** How many secrets were compared with a hash since the start. */
    public int comparisons() {
        return comparisons.get();
    }
}
