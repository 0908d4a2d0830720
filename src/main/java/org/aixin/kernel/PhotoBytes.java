package org.aixin.kernel;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A photo as picture readers take it in. Some of them read on for ever behind the end of a broken one, or take their time over one
 * that was made to waste it; these are stopped.
 */
public final class PhotoBytes extends ImageInputStreamImpl {
    private static final int MOST_BEHIND_THE_END = 10_000;
    private final byte[] photo;
    private final long end;
    private int behindTheEnd;

    /** To be read before this moment, as {@link System#nanoTime} counts. */
    PhotoBytes(byte[] photo, long end) {
        this.photo = photo;
        this.end = end;
    }

    /** Whether that moment has passed. */
    public static boolean isOver(long end) {
        return System.nanoTime() - end >= 0;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < photo.length ? photo[(int) streamPos++] & 0xFF : end();
    }

    @Override
    public int read(byte[] into, int from, int most) {
        bitOffset = 0;
        if (isOver(end)) {
            throw new IllegalStateException("Reading the photo takes too long");
        }
        if (streamPos >= photo.length) {
            return end();
        }
        int read = (int) Math.min(most, photo.length - streamPos);
        System.arraycopy(photo, (int) streamPos, into, from, read);
        streamPos += read;
        return read;
    }

    @Override
    public long length() {
        return photo.length;
    }

    private int end() {
        if (++behindTheEnd > MOST_BEHIND_THE_END) {
            throw new IllegalStateException("The photo ends before its picture does");
        }
        return -1;
    }
}
