package org.aixin.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.google.zxing.qrcode.decoder.Version;

/** The modules that are the same in all QR codes of a size: corner squares, dotted lines, alignment squares. */
final class Pattern {
    private static final Map<Integer, Pattern> ALL = new ConcurrentHashMap<>();
    /** A corner square with the light around it. */
    static final Part FINDER = square(-1, -1, 9, 3, 3, 3);
    final int size;
    final List<Part> parts = new ArrayList<>();

    /** A part of it: where its modules are, and which of them are dark (−1) or light (1). */
    record Part(int[] x, int[] y, int[] sign) {
        int length() {
            return sign.length;
        }
    }

    private Pattern(int size) {
        this.size = size;
        corner(0, 0, 0, 0);
        corner(size - 8, 0, size - 7, 0);
        corner(0, size - 8, 0, size - 7);
        parts.add(line(true));
        parts.add(line(false));
        for (int[] middle : alignments(size)) {
            parts.add(square(middle[0] - 2, middle[1] - 2, 5, middle[0], middle[1], 2));
        }
    }

    static Pattern of(int size) {
        return ALL.computeIfAbsent(size, Pattern::new);
    }

    /** The alignment square that is nearest to the corner without a finder, if this size has one. */
    boolean hasAlignment() {
        return parts.size() > 5;
    }

    Part lastAlignment() {
        return parts.get(parts.size() - 1);
    }

    private void corner(int left, int top, int squareLeft, int squareTop) {
        parts.add(square(left, top, 8, squareLeft + 3, squareTop + 3, 3));
    }

    /** Rings around a middle: the outermost dark, the next light, the core dark; beyond them light. */
    private static Part square(int left, int top, int side, int middleX, int middleY, int outer) {
        int[] x = new int[side * side], y = new int[side * side], sign = new int[side * side];
        for (int i = 0; i < side * side; i++) {
            x[i] = left + i % side;
            y[i] = top + i / side;
            int ring = Math.max(Math.abs(x[i] - middleX), Math.abs(y[i] - middleY));
            sign[i] = ring > outer || ring == outer - 1 ? 1 : -1;
        }
        return new Part(x, y, sign);
    }

    private Part line(boolean across) {
        int dots = size - 16;
        int[] along = new int[dots], six = new int[dots], sign = new int[dots];
        for (int i = 0; i < dots; i++) {
            along[i] = 8 + i;
            six[i] = 6;
            sign[i] = i % 2 == 0 ? -1 : 1;
        }
        return across ? new Part(along, six, sign) : new Part(six, along, sign);
    }

    private static List<int[]> alignments(int size) {
        int[] centres = Version.getVersionForNumber((size - 17) / 4).getAlignmentPatternCenters();
        List<int[]> all = new ArrayList<>();
        for (int y : centres) {
            for (int x : centres) {
                if (!(x == 6 && y == 6 || x == 6 && y == size - 7 || x == size - 7 && y == 6)) {
                    all.add(new int[]{x, y});
                }
            }
        }
        return all;
    }
}
