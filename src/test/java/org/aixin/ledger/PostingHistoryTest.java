package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.aixin.Seeds;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The rules of posting, without a database, against the model. */
class PostingHistoryTest {
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void every_history_comes_out_as_the_model_says(@ForAll long seed) {
        Seeds.play("posting", seed, PostingHistoryTest::play);
    }

    @Example
    void so_does_each_that_failed_once() {
        Seeds.kept("posting").forEach(PostingHistoryTest::play);
    }

    private static void play(long seed) {
        Random random = new Random(seed);
        History history = new History("s" + seed);
        Paper paper = new Paper();
        for (int batch = random.nextInt(20); batch >= 0; batch--) {
            history.play(Stream.generate(() -> History.Step.random(random)).limit(random.nextInt(7)).toList(), paper::post);
            for (Owner member : history.members()) {
                for (Asset asset : List.of(Asset.POINTS, Asset.HOURS)) {
                    assertThat(paper.balance(member, asset)).isEqualTo(history.expected(member, asset));
                }
            }
        }
        paper.mustAddUp();
    }
}
