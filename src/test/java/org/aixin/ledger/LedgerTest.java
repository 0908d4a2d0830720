package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.aixin.kernel.Ids;
import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Outcome.Reason;
import org.aixin.ledger.Outcome.Refused;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Every command and every outcome, on the real database. */
@QuarkusTest
class LedgerTest {
    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");
    private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");

    @Inject
    Ledger ledger;

    private final Owner wang = Owner.member(Ids.next());
    private final Owner zhao = Owner.member(Ids.next());

    private static Source source() {
        return new Source("award", "test:" + Ids.next());
    }

    private Outcome earn(Owner owner, long points) {
        return ledger.post(new Command.Move(source(), "test", Asset.POINTS, Owner.ISSUER, owner, points));
    }

    private Outcome spend(Owner owner, long points) {
        return ledger.post(new Command.Move(source(), "test", Asset.POINTS, owner, Owner.REDEEMED, points));
    }

    private long hold(Owner owner, long points, Instant deadline) {
        return done(ledger.post(new Command.Hold(source(), "test", Asset.POINTS, owner, Owner.REDEEMED, points, deadline)))
                .transfer();
    }

    private Balance balance(Owner owner) {
        return ledger.balance(owner, Asset.POINTS);
    }

    private static Posted done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Posted.class);
        return (Posted) outcome;
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason);
    }

    @Test
    void what_is_earned_is_there_and_can_be_spent() {
        assertThat(done(earn(wang, 30)).balance()).isEqualTo(30);
        assertThat(done(spend(wang, 20)).balance()).isEqualTo(10);
        assertThat(balance(wang)).isEqualTo(new Balance(10, 0, 0));
    }

    @Test
    void nobody_spends_more_than_there_is() {
        assertThat(spend(wang, 1)).isEqualTo(refused(Reason.NOT_ENOUGH));
        earn(wang, 5);
        assertThat(spend(wang, 6)).isEqualTo(refused(Reason.NOT_ENOUGH));
        assertThat(balance(wang)).isEqualTo(new Balance(5, 0, 0));
    }

    @Test
    void a_source_moves_an_asset_once() {
        Source deed = source();
        Command points = new Command.Move(deed, "test", Asset.POINTS, Owner.ISSUER, wang, 5);
        Command hours = new Command.Move(deed, "test", Asset.HOURS, Owner.ISSUER, wang, 90);
        done(ledger.post(points));
        assertThat(ledger.post(points)).isEqualTo(refused(Reason.ALREADY_DONE));
        done(ledger.post(hours));
        assertThat(ledger.balances(wang)).containsEntry(Asset.POINTS, new Balance(5, 0, 0)).containsEntry(Asset.HOURS,
                new Balance(90, 0, 0));
    }

    @Test
    void a_source_that_was_refused_can_succeed_later() {
        Command buy = new Command.Move(source(), "test", Asset.POINTS, wang, Owner.REDEEMED, 10);
        assertThat(ledger.post(buy)).isEqualTo(refused(Reason.NOT_ENOUGH));
        earn(wang, 10);
        assertThat(done(ledger.post(buy)).balance()).isZero();
    }

    @Test
    void a_hold_sets_aside_and_its_post_moves_once() {
        earn(wang, 10);
        long hold = hold(wang, 7, FAR);
        assertThat(balance(wang)).isEqualTo(new Balance(10, 7, 0));
        assertThat(spend(wang, 4)).isEqualTo(refused(Reason.NOT_ENOUGH));
        assertThat(done(ledger.post(new Command.Post(source(), "test", hold)))).extracting(Posted::moved, Posted::balance)
                .containsExactly(7L, 3L);
        assertThat(ledger.post(new Command.Post(source(), "test", hold))).isEqualTo(refused(Reason.ALREADY_RESOLVED));
        assertThat(ledger.post(new Command.Void(source(), "test", hold))).isEqualTo(refused(Reason.ALREADY_RESOLVED));
        assertThat(balance(wang)).isEqualTo(new Balance(3, 0, 0));
    }

    @Test
    void a_void_gives_back_what_was_held() {
        earn(wang, 10);
        long hold = hold(wang, 7, FAR);
        assertThat(ledger.post(new Command.Lapse(source(), "test", hold))).isEqualTo(refused(Reason.NOT_DUE));
        done(ledger.post(new Command.Void(source(), "test", hold)));
        assertThat(balance(wang)).isEqualTo(new Balance(10, 0, 0));
    }

    @Test
    void past_its_deadline_a_hold_lapses_and_cannot_be_posted() {
        earn(wang, 10);
        long hold = hold(wang, 7, PAST);
        assertThat(ledger.post(new Command.Post(source(), "test", hold))).isEqualTo(refused(Reason.PAST_DEADLINE));
        done(ledger.post(new Command.Lapse(source(), "test", hold)));
        assertThat(ledger.post(new Command.Lapse(source(), "test", hold))).isEqualTo(refused(Reason.ALREADY_RESOLVED));
        assertThat(balance(wang)).isEqualTo(new Balance(10, 0, 0));
    }

    @Test
    void what_does_not_exist_is_unknown() {
        long transfer = done(earn(wang, 10)).transfer();
        assertThat(ledger.post(new Command.Post(source(), "test", 1))).isEqualTo(refused(Reason.UNKNOWN));
        assertThat(ledger.post(new Command.Void(source(), "test", transfer))).isEqualTo(refused(Reason.UNKNOWN));
        assertThat(ledger.post(new Command.Reversal(source(), "test", 1))).isEqualTo(refused(Reason.UNKNOWN));
    }

    @Test
    void a_reversal_takes_what_there_is_and_later_points_settle_the_rest() {
        long award = done(earn(wang, 10)).transfer();
        spend(wang, 7);
        Posted reversal = done(ledger.post(new Command.Reversal(source(), "test", award)));
        assertThat(reversal).extracting(Posted::moved, Posted::shortfall, Posted::balance).containsExactly(3L, 7L, 0L);
        assertThat(balance(wang)).isEqualTo(new Balance(0, 0, 7));
        assertThat(done(earn(wang, 5)).balance()).isZero();
        assertThat(balance(wang)).isEqualTo(new Balance(0, 0, 2));
        assertThat(done(earn(wang, 5)).balance()).isEqualTo(3);
        assertThat(balance(wang)).isEqualTo(new Balance(3, 0, 0));
        assertThat(ledger.post(new Command.Reversal(source(), "test", award))).isEqualTo(refused(Reason.ALREADY_REVERSED));
        assertThat(ledger.post(new Command.Reversal(source(), "test", reversal.transfer())))
                .isEqualTo(refused(Reason.ALREADY_REVERSED));
    }

    @Test
    void a_reversal_with_nothing_left_is_owed_whole_and_happens_once() {
        long award = done(earn(wang, 10)).transfer();
        spend(wang, 10);
        Command.Reversal again = new Command.Reversal(source(), "test", award);
        assertThat(done(ledger.post(again))).extracting(Posted::moved, Posted::shortfall).containsExactly(0L, 10L);
        earn(wang, 30);
        assertThat(ledger.post(again)).isEqualTo(refused(Reason.ALREADY_REVERSED));
        assertThat(balance(wang)).isEqualTo(new Balance(20, 0, 0));
    }

    @Test
    void held_points_are_never_taken_and_settle_when_they_are_given_back() {
        long award = done(earn(wang, 10)).transfer();
        long hold = hold(wang, 8, FAR);
        assertThat(done(ledger.post(new Command.Reversal(source(), "test", award))).moved()).isEqualTo(2);
        assertThat(balance(wang)).isEqualTo(new Balance(8, 8, 8));
        assertThat(done(ledger.post(new Command.Void(source(), "test", hold))).balance()).isZero();
        assertThat(balance(wang)).isEqualTo(Balance.NONE);
    }

    @Test
    void a_collected_hold_can_be_reversed() {
        earn(wang, 10);
        long post = done(ledger.post(new Command.Post(source(), "test", hold(wang, 7, FAR)))).transfer();
        assertThat(done(ledger.post(new Command.Reversal(source(), "test", post))).balance()).isEqualTo(10);
    }

    @Test
    void a_deduction_that_fell_short_comes_back_whole() {
        earn(wang, 3);
        Posted fine = done(ledger.post(new Command.Move(source(), "test", Asset.POINTS, wang, Owner.EXPIRED, 10, true)));
        assertThat(fine).extracting(Posted::moved, Posted::shortfall).containsExactly(3L, 7L);
        assertThat(done(ledger.post(new Command.Reversal(source(), "test", fine.transfer()))).balance()).isEqualTo(3);
        assertThat(balance(wang)).isEqualTo(new Balance(3, 0, 0));
    }

    @Test
    void members_can_give_to_each_other() {
        earn(wang, 10);
        Posted gift = done(ledger.post(new Command.Move(source(), "test", Asset.POINTS, wang, zhao, 4)));
        assertThat(gift.balance()).isEqualTo(6);
        assertThat(balance(zhao)).isEqualTo(new Balance(4, 0, 0));
    }

    @Test
    void a_statement_shows_what_changed_the_balance_newest_first() {
        long award = done(earn(wang, 10)).transfer();
        hold(wang, 2, FAR);
        spend(wang, 5);
        ledger.post(new Command.Reversal(source(), "test", award));
        earn(wang, 9);
        List<Entry> all = ledger.statement(wang, Asset.POINTS, Long.MAX_VALUE, 10);
        assertThat(all).extracting(Entry::amount).containsExactly(-7L, 9L, -3L, -5L, 10L);
        assertThat(all).extracting(Entry::balance).containsExactly(4L, 11L, 2L, 5L, 10L);
        assertThat(all).extracting(Entry::phase).containsExactly("SETTLE", "MOVE", "MOVE", "MOVE", "MOVE");
        assertThat(all.get(2).reverses()).isEqualTo(award);
        List<Entry> older = ledger.statement(wang, Asset.POINTS, all.get(1).transfer(), 2);
        assertThat(older).containsExactlyElementsOf(all.subList(2, 4));
        assertThat(ledger.traces(List.of(award)).values()).extracting(Trace::source).containsExactly(all.get(4).source());
    }
}
