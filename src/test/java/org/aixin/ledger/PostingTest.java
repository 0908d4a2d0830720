package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** What the rules of posting do with ids, and what the ledger's words refuse to say. */
class PostingTest {
    private static final Owner WANG = Owner.member(1);
    private static final Source SOURCE = new Source("award", "1");

    @Test
    void ids_rise_within_an_account_even_where_another_clock_ran_ahead() {
        AccountName name = new AccountName(WANG, Asset.POINTS);
        List<Account.Row> rows = List.of(new Account.Row(7, name, Side.OWN, 0, 0, 5000),
                new Account.Row(8, name, Side.OWED, 0, 0, 0),
                new Account.Row(9, new AccountName(Owner.ISSUER, Asset.POINTS), Side.OWN, 0, 0, 0));
        Journal journal = new Journal(Instant.EPOCH, Set.of(), () -> 3000);
        Posting posting = new Posting(new Purses(rows, Map.of()), Map.of(), journal);
        posting.decide(new Command.Move(SOURCE, "test", Asset.POINTS, Owner.ISSUER, WANG, 5));
        posting.decide(new Command.Move(new Source("award", "2"), "test", Asset.POINTS, Owner.ISSUER, WANG, 5));
        List<Long> ids = journal.transfers().stream().map(Transfer::id).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id > 5000);
    }

    @Test
    void nothing_is_moved_that_is_not_an_amount_between_two_owners() {
        for (long amount : new long[]{0, -1, Long.MIN_VALUE, Command.MOST + 1}) {
            assertThatThrownBy(() -> new Command.Move(SOURCE, "test", Asset.POINTS, Owner.ISSUER, WANG, amount))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Command.Move(SOURCE, "test", Asset.POINTS, WANG, WANG, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_command_cannot_take_the_name_of_a_part() {
        for (String reference : new String[]{"7~1", "7~", "x".repeat(117)}) {
            Source source = new Source("order", reference);
            assertThatThrownBy(() -> new Command.Move(source, "test", Asset.POINTS, WANG, Owner.REDEEMED, 1))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Command.Void(source, "test", 1)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Source("order", "7~12").whole()).isEqualTo(new Source("order", "7"));
    }

    @Test
    void keys_that_would_not_compare_as_bytes_are_refused() {
        for (String reference : new String[]{"", "王", "a b", "a\n", "x".repeat(121)}) {
            assertThatThrownBy(() -> new Source("award", reference)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Source(":hold", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Owner("村")).isInstanceOf(IllegalArgumentException.class);
    }
}
