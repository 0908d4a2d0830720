package org.aixin.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Lays a grid over a picture so that the modules that all codes share lie where the picture has them. */
final class Fit {
    private static final double[] STEPS = {0.6, 0.3, 0.15, 0.07};
    /** How far from the parallelogram of the three corners the fourth may lie, as a share of the side. */
    private static final double NEARER = -0.3, FARTHER = 0.4;
    /** How many places of the fourth corner are followed. */
    private static final int PLACES = 3;
    private final Gray picture;
    private final BooleanSupplier over;
    private final double[] pixel = new double[2];

    Fit(Gray picture, BooleanSupplier over) {
        this.picture = picture;
        this.over = over;
    }

    /** A grid, and how well it lies, from −1 to 1. */
    record Laid(Grid grid, double score) {
    }

    /** How well the three squares are there, each as large as it seems, and turned as they lie to each other: 1 at most. */
    double likely(Corners corners) {
        Finder o = corners.topLeft(), r = corners.topRight(), b = corners.bottomLeft();
        return (square(o, o, r, b) + square(r, o, r, b) + square(b, o, r, b)) / 3;
    }

    private double square(Finder at, Finder o, Finder r, Finder b) {
        double across = at.module() * o.straightness(r) / o.distance(r), down = at.module() * o.straightness(b) / o.distance(b);
        double acrossX = (r.x() - o.x()) * across, acrossY = (r.y() - o.y()) * across;
        double downX = (b.x() - o.x()) * down, downY = (b.y() - o.y()) * down;
        return match(Pattern.FINDER, (x, y, to) -> {
            to[0] = at.x() + (x - 3.5) * acrossX + (y - 3.5) * downX;
            to[1] = at.y() + (x - 3.5) * acrossY + (y - 3.5) * downY;
        });
    }

    /** The best ways to lay a grid of a size over these corners, for different places of the fourth corner. */
    List<Laid> lay(Corners corners, int size) {
        Pattern pattern = Pattern.of(size);
        List<Laid> tried = new ArrayList<>();
        double step = 0.6 / (size - 7);
        for (double i = NEARER; i <= FARTHER; i += step) {
            for (double j = NEARER; j <= FARTHER; j += step) {
                Grid grid = grid(corners, size, i, j);
                double score = pattern.hasAlignment()
                        ? match(grid, pattern.lastAlignment())
                        : match(grid, pattern) + clearness(grid);
                tried.add(new Laid(grid, score - 0.3 * Math.hypot(i, j)));
            }
        }
        tried.sort(Comparator.comparingDouble(Laid::score).reversed());
        return apart(tried, corners.module() * 1.5).stream().map(laid -> new Laid(laid.grid, match(laid.grid, pattern))).toList();
    }

    private static List<Laid> apart(List<Laid> tried, double least) {
        List<Laid> best = new ArrayList<>();
        for (Laid one : tried) {
            boolean near = best.stream().anyMatch(other -> Math.hypot(one.grid.at[6] - other.grid.at[6],
                    one.grid.at[7] - other.grid.at[7]) < least);
            if (!near) {
                best.add(one);
            }
            if (best.size() == PLACES) {
                break;
            }
        }
        return best;
    }

    private static Grid grid(Corners corners, int size, double i, double j) {
        Finder o = corners.topLeft(), r = corners.topRight(), b = corners.bottomLeft();
        double acrossX = r.x() - o.x(), acrossY = r.y() - o.y(), downX = b.x() - o.x(), downY = b.y() - o.y();
        double[] at = new double[Grid.ALL];
        double[] points = {o.x(), o.y(), r.x(), r.y(), b.x(), b.y(), o.x() + acrossX * (1 + i) + downX * (1 + j),
                o.y() + acrossY * (1 + i) + downY * (1 + j)};
        System.arraycopy(points, 0, at, 0, points.length);
        return new Grid(size, at);
    }

    /** Moves the points, and bends the grid where asked, as long as it lies better. */
    Laid refine(Grid from, double module, boolean bend) {
        Grid grid = from.copy();
        double best = score(grid, bend);
        for (double step : STEPS) {
            boolean better = true;
            for (int sweep = 0; better && sweep < 5 && !over.getAsBoolean(); sweep++) {
                better = false;
                for (int i = 0; i < (bend ? Grid.ALL : Grid.POINTS); i++) {
                    double by = step * module * (i < Grid.POINTS ? 1 : 2.5), was = grid.at[i];
                    for (double way : new double[]{by, -by}) {
                        grid.at[i] = was + way;
                        grid.lay();
                        double score = score(grid, bend);
                        if (score > best + 1e-6) {
                            best = score;
                            better = true;
                            was = grid.at[i];
                            break;
                        }
                        grid.at[i] = was;
                    }
                    grid.lay();
                }
            }
        }
        return new Laid(grid, match(grid, Pattern.of(grid.size)));
    }

    private double score(Grid grid, boolean all) {
        double match = match(grid, Pattern.of(grid.size));
        return all ? match + 1.5 * clearness(grid) : match;
    }

    private double match(Grid grid, Pattern pattern) {
        double sum = 0;
        for (Pattern.Part part : pattern.parts) {
            sum += match(grid, part);
        }
        return sum / pattern.parts.size();
    }

    private double match(Grid grid, Pattern.Part part) {
        return match(part, (Place) grid::place);
    }

    /** How far what is seen and what is known go together: 1 where they are the same but for light and contrast. */
    private double match(Pattern.Part part, Place place) {
        double sum = 0, squares = 0, signs = 0, both = 0;
        int n = part.length();
        for (int i = 0; i < n; i++) {
            place.place(part.x()[i] + 0.5, part.y()[i] + 0.5, pixel);
            double shade = picture.at(pixel[0], pixel[1]);
            sum += shade;
            squares += shade * shade;
            signs += part.sign()[i];
            both += shade * part.sign()[i];
        }
        double spread = (squares - sum * sum / n) * (n - signs * signs / n);
        return spread < n ? 0 : (both - sum * signs / n) / Math.sqrt(spread);
    }

    /** How far modules differ from their neighbours: most where each is met in its middle. */
    private double clearness(Grid grid) {
        double sum = 0, spread = 0, mean = 0;
        double[] row = new double[grid.size];
        for (int y = 0; y < grid.size; y++) {
            double left = 0;
            for (int x = 0; x < grid.size; x++) {
                grid.place(x + 0.5, y + 0.5, pixel);
                double shade = picture.at(pixel[0], pixel[1]);
                sum += (x > 0 ? Math.abs(shade - left) : 0) + (y > 0 ? Math.abs(shade - row[x]) : 0);
                spread += shade * shade;
                mean += shade;
                left = shade;
                row[x] = shade;
            }
        }
        double n = (double) grid.size * grid.size;
        double deviation = Math.sqrt(Math.max(1, spread / n - mean * mean / n / n));
        return sum / (2 * n) / deviation;
    }
}
