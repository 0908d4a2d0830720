package org.aixin.scan;

/** The plane that a photo shows, and what a lens and a hand do to it. */
final class Plane {
    private final double[] back;
    private final int modules;

    /** @param corners of the code in the photo, clockwise from its top left */
    Plane(double[] corners, int modules) {
        this.modules = modules;
        double x0 = corners[0], y0 = corners[1], x1 = corners[2], y1 = corners[3], x2 = corners[4], y2 = corners[5],
                x3 = corners[6], y3 = corners[7];
        double sumX = x0 - x1 + x2 - x3, sumY = y0 - y1 + y2 - y3;
        double dx1 = x1 - x2, dx2 = x3 - x2, dy1 = y1 - y2, dy2 = y3 - y2, whole = dx1 * dy2 - dx2 * dy1;
        double g = (sumX * dy2 - dx2 * sumY) / whole, h = (dx1 * sumY - sumX * dy1) / whole;
        double a = x1 - x0 + g * x1, b = x3 - x0 + h * x3, c = x0, d = y1 - y0 + g * y1, e = y3 - y0 + h * y3, f = y0;
        back = new double[]{e - f * h, c * h - b, b * f - c * e, f * g - d, a - c * g, c * d - a * f, d * h - e * g,
                b * g - a * h, a * e - b * d};
    }

    /** Which place of the code a pixel shows, in modules. */
    void modules(double x, double y, double[] at) {
        double near = back[6] * x + back[7] * y + back[8];
        at[0] = modules * (back[0] * x + back[1] * y + back[2]) / near;
        at[1] = modules * (back[3] * x + back[4] * y + back[5]) / near;
    }

    static void blur(float[][] light, double sigma) {
        int reach = (int) Math.ceil(2.5 * sigma);
        float[] weights = new float[2 * reach + 1];
        float all = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            all += weights[i + reach];
        }
        int height = light.length, width = light[0].length;
        float[][] across = new float[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    sum += weights[i + reach] * light[y][Math.max(0, Math.min(width - 1, x + i))];
                }
                across[y][x] = sum / all;
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    sum += weights[i + reach] * across[Math.max(0, Math.min(height - 1, y + i))][x];
                }
                light[y][x] = sum / all;
            }
        }
    }

    static void move(float[][] light, double byX, double byY) {
        int steps = 2 + (int) Math.ceil(Math.hypot(byX, byY)), height = light.length, width = light[0].length;
        float[][] still = new float[height][];
        for (int y = 0; y < height; y++) {
            still[y] = light[y].clone();
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = 0; i < steps; i++) {
                    double part = i / (steps - 1.0) - 0.5;
                    int atX = (int) Math.max(0, Math.min(width - 1, Math.round(x + part * byX)));
                    int atY = (int) Math.max(0, Math.min(height - 1, Math.round(y + part * byY)));
                    sum += still[atY][atX];
                }
                light[y][x] = sum / steps;
            }
        }
    }
}
