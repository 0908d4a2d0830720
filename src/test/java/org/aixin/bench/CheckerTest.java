package org.aixin.bench;

import static org.aixin.bench.Books.Status.CANCELLED;
import static org.aixin.bench.Books.Status.COLLECTED;
import static org.aixin.bench.Books.Status.RESERVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.aixin.bench.Checker.Wrong;

import org.junit.jupiter.api.Test;

/** The checker sees each kind of wrong, and nothing where all is right: ten bags, of which members 1, 2 and 3 ordered one each. */
class CheckerTest {
    private final Told told = new Told();
    private final List<Books.Order> orders = new ArrayList<>(List.of(order(11, 1, RESERVED, 0), order(12, 2, COLLECTED, 1),
            order(13, 3, CANCELLED, 0)));
    private Books.Shelf shelf = new Books.Shelf(0, 10, 8, 9, 9);
    private Books.Purse purse = new Books.Purse(1, 5, 5);

    CheckerTest() {
        for (int member = 1; member <= 3; member++) {
            told.reserved.add(new Told.Reserved(10 + member, "code", member, 0));
        }
        told.collected.put(12L, 1);
        told.cancelled.add(13L);
    }

    private static Books.Order order(long id, long member, Books.Status status, int departures) {
        return new Books.Order(id, member, 0, 1, status, departures);
    }

    private Iterable<Wrong> found() {
        return Checker.check(new Books(List.of(shelf), orders, List.of(purse), List.of()), told).keySet();
    }

    @Test
    void nothing_is_wrong_where_all_is_right() {
        assertThat(found()).isEmpty();
    }

    @Test
    void more_sold_than_there_was() {
        shelf = new Books.Shelf(0, 1, 0, 0, 0);
        assertThat(found()).contains(Wrong.OVERSOLD);
    }

    @Test
    void a_shelf_that_lost_an_update() {
        shelf = new Books.Shelf(0, 10, 9, 9, 9);
        assertThat(found()).containsExactly(Wrong.OVERSOLD);
    }

    @Test
    void two_desks_that_were_both_told_to_hand_over() {
        told.collected.put(12L, 2);
        assertThat(found()).containsExactly(Wrong.COLLECTED_TWICE);
    }

    @Test
    void goods_that_left_twice() {
        orders.set(1, order(12, 2, COLLECTED, 2));
        assertThat(found()).containsExactly(Wrong.COLLECTED_TWICE);
    }

    @Test
    void a_promise_that_is_gone() {
        orders.remove(0);
        shelf = new Books.Shelf(0, 10, 9, 9, 9);
        assertThat(found()).containsExactly(Wrong.LOST);
    }

    @Test
    void a_hand_over_that_is_gone() {
        told.collected.put(11L, 1);
        assertThat(found()).containsExactly(Wrong.LOST);
    }

    @Test
    void a_cancellation_that_is_gone() {
        told.cancelled.add(11L);
        assertThat(found()).containsExactly(Wrong.LOST);
    }

    @Test
    void a_second_order_for_one_wish_unless_a_wish_was_never_answered() {
        orders.add(order(14, 1, RESERVED, 0));
        shelf = new Books.Shelf(0, 10, 7, 9, 9);
        assertThat(found()).containsExactly(Wrong.TAKEN_TWICE);
        told.unanswered.put(1L, 1);
        assertThat(found()).isEmpty();
    }

    @Test
    void one_order_for_two_wishes() {
        told.reserved.add(told.reserved.get(0));
        assertThat(found()).containsExactly(Wrong.TAKEN_TWICE);
    }

    @Test
    void points_that_went_twice() {
        purse = new Books.Purse(1, 10, 5);
        assertThat(found()).containsExactly(Wrong.TAKEN_TWICE);
    }

    @Test
    void a_hand_over_of_which_everybody_was_told_no_unless_somebody_was_told_nothing() {
        told.collected.clear();
        assertThat(found()).containsExactly(Wrong.DONE_AND_DENIED);
        told.openEnded.add(12L);
        assertThat(found()).isEmpty();
    }

    @Test
    void a_ledger_that_disagrees_with_itself() {
        assertThat(Checker.check(new Books(List.of(shelf), orders, List.of(purse), List.of("sums")), told))
                .containsOnlyKeys(Wrong.LEDGER);
    }
}
