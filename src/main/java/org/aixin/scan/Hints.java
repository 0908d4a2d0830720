package org.aixin.scan;

import java.util.List;
import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.DecodeHintType;

/** What ZXing is told. Not the charset: it sees by itself what a code is written in. */
final class Hints {
    static final Map<DecodeHintType, Object> TEXT = Map.of(DecodeHintType.TRY_HARDER, true);
    static final Map<DecodeHintType, Object> BARS = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.EAN_13, BarcodeFormat.CODE_128));

    private Hints() {
    }
}
