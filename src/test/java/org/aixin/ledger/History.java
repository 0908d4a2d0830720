package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.aixin.ledger.Outcome.Posted;

/** A short random history, played on a ledger and on the model side by side. */
final class History {
    /**
     * One act: what is done, by whom and to whom, with figures that choose among what is there; {@code pool} says who pools with
     * whom while acts are decided that begin with this one.
     */
    record Step(int kind, int asset, int debit, int credit, long amount, int source, int target, boolean late, int pool) {
        static Step random(Random random) {
            return new Step(random.nextInt(9), random.nextInt(4) / 3, random.nextInt(6), random.nextInt(5),
                    1 + random.nextInt(12), random.nextInt(40), random.nextInt(30), random.nextInt(4) == 0, random.nextInt(4));
        }
    }

    /** How commands are decided where these owners pool. */
    interface Deciding {
        List<Outcome> decide(List<Command> commands, Map<Owner, List<Owner>> mates);
    }

    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");
    private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");
    private final String salt;
    private final List<Owner> owners;
    private final Model model = new Model();
    private final List<Long> known = new ArrayList<>(List.of(1L));

    /** @param salt sets this history's people and sources apart from all others */
    History(String salt) {
        this.salt = salt;
        this.owners = List.of(Owner.ISSUER, Owner.REDEEMED, Owner.EXPIRED, new Owner("member:a" + salt),
                new Owner("member:b" + salt), new Owner("member:c" + salt));
    }

    List<Owner> members() {
        return owners.subList(3, 6);
    }

    /** Nobody, the first two, the last two, or all three. */
    private Map<Owner, List<Owner>> mates(int pool) {
        List<Owner> together = switch (pool) {
            case 0 -> List.of();
            case 1 -> members().subList(0, 2);
            case 2 -> members().subList(1, 3);
            default -> members();
        };
        return together.stream().collect(Collectors.toMap(one -> one,
                one -> together.stream().filter(other -> !other.equals(one)).toList()));
    }

    /** Commands are decided together; each must come out as the model says. */
    void play(List<Step> steps, Deciding ledger) {
        Map<Owner, List<Owner>> mates = steps.isEmpty() ? Map.of() : mates(steps.get(0).pool);
        List<Command> commands = steps.stream().map(this::command).toList();
        model.pool(mates);
        List<Outcome> expected = commands.stream().map(command -> model.expect(command, NOW)).toList();
        List<Outcome> outcomes = ledger.decide(commands, mates);
        assertThat(outcomes.stream().map(History::withoutId).toList()).as("%s", commands).isEqualTo(expected);
        for (int i = 0; i < commands.size(); i++) {
            if (outcomes.get(i) instanceof Posted posted) {
                model.learn(commands.get(i), posted.transfer());
                known.add(posted.transfer());
            }
        }
    }

    Balance expected(Owner owner, Asset asset) {
        return model.balance(owner, asset);
    }

    private static Outcome withoutId(Outcome outcome) {
        return outcome instanceof Posted posted
                ? new Posted(0, posted.moved(), posted.shortfall(), posted.balance())
                : outcome;
    }

    private Command command(Step step) {
        Source source = new Source("award", salt + ":" + step.source);
        Asset asset = step.asset == 0 ? Asset.POINTS : Asset.HOURS;
        Owner debit = owners.get(step.debit);
        Owner credit = owners.get((step.debit + 1 + step.credit) % owners.size());
        long target = known.get(step.target % known.size());
        return switch (step.kind) {
            case 0, 1 -> new Command.Move(source, "test", asset, Owner.ISSUER, members().get(step.credit % 3), step.amount);
            case 2 -> new Command.Move(source, "test", asset, debit, credit, step.amount);
            case 3 -> new Command.Move(source, "test", asset, debit, credit, step.amount, true);
            case 4 -> new Command.Hold(source, "test", asset, debit, credit, step.amount, step.late ? PAST : FAR);
            case 5 -> new Command.Post(source, "test", target);
            case 6 -> new Command.Void(source, "test", target);
            case 7 -> new Command.Lapse(source, "test", target);
            default -> new Command.Reversal(source, "test", target);
        };
    }
}
