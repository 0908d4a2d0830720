package org.aixin.redemption;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Batches;
import org.aixin.goods.Catalogue;
import org.aixin.goods.Goods;
import org.aixin.kernel.BusinessTime;

/** The goods that a scanned label stands for. */
@ApplicationScoped
class Labels {
    private final Catalogue catalogue;
    private final Batches batches;
    private final BusinessTime time;

    Labels(Catalogue catalogue, Batches batches, BusinessTime time) {
        this.catalogue = catalogue;
        this.batches = batches;
        this.time = time;
    }

    /** By the label on the shelf, the package or the batch; refused 409 {@code batch_expired} for what is past its date. */
    Optional<Goods> goods(String digits) {
        return catalogue.byScan(digits).or(() -> batches.byScan(digits).map(batch -> {
            batch.mustBeGood(time.today());
            return batch.goods();
        }));
    }
}
