package org.aixin.event;

import java.time.LocalDate;
import java.util.List;

/** All that belongs to an event, with what was counted of each. */
record Contents(List<Part> parts, List<Talk> talks, List<Visit> visits, List<Prize> prizes, List<Booklet> booklets,
        List<Photo> photos, List<Handed> handed) {
    /**
     * A quiz, a round or a drill.
     *
     * @param day on which it was; of a quiz the event's first
     * @param guests players who are no known residents
     * @param points that were given there and not taken back
     */
    record Part(Kind kind, long id, String title, LocalDate day, long people, long guests, long points) {
        /** Whether it goes on for all days of the event. */
        public boolean isLasting() {
            return kind == Kind.QUIZ;
        }
    }

    /** A talk, how many listened, and the points that some of them were given for it. */
    record Talk(long id, String title, String speaker, LocalDate day, long listeners, long points) {
    }

    /** A shop that is there on so many days, the first and the last of them. */
    record Visit(long shop, String code, String name, LocalDate firstDay, LocalDate lastDay, long days, long orders) {
        public boolean isLong() {
            return days > 1;
        }
    }

    /** What people took home without points. */
    record Prize(long id, String name, long pieces, long people) {
    }

    /** What was handed out to read. */
    record Booklet(long id, String name, long copies) {
    }

    /** A photo without its picture. */
    record Photo(long id, @org.jspecify.annotations.Nullable String caption) {
    }

    /** Goods that the shop handed over on its days. */
    record Handed(String goods, String unit, long pieces) {
    }

    /** All points that were given and not taken back. */
    long points() {
        return parts.stream().mapToLong(Part::points).sum() + talks.stream().mapToLong(Talk::points).sum();
    }

    /** The parts of a kind, for templates. */
    public List<Part> of(String kind) {
        return parts.stream().filter(part -> part.kind().name().equals(kind)).toList();
    }
}
