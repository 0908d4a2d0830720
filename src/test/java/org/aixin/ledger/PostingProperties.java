package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rules of posting, without a database, against the model. */
class PostingProperties {
    private static final AtomicLong SALT = new AtomicLong();

    @Provide
    Arbitrary<List<List<History.Step>>> histories() {
        return Arbitraries.randomValue(History.Step::random).list().ofMaxSize(6).list().ofMinSize(1).ofMaxSize(20);
    }

    @Property(tries = 500)
    void every_history_comes_out_as_the_model_says(@ForAll("histories") List<List<History.Step>> batches) {
        History history = new History("s" + SALT.incrementAndGet());
        Paper paper = new Paper();
        for (List<History.Step> batch : batches) {
            history.play(batch, paper::post);
            for (Owner member : history.members()) {
                for (Asset asset : List.of(Asset.POINTS, Asset.HOURS)) {
                    assertThat(paper.balance(member, asset)).isEqualTo(history.expected(member, asset));
                }
            }
        }
        paper.mustAddUp();
    }
}
