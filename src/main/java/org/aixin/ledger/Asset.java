package org.aixin.ledger;

/** What an account holds. Amounts are whole units of it. */
public enum Asset {
    /** 积分: spendable points. */
    POINTS,
    /** 先锋积分: honours a party member, never spendable. */
    MERIT,
    /** Minutes of service, never spent or expired; they fall only by reversal. */
    HOURS,
    /** Fen, for public funds. */
    CNY
}
