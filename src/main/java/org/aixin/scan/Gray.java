package org.aixin.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

import com.google.zxing.LuminanceSource;

/** A picture in shades of gray, from 0 (black) to 255 (white), row by row. */
final class Gray {
    final int width;
    final int height;
    final byte[] shades;

    Gray(int width, int height, byte[] shades) {
        this.width = width;
        this.height = height;
        this.shades = shades;
    }

    /** The picture on white. */
    static Gray of(BufferedImage image) {
        int width = image.getWidth(), height = image.getHeight();
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return ofBgr(width, height, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        }
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return new Gray(width, height, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        }
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = plain.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return ofBgr(width, height, ((DataBufferByte) plain.getRaster().getDataBuffer()).getData());
    }

    private static Gray ofBgr(int width, int height, byte[] bgr) {
        byte[] shades = new byte[width * height];
        for (int i = 0, from = 0; i < shades.length; i++, from += 3) {
            int blue = bgr[from] & 0xFF, green = bgr[from + 1] & 0xFF, red = bgr[from + 2] & 0xFF;
            shades[i] = (byte) (306 * red + 601 * green + 117 * blue >> 10);
        }
        return new Gray(width, height, shades);
    }

    int at(int x, int y) {
        return shades[y * width + x] & 0xFF;
    }

    int longest() {
        return Math.max(width, height);
    }

    /** The shade between pixels; outside, that of the nearest one. */
    double at(double x, double y) {
        double inX = Math.min(Math.max(x - 0.5, 0), width - 1.001), inY = Math.min(Math.max(y - 0.5, 0), height - 1.001);
        int left = Math.max(0, (int) inX), top = Math.max(0, (int) inY);
        int right = Math.min(left + 1, width - 1), bottom = Math.min(top + 1, height - 1);
        double byX = inX - left, byY = inY - top;
        double above = at(left, top) * (1 - byX) + at(right, top) * byX;
        return above * (1 - byY) + (at(left, bottom) * (1 - byX) + at(right, bottom) * byX) * byY;
    }

    /** As many times as large: means of the pixels where smaller, between pixels where larger. */
    Gray times(double by) {
        int wide = Math.max(1, (int) Math.round(width * by)), high = Math.max(1, (int) Math.round(height * by));
        return by < 1 ? smaller(wide, high) : larger(wide, high);
    }

    /** At most so long. */
    Gray within(int longest) {
        return longest() <= longest ? this : times((double) longest / longest());
    }

    private Gray larger(int wide, int high) {
        byte[] to = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                to[y * wide + x] = (byte) Math.round(at((x + 0.5) * width / wide, (y + 0.5) * height / high));
            }
        }
        return new Gray(wide, high, to);
    }

    private Gray smaller(int wide, int high) {
        byte[] to = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            int top = (int) ((long) y * height / high), bottom = Math.max(top + 1, (int) ((y + 1L) * height / high));
            for (int x = 0; x < wide; x++) {
                int left = (int) ((long) x * width / wide), right = Math.max(left + 1, (int) ((x + 1L) * width / wide));
                to[y * wide + x] = (byte) mean(left, top, right, bottom);
            }
        }
        return new Gray(wide, high, to);
    }

    private int mean(int left, int top, int right, int bottom) {
        int sum = 0, pixels = (right - left) * (bottom - top);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += shades[y * width + x] & 0xFF;
            }
        }
        return (sum + pixels / 2) / pixels;
    }

    /** Black for white. */
    Gray inverted() {
        byte[] to = new byte[shades.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) (255 - (shades[i] & 0xFF));
        }
        return new Gray(width, height, to);
    }

    /** Each pixel as the mean of its square of 2 × radius + 1. */
    Gray blurred(int radius) {
        return sharpened(radius, -1);
    }

    /** What differs from the mean around it, so many times stronger: brings back edges that a lens has blurred. */
    Gray sharpened(int radius, double strength) {
        Sums sums = new Sums(this);
        byte[] to = new byte[shades.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double mean = sums.around(x, y, radius), shade = at(x, y);
                to[y * width + x] = (byte) Math.min(255, Math.max(0, Math.round(shade + strength * (shade - mean))));
            }
        }
        return new Gray(width, height, to);
    }

    private Gray turned() {
        byte[] to = new byte[shades.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[(width - 1 - x) * height + y] = shades[y * width + x];
            }
        }
        return new Gray(height, width, to);
    }

    /** As the readers of ZXing want it. */
    LuminanceSource source() {
        return new LuminanceSource(width, height) {
            @Override
            public byte[] getRow(int y, byte[] row) {
                byte[] to = row != null && row.length >= Gray.this.width ? row : new byte[Gray.this.width];
                System.arraycopy(shades, y * Gray.this.width, to, 0, Gray.this.width);
                return to;
            }

            @Override
            public byte[] getMatrix() {
                return shades;
            }

            @Override
            public boolean isRotateSupported() {
                return true;
            }

            @Override
            public LuminanceSource rotateCounterClockwise() {
                return turned().source();
            }
        };
    }
}
