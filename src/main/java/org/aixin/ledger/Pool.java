package org.aixin.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An owner's purse, and those that the owner may draw on besides, in order. Who pools with nobody is a pool of one.
 *
 * @param own null for a member of a pool who never had any
 */
record Pool(@Nullable Purse own, List<Purse> mates) {
    /** What a mate gives. */
    record Part(Purse mate, long amount) {
    }

    /** Where an amount comes from: one's own first, then the mates'; {@code missing} is what nobody has. */
    record Draw(long own, List<Part> parts, long missing) {
        long drawn() {
            return own + parts.stream().mapToLong(Part::amount).sum();
        }
    }

    /** The same without one that receives: nobody pays themselves. */
    Pool without(Purse receiver) {
        return new Pool(own, mates.stream().filter(mate -> mate != receiver).toList());
    }

    /** What can be spent: all that is available, less what the mates owe. */
    long room() {
        long ofMates = mates.stream().mapToLong(mate -> mate.own().available() - mate.shortfall()).sum();
        return own == null ? ofMates : own.own().available() + ofMates;
    }

    Draw draw(long amount) {
        long left = amount;
        long first = own == null ? 0 : Math.min(left, own.own().available());
        left -= first;
        List<Part> parts = new ArrayList<>();
        for (Purse mate : mates) {
            long part = Math.min(left, mate.own().available());
            if (part > 0) {
                parts.add(new Part(mate, part));
                left -= part;
            }
        }
        return new Draw(first, parts, left);
    }

    /** All that there is, held or not. */
    long balance() {
        return purses().mapToLong(purse -> purse.own().balance()).sum();
    }

    /** One's own, then the mates'. */
    Stream<Purse> purses() {
        return Stream.concat(Stream.ofNullable(own), mates.stream());
    }
}
