package org.aixin.scan;

import java.util.Arrays;
import java.util.Optional;

/**
 * The Reed–Solomon code of QR codes (over GF(256) with 0x11D, roots from 1): it mends twice as many codewords where it is known which are
 * doubtful (Forney syndromes, then Berlekamp–Massey, Chien and Forney).
 */
final class Correction {
    /** So many checks are kept back where some are spent on doubt: with fewer, noise would be read as text. */
    private static final int IN_RESERVE = 3;
    private static final int[] POWER = new int[512], LOG = new int[256];

    static {
        for (int i = 0, x = 1; i < 255; i++, x = x << 1 ^ (x >= 128 ? 0x11D : 0)) {
            POWER[i] = x;
            POWER[i + 255] = x;
            LOG[x] = i;
        }
    }

    private Correction() {
    }

    /**
     * The block as it was made, if that can be told.
     *
     * @param checks how many codewords at its end were added for correction
     * @param doubtful positions of codewords that are not to be relied on
     */
    static Optional<int[]> of(int[] block, int checks, int[] doubtful) {
        int[] syndromes = syndromes(block, checks);
        if (Arrays.stream(syndromes).allMatch(syndrome -> syndrome == 0)) {
            return Optional.of(block);
        }
        int[] known = {1};
        for (int position : doubtful) {
            known = times(known, new int[]{1, POWER[block.length - 1 - position]});
        }
        int[] unknown = trimmed(locator(cut(times(syndromes, known), checks), checks, doubtful.length));
        int spare = checks - doubtful.length - 2 * (unknown.length - 1);
        if (spare < (doubtful.length > 0 ? IN_RESERVE : 0)) {
            return Optional.empty();
        }
        int[] mended = mended(block, syndromes, trimmed(times(unknown, known)), checks);
        return mended != null && Arrays.stream(syndromes(mended, checks)).allMatch(syndrome -> syndrome == 0)
                ? Optional.of(mended)
                : Optional.empty();
    }

    private static int[] syndromes(int[] block, int checks) {
        int[] syndromes = new int[checks];
        for (int i = 0; i < checks; i++) {
            for (int codeword : block) {
                syndromes[i] = times(syndromes[i], POWER[i]) ^ codeword;
            }
        }
        return syndromes;
    }

    /** The unknown errors (Berlekamp–Massey), lowest power first. */
    private static int[] locator(int[] syndromes, int checks, int from) {
        int[] now = {1}, before = {1};
        int length = 0, since = 1, last = 1;
        for (int n = from; n < checks; n++) {
            int off = syndromes[n];
            for (int i = 1; i <= length && i < now.length; i++) {
                off ^= times(now[i], syndromes[n - i]);
            }
            if (off == 0) {
                since++;
                continue;
            }
            int[] next = plus(now, shifted(before, since, times(off, POWER[255 - LOG[last]])));
            if (2 * length <= n - from) {
                length = n - from + 1 - length;
                before = now;
                last = off;
                since = 1;
            } else {
                since++;
            }
            now = next;
        }
        return now;
    }

    private static int @org.jspecify.annotations.Nullable [] mended(int[] block, int[] syndromes, int[] locator, int checks) {
        int errors = locator.length - 1;
        int[] evaluator = cut(times(syndromes, locator), checks), mended = block.clone();
        int found = 0;
        for (int power = 0; power < block.length; power++) {
            int inverse = POWER[(255 - power) % 255];
            if (value(locator, inverse) != 0) {
                continue;
            }
            int slope = 0;
            for (int i = 1; i < locator.length; i += 2) {
                slope ^= times(locator[i], POWER[LOG[inverse] * (i - 1) % 255]);
            }
            if (slope == 0) {
                return null;
            }
            found++;
            mended[block.length - 1 - power] ^= times(times(value(evaluator, inverse), POWER[power]), POWER[255 - LOG[slope]]);
        }
        return found == errors ? mended : null;
    }

    private static int times(int a, int b) {
        return a == 0 || b == 0 ? 0 : POWER[LOG[a] + LOG[b]];
    }

    private static int[] times(int[] a, int[] b) {
        int[] product = new int[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] ^= times(a[i], b[j]);
            }
        }
        return product;
    }

    private static int[] plus(int[] a, int[] b) {
        int[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sum[i] ^= b[i];
        }
        return sum;
    }

    private static int[] shifted(int[] a, int by, int times) {
        int[] shifted = new int[a.length + by];
        for (int i = 0; i < a.length; i++) {
            shifted[i + by] = times(a[i], times);
        }
        return shifted;
    }

    private static int[] cut(int[] a, int length) {
        return Arrays.copyOf(a, length);
    }

    private static int[] trimmed(int[] a) {
        int length = a.length;
        while (length > 1 && a[length - 1] == 0) {
            length--;
        }
        return cut(a, length);
    }

    private static int value(int[] a, int at) {
        int value = 0;
        for (int i = a.length - 1; i >= 0; i--) {
            value = times(value, at) ^ a[i];
        }
        return value;
    }
}
