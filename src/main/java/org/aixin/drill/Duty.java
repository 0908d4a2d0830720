package org.aixin.drill;

import org.jspecify.annotations.Nullable;

/**
 * A role in a drill, such as 疏散引导组.
 *
 * @param people names of those who have it, as far as they are known
 */
record Duty(String name, @Nullable String people) {
}
