package org.aixin.scan;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;

/** Mends a code of which some modules are doubtful: the more is known of the doubt, the more can be mended. */
final class Codewords {
    private final Layout layout;
    private final double[] darkness;

    /** @param darkness of each module, row by row: above 0 for dark, the nearer to 0 the more doubtful */
    Codewords(int size, double[] darkness) {
        layout = Layout.of(size);
        this.darkness = darkness;
    }

    /** The modules as they were meant, if that can be told. */
    Optional<BitMatrix> mended() {
        double best = Double.NEGATIVE_INFINITY;
        ErrorCorrectionLevel level = ErrorCorrectionLevel.L;
        int mask = 0;
        for (ErrorCorrectionLevel one : ErrorCorrectionLevel.values()) {
            for (int each = 0; each < 8; each++) {
                double likely = likely(Layout.format(one, each));
                if (likely > best) {
                    best = likely;
                    level = one;
                    mask = each;
                }
            }
        }
        return mended(level, mask);
    }

    private double likely(int format) {
        double sum = 0;
        for (int bit = 0; bit < 15; bit++) {
            for (int at : layout.format(bit)) {
                sum += (format >> bit & 1) == 1 ? darkness[at] : -darkness[at];
            }
        }
        return sum;
    }

    private Optional<BitMatrix> mended(ErrorCorrectionLevel level, int mask) {
        int[] codewords = new int[layout.order.length / 8];
        double[] sure = new double[codewords.length];
        for (int i = 0; i < codewords.length; i++) {
            sure[i] = Double.MAX_VALUE;
            for (int bit = 0; bit < 8; bit++) {
                int at = layout.order[8 * i + bit];
                boolean one = darkness[at] > 0 != layout.isMasked(mask, at);
                codewords[i] = codewords[i] << 1 | (one ? 1 : 0);
                sure[i] = Math.min(sure[i], Math.abs(darkness[at]));
            }
        }
        Version.ECBlocks blocks = layout.version.getECBlocksForLevel(level);
        for (int[] positions : positions(blocks, codewords.length)) {
            Optional<int[]> block = mended(codewords, sure, positions, blocks.getECCodewordsPerBlock());
            if (block.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < positions.length; i++) {
                codewords[positions[i]] = block.get()[i];
            }
        }
        return Optional.of(drawn(codewords, level, mask));
    }

    private static Optional<int[]> mended(int[] codewords, double[] sure, int[] positions, int checks) {
        int[] block = IntStream.of(positions).map(i -> codewords[i]).toArray();
        int[] doubtful = IntStream.range(0, block.length).boxed().sorted(Comparator.comparingDouble(i -> sure[positions[i]]))
                .mapToInt(i -> i).toArray();
        int step = Math.max(2, checks / 6);
        for (int known = 0; known < checks; known += step) {
            Optional<int[]> mended = Correction.of(block, checks, IntStream.of(doubtful).limit(known).toArray());
            if (mended.isPresent()) {
                return mended;
            }
        }
        return Optional.empty();
    }

    /** Which of the codewords belong to each block, in its order: the blocks are dealt out like cards. */
    private static int[][] positions(Version.ECBlocks blocks, int codewords) {
        int[] lengths = new int[0];
        for (Version.ECB kind : blocks.getECBlocks()) {
            lengths = IntStream.concat(IntStream.of(lengths), IntStream.generate(kind::getDataCodewords).limit(kind.getCount()))
                    .toArray();
        }
        int checks = blocks.getECCodewordsPerBlock(), next = 0;
        int[][] positions = new int[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            positions[i] = new int[lengths[i] + checks];
        }
        int most = lengths[lengths.length - 1];
        for (int k = 0; k < most + checks; k++) {
            for (int i = 0; i < lengths.length; i++) {
                if (k < most && k < lengths[i]) {
                    positions[i][k] = next++;
                } else if (k >= most) {
                    positions[i][lengths[i] + k - most] = next++;
                }
            }
        }
        return positions;
    }

    private BitMatrix drawn(int[] codewords, ErrorCorrectionLevel level, int mask) {
        BitMatrix dark = new BitMatrix(layout.size);
        layout.write(dark, Layout.format(level, mask));
        for (int i = 0; i < layout.order.length; i++) {
            boolean one = (codewords[i / 8] >> 7 - i % 8 & 1) == 1;
            layout.put(dark, layout.order[i], one != layout.isMasked(mask, layout.order[i]));
        }
        return dark;
    }
}
