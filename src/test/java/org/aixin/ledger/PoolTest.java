package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Outcome.Reason;
import org.aixin.ledger.Outcome.Refused;

import org.junit.jupiter.api.Test;

/** A pool of three on paper. */
class PoolTest {
    private static final Owner WANG = Owner.member(1);
    private static final Owner LI = Owner.member(2);
    private static final Owner BAO = Owner.member(3);
    private static final Map<Owner, List<Owner>> FAMILY = Map.of(WANG, List.of(LI, BAO), LI, List.of(WANG, BAO), BAO,
            List.of(WANG, LI));
    private final Paper paper = new Paper();
    private int number;

    private Source source() {
        return new Source("test", Integer.toString(++number));
    }

    private Outcome post(Command command) {
        return paper.post(List.of(command), FAMILY).get(0);
    }

    private static Posted done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Posted.class);
        return (Posted) outcome;
    }

    private Posted earn(Owner owner, long points) {
        return done(post(new Command.Move(source(), "test", Asset.POINTS, Owner.ISSUER, owner, points)));
    }

    private Outcome spend(Owner owner, long points) {
        return post(new Command.Move(source(), "test", Asset.POINTS, owner, Owner.REDEEMED, points));
    }

    private Posted deduct(Owner owner, long points) {
        return done(post(new Command.Move(source(), "test", Asset.POINTS, owner, Owner.ISSUER, points, true)));
    }

    private Posted reverse(Posted posted) {
        return done(post(new Command.Reversal(source(), "test", posted.transfer())));
    }

    private List<Balance> balances() {
        paper.mustAddUp();
        return List.of(paper.balance(WANG, Asset.POINTS), paper.balance(LI, Asset.POINTS), paper.balance(BAO, Asset.POINTS));
    }

    private static Balance of(long balance, long held, long owed) {
        return new Balance(balance, held, owed);
    }

    @Test
    void mates_are_drawn_on_in_order_and_no_further_than_needed() {
        earn(WANG, 3);
        earn(LI, 4);
        earn(BAO, 5);
        assertThat(done(spend(LI, 6))).extracting(Posted::moved, Posted::balance).containsExactly(6L, 6L);
        assertThat(balances()).containsExactly(of(1, 0, 0), of(0, 0, 0), of(5, 0, 0));
        assertThat(spend(LI, 7)).isEqualTo(new Refused(Reason.NOT_ENOUGH));
    }

    @Test
    void a_hold_of_three_is_given_back_to_three_or_posted_by_three() {
        earn(WANG, 3);
        earn(LI, 4);
        earn(BAO, 5);
        Instant far = Instant.parse("2999-01-01T00:00:00Z");
        long hold = done(post(new Command.Hold(source(), "test", Asset.POINTS, BAO, Owner.REDEEMED, 12, far))).transfer();
        assertThat(balances()).containsExactly(of(3, 3, 0), of(4, 4, 0), of(5, 5, 0));
        assertThat(spend(WANG, 1)).isEqualTo(new Refused(Reason.NOT_ENOUGH));
        assertThat(done(post(new Command.Void(source(), "test", hold))).moved()).isEqualTo(12);
        assertThat(balances()).containsExactly(of(3, 0, 0), of(4, 0, 0), of(5, 0, 0));
        long again = done(post(new Command.Hold(source(), "test", Asset.POINTS, BAO, Owner.REDEEMED, 12, far))).transfer();
        Posted taken = done(post(new Command.Post(source(), "test", again)));
        assertThat(taken).extracting(Posted::moved, Posted::balance).containsExactly(12L, 0L);
        assertThat(reverse(taken).balance()).isEqualTo(12);
        assertThat(balances()).containsExactly(of(3, 0, 0), of(4, 0, 0), of(5, 0, 0));
    }

    @Test
    void what_comes_back_to_a_mate_settles_what_another_still_owes() {
        earn(WANG, 3);
        earn(LI, 4);
        Posted spent = done(spend(WANG, 7));
        assertThat(deduct(WANG, 6).shortfall()).isEqualTo(6);
        assertThat(balances()).containsExactly(of(0, 0, 6), of(0, 0, 0), of(0, 0, 0));
        assertThat(reverse(spent).balance()).isEqualTo(1);
        assertThat(balances()).containsExactly(of(0, 0, 0), of(1, 0, 0), of(0, 0, 0));
    }

    @Test
    void held_points_of_a_mate_are_not_taken_and_settle_when_they_are_free() {
        earn(LI, 4);
        long hold = done(post(new Command.Hold(source(), "test", Asset.POINTS, LI, Owner.REDEEMED, 4,
                Instant.parse("2999-01-01T00:00:00Z")))).transfer();
        assertThat(deduct(WANG, 3)).extracting(Posted::moved, Posted::shortfall).containsExactly(0L, 3L);
        assertThat(done(post(new Command.Void(source(), "test", hold))).balance()).isEqualTo(1);
        assertThat(balances()).containsExactly(of(0, 0, 0), of(1, 0, 0), of(0, 0, 0));
    }

    @Test
    void one_source_settles_once_and_the_next_points_settle_the_rest() {
        earn(WANG, 4);
        Source same = new Source("order", "7");
        long first = done(post(new Command.Hold(source(), "test", Asset.POINTS, WANG, Owner.REDEEMED, 4, History.NOW)))
                .transfer();
        deduct(WANG, 3);
        done(post(new Command.Void(same, "test", first)));
        assertThat(balances()).containsExactly(of(1, 0, 0), of(0, 0, 0), of(0, 0, 0));
        long second = done(post(new Command.Hold(source(), "test", Asset.POINTS, WANG, Owner.REDEEMED, 1, History.NOW)))
                .transfer();
        deduct(WANG, 1);
        done(post(new Command.Lapse(same, "test", second)));
        assertThat(balances()).containsExactly(of(1, 0, 1), of(0, 0, 0), of(0, 0, 0));
        earn(LI, 2);
        assertThat(balances()).containsExactly(of(1, 0, 0), of(1, 0, 0), of(0, 0, 0));
    }

    @Test
    void a_deduction_of_three_goes_back_to_three_with_what_was_owed() {
        earn(WANG, 3);
        earn(BAO, 5);
        Posted fine = deduct(LI, 10);
        assertThat(fine).extracting(Posted::moved, Posted::shortfall, Posted::balance).containsExactly(8L, 2L, 0L);
        assertThat(reverse(fine).balance()).isEqualTo(8);
        assertThat(balances()).containsExactly(of(3, 0, 0), of(0, 0, 0), of(5, 0, 0));
    }

    @Test
    void a_receiver_who_no_longer_has_what_two_gave_owes_the_rest_of_both() {
        Owner shop = Owner.member(9);
        earn(WANG, 3);
        earn(LI, 4);
        Posted gift = done(post(new Command.Move(source(), "test", Asset.POINTS, WANG, shop, 7)));
        spend(shop, 5);
        assertThat(reverse(gift)).extracting(Posted::moved, Posted::shortfall, Posted::balance).containsExactly(2L, 5L, 0L);
        assertThat(paper.balance(shop, Asset.POINTS)).isEqualTo(of(0, 0, 5));
        assertThat(balances()).containsExactly(of(3, 0, 0), of(4, 0, 0), of(0, 0, 0));
    }

    @Test
    void hours_are_never_pooled_and_what_expires_is_ones_own() {
        done(post(new Command.Move(source(), "test", Asset.HOURS, Owner.ISSUER, LI, 60)));
        earn(LI, 5);
        assertThat(post(new Command.Move(source(), "test", Asset.HOURS, WANG, Owner.ISSUER, 1)))
                .isEqualTo(new Refused(Reason.NOT_ENOUGH));
        assertThat(post(new Command.Move(source(), "test", Asset.POINTS, WANG, Owner.EXPIRED, 1)))
                .isEqualTo(new Refused(Reason.NOT_ENOUGH));
    }

    @Test
    void shares_say_what_can_be_spent() {
        Shares shares = new Shares(List.of(new Shares.Share(WANG, of(10, 2, 0)), new Shares.Share(LI, of(4, 0, 0)),
                new Shares.Share(BAO, of(0, 0, 5))));
        assertThat(shares.spendable()).isEqualTo(7);
        assertThat(shares.total()).isEqualTo(of(14, 2, 5));
        assertThat(new Shares(List.of(new Shares.Share(WANG, of(1, 0, 0)), new Shares.Share(LI, of(0, 0, 5)))).spendable())
                .isZero();
    }
}
