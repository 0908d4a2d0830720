package org.aixin.standard;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.aixin.kernel.BusinessTime;
import org.aixin.ledger.Source;
import org.aixin.notice.Withdrawals;

/** Awards that are withdrawn from a notice, of each kind that rules have. */
class AwardWithdrawals {
    @Produces
    @Singleton
    Withdrawals awards(Giving giving, BusinessTime time) {
        return new Of("award", giving, time);
    }

    @Produces
    @Singleton
    Withdrawals shifts(Giving giving, BusinessTime time) {
        return new Of("shift", giving, time);
    }

    @Produces
    @Singleton
    Withdrawals pledges(Giving giving, BusinessTime time) {
        return new Of("pledge", giving, time);
    }

    private record Of(String kind, Giving giving, BusinessTime time) implements Withdrawals {
        @Override
        public void withdrawn(Source source) {
            giving.withdraw(Long.parseLong(source.reference().split(":", 2)[0]), time.now());
        }
    }
}
