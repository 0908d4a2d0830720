package org.aixin.scan;

/**
 * Where the modules of a QR code lie in a picture: a square seen from anywhere (four points), then bent (twelve more numbers).
 */
final class Grid {
    /** Four points (the middles of the three corner squares and of where the fourth would be), x and y; then how it bends. */
    static final int POINTS = 8, ALL = 20;
    private static final double MIDDLE = 3.5;
    final int size;
    final double[] at;
    private double a, b, c, d, e, f, g, h;

    Grid(int size, double[] at) {
        this.size = size;
        this.at = at;
        lay();
    }

    Grid copy() {
        return new Grid(size, at.clone());
    }

    /** To be called after {@link #at} was changed. */
    void lay() {
        double x0 = at[0], y0 = at[1], x1 = at[2], y1 = at[3], x3 = at[4], y3 = at[5], x2 = at[6], y2 = at[7];
        double sumX = x0 - x1 + x2 - x3, sumY = y0 - y1 + y2 - y3;
        double dx1 = x1 - x2, dx2 = x3 - x2, dy1 = y1 - y2, dy2 = y3 - y2, whole = dx1 * dy2 - dx2 * dy1;
        g = (sumX * dy2 - dx2 * sumY) / whole;
        h = (dx1 * sumY - sumX * dy1) / whole;
        a = x1 - x0 + g * x1;
        b = x3 - x0 + h * x3;
        c = x0;
        d = y1 - y0 + g * y1;
        e = y3 - y0 + h * y3;
        f = y0;
    }

    /** Sets the pixel at which a place of the code lies, in modules from its top left corner. */
    void place(double moduleX, double moduleY, double[] pixel) {
        double span = size - 2 * MIDDLE, u = (moduleX - MIDDLE) / span, v = (moduleY - MIDDLE) / span;
        double near = g * u + h * v + 1, bowU = u * (1 - u), bowV = v * (1 - v);
        pixel[0] = (a * u + b * v + c) / near + bowU * (at[8] + at[9] * v + at[16] * (1 - 2 * u))
                + bowV * (at[10] + at[11] * u + at[17] * (1 - 2 * v));
        pixel[1] = (d * u + e * v + f) / near + bowU * (at[12] + at[13] * v + at[18] * (1 - 2 * u))
                + bowV * (at[14] + at[15] * u + at[19] * (1 - 2 * v));
    }
}
