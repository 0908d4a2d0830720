package org.aixin.redemption;

import java.util.HashMap;
import java.util.Map;

import org.aixin.goods.Goods;
import org.aixin.goods.Place;
import org.aixin.redemption.Order.Item;

import org.jspecify.annotations.Nullable;

/** What is left while the deeds of a batch are decided one after another, in the order in which they arrived. */
final class Shelves {
    private final Map<Place, Integer> left;

    Shelves(Map<Place, Integer> available) {
        this.left = new HashMap<>(available);
    }

    /** Takes all lines of an order, or none and names the goods of which too few are left. */
    @Nullable
    Goods take(Order order) {
        for (Item line : order.lines()) {
            if (left.getOrDefault(order.place(line), 0) < line.quantity()) {
                return line.goods();
            }
        }
        order.lines().forEach(line -> left.merge(order.place(line), -line.quantity(), Integer::sum));
        return null;
    }

    void giveBack(Order order) {
        order.lines().forEach(line -> left.merge(order.place(line), line.quantity(), Integer::sum));
    }
}
