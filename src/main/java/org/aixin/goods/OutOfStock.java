package org.aixin.goods;

/** The guarded update of a place was refused: fewer are there than somebody just read. The transaction must be rolled back. */
public final class OutOfStock extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Place place;

    OutOfStock(Place place) {
        super("out of stock", null, false, false);
        this.place = place;
    }

    /** Where too few are. */
    public Place place() {
        return place;
    }
}
