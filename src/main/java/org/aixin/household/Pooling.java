package org.aixin.household;

import java.util.Locale;
import java.util.stream.Stream;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** What a unit says of its households' points. */
public enum Pooling {
    /** 全家共用. */
    POOLED,
    /** 各用各的. */
    SEPARATE,
    /** Nothing: the unit above decides, and where none says anything everybody spends their own. */
    INHERITED;

    /** As a request names it, in any case; refused 422 {@code pooling_unknown}. */
    static Pooling of(@Nullable String name) {
        String wanted = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(one -> one.name().equals(wanted)).findFirst()
                .orElseThrow(() -> Problem.invalid("pooling_unknown", "setting"));
    }

    static Pooling of(@Nullable Boolean pooled) {
        return pooled == null ? INHERITED : pooled ? POOLED : SEPARATE;
    }

    /** As the database keeps it. */
    @Nullable
    Boolean pooled() {
        return this == INHERITED ? null : Boolean.valueOf(this == POOLED);
    }
}
