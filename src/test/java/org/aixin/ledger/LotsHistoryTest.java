package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.aixin.Seeds;
import org.aixin.ledger.Outcome.Posted;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What {@link Lots} read out of the transfers is what a box of coins would hold that saw only the commands. */
class LotsHistoryTest {
    /** One act some days after the last, with figures that choose among what is there. */
    record Step(int kind, int days, int who, int whom, int amount, int target, int age) {
        static Step random(Random random) {
            return new Step(random.nextInt(12), Math.max(0, random.nextInt(50) - 30), random.nextInt(3), random.nextInt(2),
                    1 + random.nextInt(9), random.nextInt(6), random.nextInt(60));
        }
    }

    private static final List<Owner> MEMBERS = List.of(new Owner("member:1"), new Owner("member:2"), new Owner("member:3"));

    private final class Village {
        final Paper paper = new Paper();
        final PointByPoint model = new PointByPoint();
        final List<Long> holds = new ArrayList<>(List.of(1L));
        final List<Long> moves = new ArrayList<>(List.of(1L));
        final AtomicInteger sources = new AtomicInteger();
        Instant now = History.NOW;

        void play(Step step) {
            now = now.plus(Duration.ofDays(step.days));
            paper.at(now);
            if (step.kind == 11) {
                expire(MEMBERS.get(step.who), today().minusDays(step.age));
            } else {
                Command command = command(step);
                if (paper.post(List.of(command), Map.of()).get(0) instanceof Posted posted) {
                    tell(command, posted.transfer());
                    learn(command, posted.transfer());
                }
            }
            for (Owner member : MEMBERS) {
                assertThat(lots(member).byDay()).as("%s of %s", step, member).isEqualTo(model.byDay(member));
            }
        }

        /** Some pool: mates pay for each other. */
        void playPooled(Step step) {
            Owner mate = MEMBERS.get((step.who + 1 + step.whom) % 3);
            Map<Owner, List<Owner>> mates = step.age % 3 == 0
                    ? Map.of()
                    : Map.of(MEMBERS.get(step.who), List.of(mate), mate, List.of(MEMBERS.get(step.who)));
            Command command = command(step);
            if (paper.post(List.of(command), mates).get(0) instanceof Posted posted) {
                learn(command, posted.transfer());
            }
        }

        private void learn(Command command, long id) {
            (command instanceof Command.Hold ? holds : moves).add(id);
        }

        private Command command(Step step) {
            Owner who = MEMBERS.get(step.who);
            List<Long> known = step.kind < 10 ? holds : moves;
            long target = known.get(Math.max(0, known.size() - 1 - step.target));
            return switch (step.kind) {
                case 0, 1, 2 -> move(Owner.ISSUER, who, step.amount, false);
                case 3 -> move(who, Owner.REDEEMED, step.amount, false);
                case 4 -> move(who, Owner.ISSUER, step.amount, true);
                case 5 -> move(who, MEMBERS.get((step.who + 1 + step.whom) % 3), step.amount, step.age % 2 == 0);
                case 6 -> hold(who, step.whom == 0 ? Owner.REDEEMED : MEMBERS.get((step.who + 1) % 3), step);
                case 7 -> new Command.Post(source(), "test", target);
                case 8 -> new Command.Void(source(), "test", target);
                case 9 -> new Command.Lapse(source(), "test", target);
                default -> new Command.Reversal(source(), "test", target);
            };
        }

        private Command move(Owner debit, Owner credit, int amount, boolean mayFallShort) {
            return new Command.Move(source(), "test", Asset.POINTS, debit, credit, amount, mayFallShort);
        }

        private Command hold(Owner debit, Owner credit, Step step) {
            return new Command.Hold(source(), "test", Asset.POINTS, debit, credit, step.amount,
                    now.plus(Duration.ofDays(step.age)));
        }

        private Source source() {
            return new Source("award", "s" + sources.incrementAndGet());
        }

        private void tell(Command command, long id) {
            if (command instanceof Command.Move move) {
                model.move(id, move.debit(), move.credit(), (int) move.amount(), today());
            } else if (command instanceof Command.Hold hold) {
                model.hold(id, hold.debit(), hold.credit(), (int) hold.amount());
            } else if (command instanceof Command.Post post) {
                model.post(id, post.hold(), today());
            } else if (command instanceof Command.Void given) {
                model.giveBack(given.hold());
            } else if (command instanceof Command.Lapse lapse) {
                model.giveBack(lapse.hold());
            } else {
                model.reverse(((Command.Reversal) command).transfer(), today());
            }
        }

        /** What both say was earned until then leaves the account, and nothing else. */
        private void expire(Owner member, LocalDate until) {
            long points = lots(member).earnedUntil(until);
            assertThat(points).isEqualTo(model.earnedUntil(member, until));
            if (points > 0) {
                Command expiry = new Command.Move(source(), "test", Asset.POINTS, member, Owner.EXPIRED, points);
                long id = ((Posted) paper.post(List.of(expiry), Map.of()).get(0)).transfer();
                model.expire(id, member, until);
                moves.add(id);
                assertThat(lots(member).earnedUntil(until)).isZero();
            }
        }

        private Lots lots(Owner member) {
            return new Lots(paper.changes(member, Asset.POINTS));
        }

        private LocalDate today() {
            return LocalDate.ofInstant(now, ZoneOffset.UTC);
        }
    }

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void every_point_has_the_age_that_its_coin_has(@ForAll long seed) {
        Seeds.play("lots", seed, this::play);
    }

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whoever_pools_with_whom_the_lots_are_what_can_be_spent(@ForAll long seed) {
        Seeds.play("pooled-lots", seed, this::playPooled);
    }

    @Example
    void so_does_each_that_failed_once() {
        Seeds.kept("lots").forEach(this::play);
        Seeds.kept("pooled-lots").forEach(this::playPooled);
    }

    private static Stream<Step> steps(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> Step.random(random)).limit(1 + random.nextInt(60));
    }

    private void play(long seed) {
        Village village = new Village();
        steps(seed).forEach(village::play);
        village.paper.mustAddUp();
    }

    private void playPooled(long seed) {
        Village village = new Village();
        steps(seed).forEach(step -> {
            village.playPooled(step);
            for (Owner member : MEMBERS) {
                long lots = village.lots(member).byDay().values().stream().mapToLong(Long::longValue).sum();
                assertThat(lots).isEqualTo(village.paper.balance(member, Asset.POINTS).available());
            }
        });
    }
}
