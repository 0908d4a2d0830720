package org.aixin.quiz;

import org.jspecify.annotations.Nullable;

/**
 * What a bank has on a topic.
 *
 * @param name null for questions without a topic
 */
public record Topic(@Nullable String name, long questions) {
}
