package org.aixin.scan;

/** Means of any rectangle of a picture at once (a summed-area table). */
final class Sums {
    private final int width;
    private final int height;
    private final long[] sums;

    Sums(Gray picture) {
        width = picture.width;
        height = picture.height;
        sums = new long[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                row += picture.at(x, y);
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
    }

    /** The mean from one corner to before the other. */
    int mean(int left, int top, int right, int bottom) {
        long sum = sums[bottom * (width + 1) + right] - sums[top * (width + 1) + right] - sums[bottom * (width + 1) + left]
                + sums[top * (width + 1) + left];
        int pixels = (right - left) * (bottom - top);
        return (int) ((sum + pixels / 2) / pixels);
    }

    /** The mean of a square around a pixel, as far as it lies in the picture. */
    int around(int x, int y, int radius) {
        return mean(Math.max(0, x - radius), Math.max(0, y - radius), Math.min(width, x + radius + 1),
                Math.min(height, y + radius + 1));
    }
}
