package org.aixin.redemption;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Batches;
import org.aixin.goods.Goods;
import org.aixin.goods.Offers;
import org.aixin.goods.Shop;
import org.aixin.kernel.BusinessTime;

/** The goods that a scanned label stands for in a shop. */
@ApplicationScoped
class Labels {
    private final Offers offers;
    private final Batches batches;
    private final BusinessTime time;

    Labels(Offers offers, Batches batches, BusinessTime time) {
        this.offers = offers;
        this.batches = batches;
        this.time = time;
    }

    /** Of what the shop can offer, by the label on the shelf, the package or the batch; refused 409 {@code batch_expired} for what is past its date. */
    Optional<Goods> goods(Shop shop, String digits) {
        return offers.byScan(shop.path(), digits)
                .or(() -> batches.byScan(digits).filter(batch -> batch.goods().isFor(shop)).map(batch -> {
                    batch.mustBeGood(time.today());
                    return offers.known(shop, batch.goods().code());
                }));
    }
}
