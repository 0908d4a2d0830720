package org.aixin.goods;

import org.jspecify.annotations.Nullable;

/** A line as somebody sent it: a goods code and how many; still to be checked. */
public record Wanted(@Nullable String goods, @Nullable Integer quantity) {
}
