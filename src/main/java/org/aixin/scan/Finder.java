package org.aixin.scan;

/**
 * One of the three squares in the corners of a QR code.
 *
 * @param x middle, in pixels
 * @param y middle, in pixels
 * @param module how wide a module is across the picture's rows and columns, in pixels
 * @param seen how many rows went through it
 */
record Finder(double x, double y, double module, int seen) {
    double distance(Finder other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** What a row or column that crosses the line to the other goes along it, as a share: 1 where the line is a row or a column. */
    double straightness(Finder other) {
        return Math.max(Math.abs(x - other.x), Math.abs(y - other.y)) / distance(other);
    }

    boolean isSame(Finder other) {
        double near = 1.5 * Math.max(module, other.module), size = module / other.module;
        return distance(other) < near + 1 && size > 0.55 && size < 1.8;
    }

    /** One out of two sightings. */
    Finder with(Finder other) {
        int both = seen + other.seen;
        return new Finder((x * seen + other.x * other.seen) / both, (y * seen + other.y * other.seen) / both,
                (module * seen + other.module * other.seen) / both, both);
    }
}
