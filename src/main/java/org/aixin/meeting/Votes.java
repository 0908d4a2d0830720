package org.aixin.meeting;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was voted on one claim.
 *
 * @param recused those of the group who take no part, beside those who must not
 */
record Votes(long claim, @Nullable Integer inFavour, @Nullable Integer against, List<Long> recused) {
}
