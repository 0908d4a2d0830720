package org.aixin.kernel;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidCreator;
import org.jspecify.annotations.Nullable;

/**
 * Ids of rows: 63-bit, time-sorted, made without asking the database (TSID: 42 bits of milliseconds, then node and counter), so
 * that a batch can be inserted at once. The outside sees them as decimal strings.
 */
public final class Ids {
    /** From which bit on the milliseconds stand. */
    private static final int MILLISECONDS = 22;

    private Ids() {
    }

    /** A new id. A collision of two nodes is refused by the primary key. */
    public static long next() {
        return TsidCreator.getTsid1024().toLong();
    }

    /** The smallest id that is made at an instant: all ids of earlier milliseconds are below it. */
    public static long first(Instant at) {
        return Math.max(0, at.toEpochMilli() - Tsid.TSID_EPOCH) << MILLISECONDS;
    }

    /** The id that is written there, empty where none is. Ids have up to 19 digits from July 2027 on. */
    public static Optional<Long> of(@Nullable String text) {
        return Optional.ofNullable(text).filter(said -> said.matches("[0-9]{1,19}")).map(BigInteger::new)
                .filter(number -> number.bitLength() <= 63).map(BigInteger::longValue);
    }

    /** The id that an outside program named; anything that cannot be one is answered 404 {@code not_found}. */
    public static long parse(String text) {
        return of(text).orElseThrow(Problem::notFound);
    }
}
