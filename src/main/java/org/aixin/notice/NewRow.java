package org.aixin.notice;

import org.aixin.identity.Member;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Source;

/**
 * What is to be posted on today's notice of the member's village.
 *
 * @param points zero or more, of the asset
 * @param minutes of service, zero or more; not zero where the points are
 * @param reason the rule's title, which strangers may read
 * @param source why the ledger will move it
 * @param approvedBy who approved it, and may decide no objection to it
 */
public record NewRow(Member member, int points, Asset asset, int minutes, String reason, Source source, long approvedBy) {
}
