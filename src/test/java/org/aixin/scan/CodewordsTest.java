package org.aixin.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;

import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.junit.jupiter.api.Test;

class CodewordsTest {
    private final Random random = new Random(20261121);

    private static ByteMatrix code(int version, ErrorCorrectionLevel level) throws Exception {
        return Encoder.encode("V" + version + " " + level, level, Map.of(EncodeHintType.QR_VERSION, version)).getMatrix();
    }

    private static double[] darkness(ByteMatrix code) {
        int size = code.getWidth();
        double[] darkness = new double[size * size];
        for (int i = 0; i < darkness.length; i++) {
            darkness[i] = code.get(i % size, i / size) == 1 ? 1 : -1;
        }
        return darkness;
    }

    private static String text(BitMatrix dark) throws Exception {
        return new Decoder().decode(dark).getText();
    }

    @Test
    void a_clean_code_of_every_version_and_level_reads_back() throws Exception {
        for (int version = 1; version <= 25; version++) {
            for (ErrorCorrectionLevel level : ErrorCorrectionLevel.values()) {
                ByteMatrix code = code(version, level);
                assertThat(text(new Codewords(code.getWidth(), darkness(code)).mended().orElseThrow()))
                        .isEqualTo("V" + version + " " + level);
            }
        }
    }

    @Test
    void more_than_half_of_the_checks_are_mended_where_the_doubt_is_known() throws Exception {
        ByteMatrix code = code(4, ErrorCorrectionLevel.L); // 20 checks: ten errors at most where nothing is known
        double[] darkness = darkness(code);
        int[] order = Layout.of(code.getWidth()).order;
        for (int i = 0; i < 14 * 8; i++) {
            darkness[order[i]] *= random.nextBoolean() ? 0.1 : -0.1;
        }
        assertThat(text(new Codewords(code.getWidth(), darkness).mended().orElseThrow())).isEqualTo("V4 L");
    }

    @Test
    void noise_is_never_read_as_text() {
        for (int i = 0; i < 2000; i++) {
            int size = 21 + 4 * (i % 6);
            assertThat(new Codewords(size, random.doubles((long) size * size, -1, 1).toArray()).mended()).isEmpty();
        }
    }
}
