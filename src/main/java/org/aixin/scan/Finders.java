package org.aixin.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.google.zxing.common.BitMatrix;

/** Looks for the squares of QR codes: dark, light, dark, light, dark as 1 : 1 : 3 : 1 : 1, across and down. */
final class Finders {
    private static final int MOST = 18;
    private final BitMatrix black;
    private final double slack;
    private final List<Finder> found = new ArrayList<>();

    private Finders(BitMatrix black, double slack) {
        this.black = black;
        this.slack = slack;
    }

    /**
     * The squares, the clearest first.
     *
     * @param slack by how many modules a run may be too long or too short
     */
    static List<Finder> in(BitMatrix black, double slack) {
        Finders finders = new Finders(black, slack);
        for (int y = 0; y < black.getHeight(); y++) {
            finders.row(y);
        }
        return finders.found.stream().sorted(Comparator.comparingInt(Finder::seen).reversed()).limit(MOST).toList();
    }

    private void row(int y) {
        int[] runs = new int[5];
        int at = 0;
        boolean dark = true;
        for (int x = 0; x <= black.getWidth(); x++) {
            boolean isDark = x < black.getWidth() && black.get(x, y);
            if (x < black.getWidth() && isDark == dark) {
                runs[at]++;
                continue;
            }
            if (at == 4 && dark) {
                if (fits(runs)) {
                    square(x - runs[4] - runs[3] - runs[2] / 2.0, y, runs);
                }
                runs = new int[]{runs[2], runs[3], runs[4], 1, 0};
                at = 3;
            } else if (at == 0 && runs[0] == 0) {
                continue; // light before the first dark
            } else {
                runs[++at] = 1;
            }
            dark = isDark;
        }
    }

    private void square(double x, int y, int[] runs) {
        int total = total(runs);
        int[] down = across(x, y, 0, 1, total);
        if (!fits(down) || total(down) > 2.2 * total || total > 2.2 * total(down)) {
            return;
        }
        double middle = y + 0.5 + (down[5] - down[6]) / 2.0;
        int[] again = across(x, (int) middle, 1, 0, total);
        if (!fits(again)) {
            return;
        }
        double centre = (int) x + 0.5 + (again[5] - again[6]) / 2.0;
        add(new Finder(centre, middle, (total(again) + total(down)) / 14.0, 1));
    }

    private void add(Finder seen) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isSame(seen)) {
                found.set(i, found.get(i).with(seen));
                return;
            }
        }
        found.add(seen);
    }

    /** The five runs through a dark pixel in one direction, then how far its own run goes forth and back. */
    private int[] across(double fromX, double fromY, int stepX, int stepY, int most) {
        int[] runs = new int[7];
        int x = (int) fromX, y = (int) fromY;
        if (!isDark(x, y)) {
            return runs;
        }
        int forth = walk(x, y, stepX, stepY, runs, 1, most), back = walk(x, y, -stepX, -stepY, runs, -1, most);
        runs[2] = forth + back + 1;
        runs[5] = forth;
        runs[6] = back;
        return runs;
    }

    private int walk(int x, int y, int stepX, int stepY, int[] runs, int side, int most) {
        int own = 0, i = 1;
        while (isDark(x + i * stepX, y + i * stepY)) {
            own++;
            i++;
        }
        while (isIn(x + i * stepX, y + i * stepY) && !isDark(x + i * stepX, y + i * stepY) && runs[2 + side] <= most) {
            runs[2 + side]++;
            i++;
        }
        while (isDark(x + i * stepX, y + i * stepY) && runs[2 + 2 * side] <= most) {
            runs[2 + 2 * side]++;
            i++;
        }
        return own;
    }

    private boolean isIn(int x, int y) {
        return x >= 0 && y >= 0 && x < black.getWidth() && y < black.getHeight();
    }

    private boolean isDark(int x, int y) {
        return isIn(x, y) && black.get(x, y);
    }

    private static int total(int[] runs) {
        return runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
    }

    private boolean fits(int[] runs) {
        int total = total(runs);
        if (total < 7 || runs[0] == 0 || runs[1] == 0 || runs[3] == 0 || runs[4] == 0) {
            return false;
        }
        double module = total / 7.0, most = slack * module + 0.5;
        return Math.abs(module - runs[0]) < most && Math.abs(module - runs[1]) < most
                && Math.abs(3 * module - runs[2]) < 3 * slack * module + 0.5 && Math.abs(module - runs[3]) < most
                && Math.abs(module - runs[4]) < most;
    }
}
