package org.aixin.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what the rows say with what clients were told; knows nothing of how either came about. */
final class Checker {
    /** What can be wrong. */
    enum Wrong {
        OVERSOLD, COLLECTED_TWICE, LOST, TAKEN_TWICE, DONE_AND_DENIED, LEDGER;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Books books;
    private final Told told;
    private final Map<Long, Books.Order> orders;
    private final Map<Wrong, List<String>> found = new EnumMap<>(Wrong.class);

    private Checker(Books books, Told told) {
        this.books = books;
        this.told = told;
        this.orders = books.orders().stream().collect(Collectors.toMap(Books.Order::id, order -> order));
    }

    /** What is wrong, in words; a kind of which there is none is absent. */
    static Map<Wrong, List<String>> check(Books books, Told told) {
        Checker checker = new Checker(books, told);
        books.shelves().forEach(checker::shelf);
        books.orders().forEach(checker::handedOver);
        books.purses().forEach(checker::purse);
        told.reserved.forEach(checker::reserved);
        told.collected.keySet().forEach(checker::collected);
        told.cancelled.forEach(checker::cancelled);
        checker.untold();
        books.ledger().forEach(each -> checker.wrong(Wrong.LEDGER, each));
        return checker.found;
    }

    private void wrong(Wrong kind, String words, Object... values) {
        found.computeIfAbsent(kind, any -> new ArrayList<>()).add(values.length == 0 ? words : words.formatted(values));
    }

    private void shelf(Books.Shelf shelf) {
        int standing = 0;
        int gone = 0;
        for (Books.Order order : books.orders()) {
            if (order.goods() == shelf.goods()) {
                standing += order.status().stands() ? order.quantity() : 0;
                gone += order.departures() * order.quantity();
            }
        }
        if (standing > shelf.stocked()) {
            wrong(Wrong.OVERSOLD, "goods %d: %d of %d", shelf.goods(), standing, shelf.stocked());
        }
        if (shelf.left() + standing != shelf.stocked()) {
            wrong(Wrong.OVERSOLD, "goods %d: %d left and %d taken of %d", shelf.goods(), shelf.left(), standing, shelf.stocked());
        }
        if (shelf.onHand() + gone != shelf.stocked() || shelf.byEntries() != shelf.onHand()) {
            wrong(Wrong.COLLECTED_TWICE, "goods %d: %d there, %d by the entries, %d gone of %d", shelf.goods(), shelf.onHand(),
                    shelf.byEntries(), gone, shelf.stocked());
        }
    }

    private void handedOver(Books.Order order) {
        boolean collected = order.status() == Books.Status.COLLECTED;
        int times = Math.max(order.departures(), told.collected.getOrDefault(order.id(), 0));
        if (times > 1 || (!collected && order.departures() > 0)) {
            wrong(Wrong.COLLECTED_TWICE, "order %d, %s: left the shelf %d times, %d desks were told to hand it over", order.id(),
                    order.status(), order.departures(), told.collected.getOrDefault(order.id(), 0));
        }
        boolean known = told.collected.containsKey(order.id()) || told.openEnded.contains(order.id());
        if (collected && !known) {
            wrong(Wrong.DONE_AND_DENIED, "order %d is collected, and whoever asked was told no", order.id());
        }
        boolean gaveUp = told.cancelled.contains(order.id()) || told.openEnded.contains(order.id());
        if (order.status() == Books.Status.CANCELLED && !gaveUp) {
            wrong(Wrong.DONE_AND_DENIED, "order %d is cancelled, and whoever asked was told no", order.id());
        }
    }

    private void purse(Books.Purse purse) {
        if (purse.gone() != purse.owed()) {
            wrong(purse.gone() > purse.owed() ? Wrong.TAKEN_TWICE : Wrong.OVERSOLD,
                    "member %d: %d points are gone, their orders cost %d", purse.member(), purse.gone(), purse.owed());
        }
    }

    private void reserved(Told.Reserved reserved) {
        Books.Order order = orders.get(reserved.id());
        if (order == null || order.member() != reserved.member() || order.goods() != reserved.goods()) {
            wrong(Wrong.LOST, "order %d was promised to member %d and is %s", reserved.id(), reserved.member(), order);
        }
    }

    private void collected(long id) {
        Books.Order order = orders.get(id);
        if (order == null || order.status() != Books.Status.COLLECTED || order.departures() == 0) {
            wrong(Wrong.LOST, "order %d was said to be handed over and is %s", id, order);
        }
    }

    private void cancelled(long id) {
        Books.Order order = orders.get(id);
        if (order == null || order.status() != Books.Status.CANCELLED) {
            wrong(Wrong.LOST, "order %d was said to be cancelled and is %s", id, order);
        }
    }

    /** A wish is sent until it is answered, so an order of which nobody was told is a second one, but for wishes never answered. */
    private void untold() {
        Set<Long> known = new HashSet<>();
        told.reserved.forEach(each -> {
            if (!known.add(each.id())) {
                wrong(Wrong.TAKEN_TWICE, "order %d was given for two wishes", each.id());
            }
        });
        Map<Long, Integer> more = new HashMap<>();
        books.orders().stream().filter(order -> !known.contains(order.id()))
                .forEach(order -> more.merge(order.member(), 1, Integer::sum));
        more.forEach((member, count) -> {
            if (count > told.unanswered.getOrDefault(member, 0)) {
                wrong(Wrong.TAKEN_TWICE, "member %d has %d orders of which nobody was told, and %d wishes without an answer",
                        member, count, told.unanswered.getOrDefault(member, 0));
            }
        });
    }
}
