package org.aixin.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote into a JPEG that matters before it goes: how it was held, and when.
 *
 * @param orientation 1 to 8 as TIFF counts them, 1 where nothing is said
 * @param taken such as {@code 2026-11-20 08:12} by the camera's clock, null where nothing is said
 */
public record Exif(int orientation, @Nullable String taken) {
    private static final Exif NONE = new Exif(1, null);
    private static final int MARK = 0xFF, APP1 = 0xE1, SCAN = 0xDA, HEAD = 6, ENTRY = 12;
    private static final int ORIENTATION = 0x0112, OF_THE_SHOT = 0x8769, TAKEN = 0x9003, CHANGED = 0x0132;

    /** Reads it; nothing where there is none or it is broken. */
    public static Exif of(byte[] jpeg) {
        try {
            for (int at = 2; at + 4 < jpeg.length && (jpeg[at] & 0xFF) == MARK;) {
                int marker = jpeg[at + 1] & 0xFF, length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
                if (marker == SCAN) {
                    return NONE;
                }
                if (marker == APP1 && new String(jpeg, at + 4, 4, StandardCharsets.US_ASCII).equals("Exif")) {
                    return read(ByteBuffer.wrap(jpeg, at + 4 + HEAD, length - 2 - HEAD).slice());
                }
                at += 2 + length;
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return NONE;
        }
        return NONE;
    }

    private static Exif read(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        int held = entry(tiff, first, ORIENTATION), shot = entry(tiff, first, OF_THE_SHOT);
        int turned = held < 0 ? 1 : tiff.getShort(held);
        int at = shot < 0 ? -1 : entry(tiff, tiff.getInt(shot), TAKEN);
        int when = at < 0 ? entry(tiff, first, CHANGED) : at;
        return new Exif(turned < 1 || turned > 8 ? 1 : turned, when < 0 ? null : taken(tiff, tiff.getInt(when)));
    }

    /** Where the value of a tag stands, -1 where the directory has none. */
    private static int entry(ByteBuffer tiff, int directory, int tag) {
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * ENTRY;
            if ((tiff.getShort(at) & 0xFFFF) == tag) {
                return at + 8;
            }
        }
        return -1;
    }

    private static @Nullable String taken(ByteBuffer tiff, int from) {
        byte[] text = new byte[16];
        for (int i = 0; i < text.length; i++) {
            text[i] = tiff.get(from + i);
        }
        String said = new String(text, StandardCharsets.US_ASCII);
        return said.matches("[0-9]{4}:[0-9]{2}:[0-9]{2} [0-9]{2}:[0-9]{2}")
                ? said.substring(0, 10).replace(':', '-') + said.substring(10)
                : null;
    }
}
