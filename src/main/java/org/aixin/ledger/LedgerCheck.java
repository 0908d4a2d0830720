package org.aixin.ledger;

import java.util.List;
import java.util.Map;

/**
 * The ledger recomputed from its rows.
 *
 * @param sums over all accounts by asset, each zero in a sound ledger
 * @param problems what does not add up, in words for an auditor; empty where {@code ok}
 */
public record LedgerCheck(boolean ok, long transfers, long accounts, Map<String, Long> sums, List<String> problems) {
}
