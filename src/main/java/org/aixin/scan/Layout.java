package org.aixin.scan;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;

/** Where a QR code of a size keeps what: the bits of its codewords in order, and the two copies of its format. */
final class Layout {
    private static final Map<Integer, Layout> ALL = new ConcurrentHashMap<>();
    private static final int FORMAT_MASK = 0x5412, FORMAT_GENERATOR = 0x537, VERSION_GENERATOR = 0x1F25;
    final int size;
    final Version version;
    /** Module by module, row by row, which of them hold codewords, in their order. */
    final int[] order;
    private final boolean[] taken;

    private Layout(int size) {
        this.size = size;
        version = Version.getVersionForNumber((size - 17) / 4);
        taken = new boolean[size * size];
        take();
        order = new int[version.getTotalCodewords() * 8];
        wind();
    }

    static Layout of(int size) {
        return ALL.computeIfAbsent(size, Layout::new);
    }

    private void take() {
        for (Pattern.Part part : Pattern.of(size).parts) {
            for (int i = 0; i < part.length(); i++) {
                take(part.x()[i], part.y()[i]);
            }
        }
        for (int i = 0; i < 15; i++) {
            for (int at : format(i)) {
                taken[at] = true;
            }
        }
        take(8, size - 8);
        for (int i = 0; size >= 45 && i < 18; i++) {
            take(i / 3, size - 11 + i % 3);
            take(size - 11 + i % 3, i / 3);
        }
    }

    private void take(int x, int y) {
        taken[y * size + x] = true;
    }

    /** Two columns up, two columns down, from the right, past the dotted line. */
    private void wind() {
        int next = 0;
        boolean up = true;
        for (int right = size - 1; right > 0; right -= 2) {
            right -= right == 6 ? 1 : 0;
            for (int i = 0; i < size; i++) {
                int y = up ? size - 1 - i : i;
                for (int x = right; x > right - 2; x--) {
                    if (!taken[y * size + x] && next < order.length) {
                        order[next++] = y * size + x;
                    }
                }
            }
            up = !up;
        }
    }

    /** Where the two copies of a bit of the format are; bit 14 is the first. */
    int[] format(int bit) {
        int i = 14 - bit;
        int x = i < 6 ? i : i < 8 ? i + 1 : 8, y = i < 8 ? 8 : i == 8 ? 7 : 14 - i;
        int other = i < 7 ? (size - 1 - i) * size + 8 : 8 * size + size - 15 + i;
        return new int[]{y * size + x, other};
    }

    /** The fifteen bits that say level and mask. */
    static int format(ErrorCorrectionLevel level, int mask) {
        int said = level.getBits() << 3 | mask, rest = said << 10;
        for (int bit = 14; bit >= 10; bit--) {
            rest ^= (rest >> bit & 1) == 1 ? FORMAT_GENERATOR << bit - 10 : 0;
        }
        return (said << 10 | rest) ^ FORMAT_MASK;
    }

    /** Writes format and version as they should be. */
    void write(BitMatrix dark, int format) {
        for (int bit = 0; bit < 15; bit++) {
            for (int at : format(bit)) {
                put(dark, at, (format >> bit & 1) == 1);
            }
        }
        int number = version.getVersionNumber(), rest = number << 12;
        for (int bit = 17; bit >= 12; bit--) {
            rest ^= (rest >> bit & 1) == 1 ? VERSION_GENERATOR << bit - 12 : 0;
        }
        int said = number << 12 | rest;
        for (int i = 0; size >= 45 && i < 18; i++) {
            put(dark, i / 3 * size + size - 11 + i % 3, (said >> i & 1) == 1);
            put(dark, (size - 11 + i % 3) * size + i / 3, (said >> i & 1) == 1);
        }
    }

    void put(BitMatrix dark, int at, boolean isDark) {
        if (dark.get(at % size, at / size) != isDark) {
            dark.flip(at % size, at / size);
        }
    }

    /** Whether a mask turns this module over. */
    boolean isMasked(int mask, int at) {
        int j = at % size, i = at / size;
        return switch (mask) {
            case 0 -> (i + j) % 2 == 0;
            case 1 -> i % 2 == 0;
            case 2 -> j % 3 == 0;
            case 3 -> (i + j) % 3 == 0;
            case 4 -> (i / 2 + j / 3) % 2 == 0;
            case 5 -> i * j % 2 + i * j % 3 == 0;
            case 6 -> (i * j % 2 + i * j % 3) % 2 == 0;
            default -> ((i + j) % 2 + i * j % 3) % 2 == 0;
        };
    }
}
