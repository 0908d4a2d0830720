package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** What is locked before commands are decided. */
class BatchTest {
    private static final Owner WANG = Owner.member(1), LI = Owner.member(2), ZHAO = Owner.member(3);
    private static final Source SOURCE = new Source("award", "1");
    private static final Referred PART = referred(31, LI, List.of()), HELD = referred(30, WANG, List.of(PART));

    private static Referred referred(long id, Owner debit, List<Referred> parts) {
        return new Referred(id, Phase.HOLD, Asset.POINTS, debit, Owner.REDEEMED, 5, Instant.EPOCH, false, "", parts);
    }

    private static Command.Move move(Owner debit, Owner credit, boolean mayFallShort) {
        return new Command.Move(SOURCE, "test", Asset.POINTS, debit, credit, 5, mayFallShort);
    }

    private static AccountName points(Owner owner) {
        return new AccountName(owner, Asset.POINTS);
    }

    @Test
    void each_command_names_what_it_ends_or_takes_back() {
        assertThat(Batch.referredBy(List.of(move(WANG, LI, false), new Command.Post(SOURCE, "test", 14),
                new Command.Void(SOURCE, "test", 13), new Command.Lapse(SOURCE, "test", 12),
                new Command.Reversal(SOURCE, "test", 11))))
                .containsExactly(11L, 12L, 13L, 14L);
    }

    @Test
    void who_receives_may_owe_or_is_a_system_owner_gets_an_account() {
        Batch batch = Batch.of(List.of(move(WANG, LI, false), move(ZHAO, Owner.ISSUER, true),
                new Command.Hold(SOURCE, "test", Asset.HOURS, Owner.ISSUER, WANG, 5, Instant.EPOCH)), Map.of());
        assertThat(batch.accounts().all()).containsExactlyInAnyOrder(points(WANG), points(LI), points(ZHAO), points(Owner.ISSUER),
                new AccountName(WANG, Asset.HOURS), new AccountName(Owner.ISSUER, Asset.HOURS));
        assertThat(batch.accounts().opened()).containsExactlyInAnyOrder(points(LI), points(ZHAO), points(Owner.ISSUER),
                new AccountName(WANG, Asset.HOURS), new AccountName(Owner.ISSUER, Asset.HOURS));
        assertThat(batch.members()).containsExactlyInAnyOrder(WANG, LI, ZHAO);
    }

    @Test
    void the_accounts_of_all_parts_are_locked() {
        Batch batch = Batch.of(List.of(new Command.Void(SOURCE, "test", 30), new Command.Void(SOURCE, "test", 99)),
                Map.of(30L, HELD));
        assertThat(batch.accounts().all()).containsExactlyInAnyOrder(points(WANG), points(LI), points(Owner.REDEEMED));
        assertThat(batch.claims()).contains(Claim.endOf(HELD)).doesNotContain(Claim.reversalOf(HELD));
        assertThat(Batch.of(List.of(new Command.Reversal(SOURCE, "test", 30)), Map.of(30L, HELD)).claims())
                .contains(Claim.reversalOf(HELD)).doesNotContain(Claim.endOf(HELD));
    }

    @Test
    void mates_are_locked_and_get_no_account() {
        Batch batch = Batch.of(List.of(move(WANG, Owner.REDEEMED, false)), Map.of());
        Accounts.Wanted wanted = batch.with(Map.of(WANG, List.of(ZHAO)));
        assertThat(wanted.all()).contains(points(ZHAO));
        assertThat(wanted.opened()).doesNotContain(points(ZHAO), points(WANG));
    }

    @Test
    void an_account_is_changed_by_its_transfers_alone() {
        Account account = new Account(new Account.Row(7, points(WANG), Side.OWN, 9, 2, 5));
        assertThat(account.isChanged()).isFalse();
        account.take(4);
        account.hold(1);
        account.seen(6);
        assertThat(account).returns(true, Account::isChanged).returns(4L, Account::balanceChange).returns(1L, Account::heldChange)
                .returns(10L, Account::available).returns(13L, Account::after);
        Account system = new Account(new Account.Row(8, points(Owner.ISSUER), Side.OWN, 0, 0, 0));
        system.give(4);
        system.seen(6);
        assertThat(system).returns(false, Account::isChanged).returns(0L, Account::balance).returns(null, Account::after)
                .returns(Long.MAX_VALUE, Account::available);
    }
}
