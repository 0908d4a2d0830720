package org.aixin.kernel;

/** Counts the passes in which a JPEG is drawn: each costs a walk over all of its pixels, and takes a dozen bytes to ask for. */
public final class JpegScans {
    private static final int MARK = 0xFF, STUFFED = 0x00, FIRST_RESTART = 0xD0, START = 0xD8, END = 0xD9, SCAN = 0xDA;

    private JpegScans() {
    }

    /** How many there are, at least one. */
    public static int in(byte[] jpeg) {
        int scans = 0;
        for (int at = 2; at + 3 < jpeg.length;) {
            int marker = jpeg[at + 1] & 0xFF;
            if ((jpeg[at] & 0xFF) != MARK || marker == MARK || isAlone(marker)) {
                at += (jpeg[at] & 0xFF) == MARK && isAlone(marker) ? 2 : 1;
            } else if (marker == END) {
                break;
            } else {
                scans += marker == SCAN ? 1 : 0;
                at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            }
        }
        return Math.max(1, scans);
    }

    /** What has no length behind it: a byte of the picture itself, a restart within it, the beginning. */
    private static boolean isAlone(int marker) {
        return marker == STUFFED || marker == 1 || marker >= FIRST_RESTART && marker <= START;
    }
}
