package org.aixin.redemption;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Ids;
import org.aixin.ledger.SourceTitles;

/** What a passbook says of an order: 换：大米 1 袋、酱油 2 瓶. */
@ApplicationScoped
class OrderTitles implements SourceTitles {
    private final OrderBook book;

    OrderTitles(OrderBook book) {
        this.book = book;
    }

    @Override
    public String kind() {
        return Deed.SOURCE;
    }

    @Override
    public Map<String, String> of(Collection<String> references, Locale language) {
        List<Long> ids = references.stream().map(Ids::of).flatMap(Optional::stream).toList();
        String before = language.getLanguage().equals("en") ? "Goods: " : "换：";
        return book.byIds(ids).values().stream()
                .collect(Collectors.toMap(order -> Long.toString(order.id()), order -> before + order.words()));
    }
}
