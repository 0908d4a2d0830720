package org.aixin.redemption;

import jakarta.inject.Singleton;

import org.aixin.goods.Stock;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotency;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Ledger;

/** What a batch at the till works with. */
@Singleton
record TillWork(Sql sql, BusinessTime time, Idempotency idempotency, Idempotent idempotent, Ledger ledger, Stock stock,
        OrderBook orders, Limits limits, StockGate gate) {
}
