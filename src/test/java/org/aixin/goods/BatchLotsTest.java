package org.aixin.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

import org.aixin.goods.BatchLots.Event;
import org.aixin.goods.BatchLots.Lot;
import org.aixin.goods.BatchLots.Part;
import org.aixin.goods.Movement.Why;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random histories against a model that knows every single piece. */
class BatchLotsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int SHOPS = 3;

    private static final class Piece {
        final Lot lot;
        long shop;
        long order;

        Piece(Lot lot, long shop) {
            this.lot = lot;
            this.shop = shop;
        }
    }

    /** Every piece by itself, and what happened. */
    private static final class Village {
        private final Random random;
        private final List<Piece> shelf = new ArrayList<>();
        private final List<Piece> handed = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        private final List<Lot> lots = new ArrayList<>();
        private long next = 1;

        Village(long seed) {
            this.random = new Random(seed);
        }

        private List<Piece> at(long shop, @Nullable Lot named) {
            return shelf.stream().filter(piece -> piece.shop == shop)
                    .sorted(Comparator.comparing((Piece piece) -> !piece.lot.equals(named)).thenComparing(piece -> piece.lot))
                    .toList();
        }

        private List<Piece> taken(long shop, int most, @Nullable Lot named) {
            List<Piece> there = at(shop, named);
            List<Piece> taken = there.subList(0, Math.min(there.size(), most));
            shelf.removeAll(taken);
            return taken;
        }

        private void event(long shop, int quantity, Why why, long reference, List<Part> parts) {
            if (quantity != 0) {
                events.add(new Event(next++, shop, quantity, why, reference, parts));
            }
        }

        private void put(Lot lot, long shop, int pieces) {
            for (int i = 0; i < pieces; i++) {
                shelf.add(new Piece(lot, shop));
            }
        }

        void step() {
            long shop = random.nextInt(SHOPS), id = next;
            int pieces = 1 + random.nextInt(5);
            switch (random.nextInt(8)) {
                case 0, 1 -> deliver(shop, pieces, id);
                case 2 -> lose(shop, pieces);
                case 3 -> carry(shop, (shop + 1) % SHOPS, pieces);
                case 4, 5 -> hand(shop, pieces, 1_000 + id);
                case 6 -> bringBack();
                default -> count(shop, random.nextInt(5) - 2);
            }
        }

        private void deliver(long shop, int pieces, long id) {
            LocalDate day = random.nextInt(4) == 0 ? null : DAY.plusDays(random.nextInt(6) - 3);
            Lot lot = new Lot(day, id, id), plain = new Lot(null, id, null);
            lots.add(lot);
            put(lot, shop, pieces);
            put(plain, shop, 1);
            event(shop, pieces + 1, Why.IN, id, List.of(new Part(pieces, lot), new Part(1, null)));
        }

        private void lose(long shop, int pieces) {
            Lot named = lots.isEmpty() || random.nextBoolean() ? null : lots.get(random.nextInt(lots.size()));
            int gone = taken(shop, pieces, named).size();
            event(shop, -gone, Why.DAMAGE, next, List.of(new Part(gone, named)));
        }

        private void carry(long from, long to, int pieces) {
            long slip = next;
            List<Piece> load = taken(from, pieces, null);
            event(from, -load.size(), Why.TRANSFER, slip, List.of());
            event(to, load.size(), Why.TRANSFER, slip, List.of());
            load.forEach(piece -> piece.shop = to);
            shelf.addAll(load);
        }

        private void hand(long shop, int pieces, long order) {
            List<Piece> goods = taken(shop, pieces, null);
            goods.forEach(piece -> piece.order = order);
            handed.addAll(goods);
            event(shop, -goods.size(), Why.COLLECT, order, List.of());
        }

        private void bringBack() {
            if (!handed.isEmpty()) {
                Piece one = handed.get(random.nextInt(handed.size()));
                List<Piece> all = handed.stream().filter(piece -> piece.order == one.order).toList();
                handed.removeAll(all);
                shelf.addAll(all);
                event(one.shop, all.size(), Why.RETURN, one.order, List.of());
            }
        }

        private void count(long shop, int difference) {
            int found = difference >= 0 ? difference : -taken(shop, -difference, null).size();
            put(new Lot(null, next, null), shop, Math.max(0, found));
            event(shop, found, Why.ADJUST, next, List.of());
        }
    }

    @Test
    void what_is_left_and_who_has_it_is_as_if_every_piece_had_been_watched() {
        for (long seed = 0; seed < 500; seed++) {
            Village village = new Village(seed);
            for (int step = 0; step < 60; step++) {
                village.step();
            }
            BatchLots lots = new BatchLots(village.events);
            for (long shop = 0; shop < SHOPS; shop++) {
                Map<Lot, Integer> left = new TreeMap<>();
                village.at(shop, null).forEach(piece -> left.merge(piece.lot, 1, Integer::sum));
                assertThat(lots.left(shop)).as("seed " + seed + " shop " + shop).isEqualTo(left);
            }
            village.lots.forEach(lot -> {
                Map<Long, Integer> orders = new HashMap<>();
                village.handed.stream().filter(piece -> piece.lot.equals(lot))
                        .forEach(piece -> orders.merge(piece.order, 1, Integer::sum));
                long batch = Objects.requireNonNull(lot.batch());
                assertThat(lots.reached(batch)).isEqualTo(orders);
                assertThat(lots.leftOf(batch))
                        .isEqualTo((int) village.shelf.stream().filter(piece -> piece.lot.equals(lot)).count());
            });
        }
    }

    @Test
    void an_entry_that_was_written_before_the_delivery_it_takes_from_leaves_no_piece_too_many() {
        Lot lot = new Lot(DAY, 2, 2L);
        BatchLots lots = new BatchLots(List.of(new Event(1, 1, -3, Why.COLLECT, 9, List.of()),
                new Event(2, 1, 5, Why.IN, 2, List.of(new Part(5, lot)))));
        assertThat(lots.left(1)).isEqualTo(Map.of(lot, 2));
    }
}
