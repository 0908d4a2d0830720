package org.aixin.redemption;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Shop;

/** When shops hand goods over, for whoever looks at hand-overs afterwards. */
@ApplicationScoped
public class OpeningHours {
    private final RedemptionRules rules;

    OpeningHours(RedemptionRules rules) {
        this.rules = rules;
    }

    /**
     * Some of the hours.
     *
     * @param opens the first minute of the day, from 0
     * @param closes the first minute after it
     */
    public record Between(int opens, int closes) {
    }

    /** The hours that a shop has now, empty for one that nobody gave any. */
    public List<Between> of(Shop shop) {
        return rules.of(shop).timetable().hours().stream()
                .map(hours -> new Between(hours.opens(), hours.closes())).toList();
    }
}
