package org.aixin.solvency;

/**
 * Two bars on one scale, in units of the drawing: what the points are worth (free, then held), and what covers them (goods, then money).
 */
record Bars(long free, long held, long stock, long fund) {
    /** As long as the longer bar is. */
    static final long WIDTH = 1000;

    static Bars of(Standing standing) {
        long most = Math.max(1, Math.max(standing.liability(), Math.max(standing.cover(), standing.stock())));
        long held = Math.min(standing.held(), standing.points()) * standing.fenPerPoint();
        return new Bars(length(standing.liability() - held, most), length(held, most), length(standing.stock(), most),
                length(standing.fund(), most));
    }

    private static long length(long fen, long most) {
        return Math.max(0, Math.round((double) fen * WIDTH / most));
    }
}
