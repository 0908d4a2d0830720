package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Transactions;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real database against the model: short random histories, posted in lists. */
@QuarkusTest
class LedgerHistoryTest {
    private static final int HISTORIES = 8;

    @Inject
    Ledger ledger;

    @Inject
    AgroalDataSource database;

    @Inject
    BusinessTime time;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_history_comes_out_as_the_model_says(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            History history = new History(Long.toString(Ids.next()));
            for (int batch = 0; batch < 12; batch++) {
                history.play(Stream.generate(() -> History.Step.random(random)).limit(1 + random.nextInt(6)).toList(),
                        this::post);
            }
            for (Owner member : history.members()) {
                mustBeAsExpected(history, member);
            }
        }
        assertThat(ledger.check().problems()).isEmpty();
    }

    private List<Outcome> post(List<Command> commands, Map<Owner, List<Owner>> mates) {
        Ledger pooled = new Ledger(database, time, (connection, owners) -> {
            Map<Owner, List<Owner>> asked = new HashMap<>(mates);
            asked.keySet().retainAll(owners);
            return asked;
        });
        return Transactions.run(() -> {
            try (Connection connection = database.getConnection()) {
                return pooled.post(connection, commands);
            }
        });
    }

    private void mustBeAsExpected(History history, Owner member) {
        for (Asset asset : List.of(Asset.POINTS, Asset.HOURS)) {
            Balance expected = history.expected(member, asset);
            assertThat(ledger.balance(member, asset)).isEqualTo(expected);
            List<Entry> statement = ledger.statement(member, asset, Long.MAX_VALUE, 100);
            assertThat(statement.stream().mapToLong(Entry::amount).sum()).isEqualTo(expected.balance());
            long balance = expected.balance();
            for (Entry entry : statement) {
                assertThat(entry.balance()).isEqualTo(balance);
                balance -= entry.amount();
            }
        }
    }
}
