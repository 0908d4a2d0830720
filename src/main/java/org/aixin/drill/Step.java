package org.aixin.drill;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What happens in a drill.
 *
 * @param position counts from 1
 * @param who does it
 * @param doneAt null until it is done
 */
record Step(int position, String title, @Nullable String who, @Nullable Instant doneAt) {
}
