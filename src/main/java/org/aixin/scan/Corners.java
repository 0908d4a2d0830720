package org.aixin.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Three squares that may be the corners of one QR code.
 *
 * @param oddity how far they are from three corners of a square that is seen from straight above
 */
record Corners(Finder topLeft, Finder topRight, Finder bottomLeft, double oddity) {
    /** The largest version looked for: more than two thousand letters are not read off a photo. */
    private static final int LARGEST = 25;
    private static final int FEWEST_MODULES_BETWEEN = 10;

    /** The sets of three, the likeliest first. */
    static List<Corners> among(List<Finder> finders) {
        List<Corners> all = new ArrayList<>();
        for (int i = 0; i < finders.size(); i++) {
            for (int j = i + 1; j < finders.size(); j++) {
                for (int k = j + 1; k < finders.size(); k++) {
                    add(all, finders.get(i), finders.get(j), finders.get(k));
                }
            }
        }
        return all.stream().sorted(Comparator.comparingDouble(Corners::oddity)).toList();
    }

    private static void add(List<Corners> all, Finder a, Finder b, Finder c) {
        double ab = a.distance(b), bc = b.distance(c), ca = c.distance(a);
        Corners corners = bc >= ab && bc >= ca ? of(a, b, c) : ca >= ab ? of(b, c, a) : of(c, a, b);
        if (corners.oddity < 2.2) {
            all.add(corners);
        }
    }

    /** The corner at the right angle, and the other two, put in order. */
    private static Corners of(Finder corner, Finder one, Finder other) {
        double turn = (one.x() - corner.x()) * (other.y() - corner.y()) - (one.y() - corner.y()) * (other.x() - corner.x());
        Finder right = turn > 0 ? one : other, below = turn > 0 ? other : one;
        double a = corner.distance(right), b = corner.distance(below);
        double cosine = ((right.x() - corner.x()) * (below.x() - corner.x())
                + (right.y() - corner.y()) * (below.y() - corner.y())) / Math.max(1, a * b);
        double smallest = Math.min(corner.module(), Math.min(right.module(), below.module()));
        double largest = Math.max(corner.module(), Math.max(right.module(), below.module()));
        boolean tooNear = Math.min(a, b) < FEWEST_MODULES_BETWEEN * smallest;
        int rows = Math.min(corner.seen(), Math.min(right.seen(), below.seen()));
        return new Corners(corner, right, below, tooNear
                ? 9
                : Math.abs(Math.log(a / b)) + Math.abs(cosine) + Math.log(largest / smallest) + 0.5 / rows);
    }

    /** How many modules a side this code has, as far as can be said from here: 21, 25, 29 and so on. */
    int size() {
        double across = between(topLeft, topRight), down = between(topLeft, bottomLeft);
        return 17 + 4 * Math.min(LARGEST, Math.max(1, (int) Math.round(((across + down) / 2 + 7 - 17) / 4)));
    }

    /** The sizes that it may have, where that one is wrong by so many versions at most. */
    IntStream sizes(int wrong) {
        return IntStream.rangeClosed(-wrong, wrong).map(by -> size() + 4 * by)
                .filter(size -> size >= 21 && size <= 17 + 4 * LARGEST);
    }

    private static double between(Finder a, Finder b) {
        return a.distance(b) / ((a.module() + b.module()) / 2 * a.straightness(b));
    }

    /** About how many pixels wide a module is. */
    double module() {
        return (topLeft.distance(topRight) + topLeft.distance(bottomLeft)) / 2 / (size() - 7);
    }

    boolean isOf(Corners other) {
        return topLeft.isSame(other.topLeft) && topRight.isSame(other.topRight) && bottomLeft.isSame(other.bottomLeft);
    }
}
