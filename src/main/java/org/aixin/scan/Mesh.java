package org.aixin.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Paper that is crumpled: on a grid that lies well as a whole, places some modules apart are moved until what is around them is clear. */
final class Mesh {
    private static final double[] STEPS = {0.4, 0.2, 0.1};
    private static final int APART = 6;
    private static final double STIFF = 0.35;
    private final Gray picture;
    private final Grid grid;
    private final double module;
    private final int nodes;
    private final double cell;
    private final double[] byX;
    private final double[] byY;
    private final double[] pixel = new double[2];

    Mesh(Gray picture, Grid grid, double module) {
        this.picture = picture;
        this.grid = grid;
        this.module = module;
        nodes = Math.max(3, grid.size / APART + 1);
        cell = grid.size / (nodes - 1.0);
        byX = new double[nodes * nodes];
        byY = new double[nodes * nodes];
    }

    /** Settles it, from the corner squares outward, then once more all over. */
    Mesh settled() {
        List<Integer> order = new ArrayList<>();
        for (int node = 0; node < nodes * nodes; node++) {
            order.add(node);
        }
        order.sort(Comparator.comparingInt(this::fromCorner));
        boolean[] done = new boolean[nodes * nodes];
        for (int node : order) {
            between(node, done);
            settle(node);
            done[node] = true;
        }
        order.forEach(this::settle);
        return this;
    }

    private int fromCorner(int node) {
        int x = node % nodes, y = node / nodes, last = nodes - 1;
        return Math.min(x + y, Math.min(last - x + y, x + last - y));
    }

    /** Begins where the neighbours are that have settled. */
    private void between(int node, boolean[] done) {
        double sumX = 0, sumY = 0;
        int count = 0;
        for (int other : around(node)) {
            if (done[other]) {
                sumX += byX[other];
                sumY += byY[other];
                count++;
            }
        }
        byX[node] = count == 0 ? 0 : sumX / count;
        byY[node] = count == 0 ? 0 : sumY / count;
    }

    private List<Integer> around(int node) {
        int x = node % nodes, y = node / nodes;
        List<Integer> around = new ArrayList<>();
        for (int j = Math.max(0, y - 1); j <= Math.min(nodes - 1, y + 1); j++) {
            for (int i = Math.max(0, x - 1); i <= Math.min(nodes - 1, x + 1); i++) {
                if (i != x || j != y) {
                    around.add(j * nodes + i);
                }
            }
        }
        return around;
    }

    private void settle(int node) {
        double startX = byX[node], startY = byY[node], best = clearness(node, startX, startY);
        for (double step : STEPS) {
            for (int k = 0; k < 8; k++) {
                double wasX = byX[node], wasY = byY[node];
                byX[node] += step * module * Math.round(Math.cos(k * Math.PI / 4));
                byY[node] += step * module * Math.round(Math.sin(k * Math.PI / 4));
                double now = clearness(node, startX, startY);
                if (now > best) {
                    best = now;
                } else {
                    byX[node] = wasX;
                    byY[node] = wasY;
                }
            }
        }
    }

    /** How far the modules around are apart in shade, less how far this bends the paper. */
    private double clearness(int node, double startX, double startY) {
        double middleX = node % nodes * cell, middleY = node / nodes * cell, sum = 0, squares = 0;
        int n = 0;
        for (int y = (int) Math.max(0, middleY - cell + 1); y < Math.min(grid.size, middleY + cell - 1); y++) {
            for (int x = (int) Math.max(0, middleX - cell + 1); x < Math.min(grid.size, middleX + cell - 1); x++) {
                place(x + 0.5, y + 0.5, pixel);
                double shade = picture.at(pixel[0], pixel[1]);
                sum += shade;
                squares += shade * shade;
                n++;
            }
        }
        double bent = Math.hypot(byX[node] - startX, byY[node] - startY) / module;
        double spread = Math.sqrt(Math.max(0, squares / n - sum * sum / n / n));
        return spread * (1 - STIFF * bent * bent);
    }

    /** Sets the pixel at which a place of the code lies. */
    void place(double moduleX, double moduleY, double[] at) {
        grid.place(moduleX, moduleY, at);
        double x = Math.min(Math.max(moduleX / cell, 0), nodes - 1.001), y = Math.min(Math.max(moduleY / cell, 0), nodes - 1.001);
        int i = (int) x, j = (int) y, node = j * nodes + i;
        double u = x - i, v = y - j;
        double a = (1 - u) * (1 - v), b = u * (1 - v), c = (1 - u) * v, d = u * v;
        at[0] += a * byX[node] + b * byX[node + 1] + c * byX[node + nodes] + d * byX[node + nodes + 1];
        at[1] += a * byY[node] + b * byY[node + 1] + c * byY[node + nodes] + d * byY[node + nodes + 1];
    }
}
