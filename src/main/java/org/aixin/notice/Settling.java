package org.aixin.notice;

import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.aixin.kernel.BusinessTime;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;

/** Ends the holds of a row and keeps what became of it, in the present transaction, by whoever took the row out of those waiting. */
@ApplicationScoped
class Settling {
    static final String SWEEP = "system:notice";
    private final NoticeRows rows;
    private final Ledger ledger;
    private final Instance<Withdrawals> withdrawals;
    private final BusinessTime time;

    Settling(NoticeRows rows, Ledger ledger, @Any Instance<Withdrawals> withdrawals, BusinessTime time) {
        this.rows = rows;
        this.ledger = ledger;
        this.withdrawals = withdrawals;
        this.time = time;
    }

    /** Credits the row, unless its holds are past their deadline. */
    void close(NoticeRow row) {
        boolean late = holds(row).map(hold -> ledger.post(new Command.Post(row.source(), SWEEP, hold)))
                .toList().stream().anyMatch(Settling::isLate);
        if (late) {
            holds(row).forEach(hold -> must(new Command.Lapse(row.source(), SWEEP, hold)));
            undo(row);
        }
        rows.settled(row.id(), late ? RowState.LAPSED : RowState.CREDITED, time.now());
    }

    /** Gives back what was set aside for the row. */
    void withdraw(NoticeRow row, String actor) {
        holds(row).forEach(hold -> must(new Command.Void(row.source(), actor, hold)));
        undo(row);
        rows.settled(row.id(), RowState.WITHDRAWN, time.now());
    }

    private static Stream<Long> holds(NoticeRow row) {
        return Stream.of(row.hold(), row.hours()).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private static boolean isLate(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused && refused.reason() != Outcome.Reason.PAST_DEADLINE) {
            throw new IllegalStateException("The ledger says " + refused.reason());
        }
        return outcome instanceof Outcome.Refused;
    }

    private void must(Command command) {
        if (ledger.post(command) instanceof Outcome.Refused refused) {
            throw new IllegalStateException("The ledger says " + refused.reason() + " to " + command);
        }
    }

    private void undo(NoticeRow row) {
        withdrawals.stream().filter(one -> one.kind().equals(row.source().kind()))
                .forEach(one -> one.withdrawn(row.source()));
    }
}
