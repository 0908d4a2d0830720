package org.aixin.ledger;

import java.text.MessageFormat;
import java.util.Locale;

/** What can be wrong with a ledger: how it is found, and the words in which an auditor reads it. Sound rows give no result. */
enum Finding {
    BALANCE("账户 {0}（{1} {2}）的余额记为 {3}，按逐笔记录应为 {4}", "Account {0} ({1} {2}) is said to hold {3}, its transfers say {4}", """
        SELECT a.owner, a.asset, a.side, b.balance, COALESCE(e.balance, 0) FROM account a
        LEFT JOIN account_balance b ON b.account_id = a.id LEFT JOIN total e ON e.account = a.id
        WHERE a.owner NOT LIKE 'system:%' AND (b.balance IS NULL OR b.balance <> COALESCE(e.balance, 0))"""), HELD(
            "账户 {0}（{1} {2}）已预留记为 {3}，按逐笔记录应为 {4}", "Account {0} ({1} {2}) is said to have {3} set aside, its transfers say {4}",
            """
                SELECT a.owner, a.asset, a.side, b.held, COALESCE(e.held, 0) FROM account a
                JOIN account_balance b ON b.account_id = a.id LEFT JOIN total e ON e.account = a.id
                WHERE a.owner NOT LIKE 'system:%' AND b.held <> COALESCE(e.held, 0)"""), BELOW_ZERO(
                    "账户 {0}（{1} {2}）按逐笔记录为 {3}，其中已预留 {4}，越过了零",
                    "The transfers of account {0} ({1} {2}) say {3}, with {4} set aside: it has crossed zero",
                    """
                        SELECT a.owner, a.asset, a.side, e.balance, e.held FROM account a JOIN total e ON e.account = a.id
                        WHERE a.owner NOT LIKE 'system:%' AND CASE a.side
                            WHEN 'OWN' THEN e.held < 0 OR e.balance < e.held ELSE e.held <> 0 OR e.balance > 0 END"""), ONCE_BELOW_ZERO(
                            "账户 {0} 在第 {1} 笔之后余额为 {2}，越过了零", "Account {0} stood at {2} after transfer {1}: it has crossed zero",
                            """
                                SELECT a.owner, e.id, e.running FROM running e JOIN account a ON a.id = e.account
                                WHERE a.owner NOT LIKE 'system:%' AND CASE a.side WHEN 'OWN' THEN e.running < 0 ELSE e.running > 0 END"""), AFTER(
                                    "第 {0} 笔记下的账户 {1} 余额为 {2}，逐笔累计应为 {3}",
                                    "Transfer {0} says account {1} stood at {2}, the running sum is {3}", """
                                        SELECT e.id, a.owner, e.after, e.running FROM running e JOIN account a ON a.id = e.account
                                        WHERE a.owner NOT LIKE 'system:%' AND NOT e.after <=> e.running"""), SYSTEM_BALANCE(
                                            "系统账户 {0}（{1}）不应有余额行", "System account {0} ({1}) must not have a balance row",
                                            """
                                                SELECT a.owner, a.asset FROM account a JOIN account_balance b ON b.account_id = a.id
                                                WHERE a.owner LIKE 'system:%'"""), ACCOUNT(
                                                    "第 {0} 笔的账户不存在，或不是 {1} 账户",
                                                    "Transfer {0} names an account that is missing or does not hold {1}",
                                                    """
                                                        SELECT t.id, t.asset FROM transfer t LEFT JOIN account d ON d.id = t.debit AND d.asset = t.asset
                                                        LEFT JOIN account c ON c.id = t.credit AND c.asset = t.asset WHERE d.id IS NULL OR c.id IS NULL"""), AMOUNT(
                                                            "第 {0} 笔的数额是 {1}，或两边是同一账户",
                                                            "Transfer {0} moves {1}, or has one account on both sides",
                                                            """
                                                                SELECT t.id, t.amount FROM transfer t WHERE t.amount < 1 OR t.debit = t.credit"""), ENDED_TWICE(
                                                                    "第 {0} 笔预留被了结了 {1} 次", "Hold {0} was ended {1} times",
                                                                    """
                                                                        SELECT t.resolves, COUNT(*) FROM transfer t WHERE t.resolves IS NOT NULL GROUP BY t.resolves HAVING COUNT(*) > 1"""), ENDED_WRONGLY(
                                                                            "第 {0} 笔与它了结的预留 {1} 不相符",
                                                                            "Transfer {0} does not fit the hold {1} that it ends",
                                                                            """
                                                                                SELECT t.id, t.resolves FROM transfer t LEFT JOIN transfer h ON h.id = t.resolves AND h.phase = 'HOLD'
                                                                                    AND h.debit = t.debit AND h.credit = t.credit AND h.asset = t.asset AND h.amount = t.amount
                                                                                    AND (t.phase <> 'POST' OR t.at <= h.deadline) AND (t.phase <> 'LAPSE' OR t.at >= h.deadline)
                                                                                WHERE t.resolves IS NOT NULL AND h.id IS NULL"""), REVERSED_TWICE(
                                                                                    "第 {0} 笔被更正了 {1} 次",
                                                                                    "Transfer {0} was reversed {1} times",
                                                                                    """
                                                                                        SELECT t.reverses, COUNT(*) FROM transfer t WHERE t.reverses IS NOT NULL GROUP BY t.reverses HAVING COUNT(*) > 1"""), REVERSED_WRONGLY(
                                                                                            "第 {0} 笔与它更正的第 {1} 笔不相符",
                                                                                            "Transfer {0} does not fit transfer {1} that it reverses",
                                                                                            """
                                                                                                SELECT r.id, r.reverses FROM transfer r LEFT JOIN transfer t ON t.id = r.reverses AND t.asset = r.asset
                                                                                                    AND t.reverses IS NULL AND t.phase IN ('MOVE', 'POST', 'SHORTFALL')
                                                                                                LEFT JOIN account td ON td.id = t.debit LEFT JOIN account tc ON tc.id = t.credit
                                                                                                LEFT JOIN account rd ON rd.id = r.debit LEFT JOIN account rc ON rc.id = r.credit
                                                                                                WHERE r.reverses IS NOT NULL AND NOT (td.owner <=> rc.owner AND tc.owner <=> rd.owner AND t.id IS NOT NULL)"""), UNCLAIMED(
                                                                                                    "第 {0} 笔的来源（{1} {2}）没有登记",
                                                                                                    "The source of transfer {0} ({1} {2}) was never claimed",
                                                                                                    """
                                                                                                        SELECT t.id, t.source_kind, t.source_reference FROM transfer t LEFT JOIN claimed_source c
                                                                                                            ON c.kind = t.source_kind AND c.reference = t.source_reference AND c.asset = t.asset AND c.phase = t.phase
                                                                                                        WHERE c.kind IS NULL"""), SOURCE_TWICE(
                                                                                                            "来源（{0} {1}）的 {2} 记了 {3} 次",
                                                                                                            "Source ({0} {1}) moved {2} {3} times",
                                                                                                            """
                                                                                                                SELECT t.source_kind, t.source_reference, t.asset, COUNT(*) FROM transfer t
                                                                                                                GROUP BY t.source_kind, t.source_reference, t.asset, t.phase HAVING COUNT(*) > 1"""), GONE(
                                                                                                                    "来源（{0} {1}）已登记，却没有对应的记录：可能被删除",
                                                                                                                    "Source ({0} {1}) was claimed and has no transfer: it may have been deleted",
                                                                                                                    """
                                                                                                                        SELECT c.kind, c.reference, c.asset FROM claimed_source c LEFT JOIN transfer t ON t.source_kind = c.kind
                                                                                                                            AND t.source_reference = c.reference AND t.asset = c.asset
                                                                                                                            AND (t.phase = c.phase OR (c.phase = 'MOVE' AND t.phase = 'SHORTFALL'))
                                                                                                                        LEFT JOIN transfer p ON t.id IS NULL AND p.source_kind = c.kind
                                                                                                                            AND p.source_reference = CONCAT(c.reference, '~1') AND p.asset = c.asset AND (p.phase = c.phase OR (c.phase = 'MOVE' AND p.phase = 'SHORTFALL'))
                                                                                                                        WHERE c.kind NOT LIKE ':%' AND t.id IS NULL AND p.id IS NULL
                                                                                                                        UNION ALL SELECT c.kind, c.reference, c.asset FROM claimed_source c
                                                                                                                            LEFT JOIN transfer t ON t.resolves = CAST(c.reference AS SIGNED) WHERE c.kind = ':hold' AND t.id IS NULL
                                                                                                                        UNION ALL SELECT c.kind, c.reference, c.asset FROM claimed_source c
                                                                                                                            LEFT JOIN transfer t ON t.reverses = CAST(c.reference AS SIGNED) WHERE c.kind = ':transfer' AND t.id IS NULL"""), PART(
                                                                                                                            "第 {0} 笔记作第 {1} 笔的一部分，两笔却不相符",
                                                                                                                            "Transfer {0} is said to be part of {1}, and does not fit it",
                                                                                                                            """
                                                                                                                                SELECT x.part, x.transfer FROM transfer_part x LEFT JOIN transfer p ON p.id = x.part
                                                                                                                                    LEFT JOIN transfer t ON t.id = x.transfer AND t.source_kind = p.source_kind AND t.asset = p.asset AND t.at = p.at
                                                                                                                                        AND t.actor = p.actor AND SUBSTRING_INDEX(t.source_reference, '~', 1) = SUBSTRING_INDEX(p.source_reference, '~', 1)
                                                                                                                                WHERE t.id IS NULL OR p.source_reference NOT LIKE '%~%'
                                                                                                                                UNION ALL SELECT p.id, t.id FROM transfer p JOIN transfer t ON t.source_kind = p.source_kind
                                                                                                                                        AND t.source_reference = SUBSTRING_INDEX(p.source_reference, '~', 1) AND t.asset = p.asset AND t.phase = p.phase
                                                                                                                                    LEFT JOIN transfer_part x ON x.part = p.id
                                                                                                                                WHERE p.source_reference LIKE '%~%' AND p.phase <> 'SETTLE' AND x.part IS NULL""");

    private static final String ENTRIES = """
        WITH entry AS (
            SELECT debit AS account, id, phase, debit_after AS after, -amount AS more,
                CASE phase WHEN 'HOLD' THEN amount WHEN 'POST' THEN -amount WHEN 'VOID' THEN -amount
                    WHEN 'LAPSE' THEN -amount ELSE 0 END AS more_held FROM transfer
            UNION ALL SELECT credit, id, phase, credit_after, amount, 0 FROM transfer),
        moved AS (
            SELECT account, id, after, more_held,
                CASE WHEN phase IN ('HOLD', 'VOID', 'LAPSE') THEN 0 ELSE more END AS more FROM entry),
        total AS (SELECT account, SUM(more) AS balance, SUM(more_held) AS held FROM moved GROUP BY account),
        running AS (
            SELECT account, id, after, SUM(more) OVER (PARTITION BY account ORDER BY id ROWS UNBOUNDED PRECEDING) AS running FROM moved)
        """;

    /** The sum over all accounts of each asset. */
    static final String SUMS = ENTRIES + "SELECT a.asset, SUM(e.balance) FROM account a JOIN total e ON e.account = a.id"
            + " GROUP BY a.asset";

    private final String chinese;
    private final String english;
    private final String select;

    Finding(String chinese, String english, String select) {
        this.chinese = chinese;
        this.english = english;
        this.select = select;
    }

    /** The query of what does not add up; its columns fill the sentence. */
    String query() {
        return ENTRIES + select;
    }

    String words(Locale language, Object... columns) {
        return new MessageFormat(language.getLanguage().equals("en") ? english : chinese, Locale.ROOT).format(columns);
    }
}
