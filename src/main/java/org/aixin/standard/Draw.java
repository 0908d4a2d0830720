package org.aixin.standard;

import java.util.Comparator;
import java.util.List;

import org.aixin.kernel.Sha256;

/**
 * Which claims of a village and month are looked at again: those whose lots are smallest. A lot is the SHA-256, in hexadecimal, of the
 * lines {@code aixin-recheck}, the root of the seal that closed the month, and the claim's id, each followed by a newline. The root is
 * not known before the month is over, so nobody can choose; afterwards everybody can reckon it again.
 */
final class Draw {
    private static final int WHOLE = 100;

    private Draw() {
    }

    static String lot(String root, long claim) {
        return Sha256.hex("aixin-recheck\n%s\n%d\n".formatted(root, claim));
    }

    /** That share of them, rounded up, so at least one where there are any and the share is not zero. */
    static List<Long> of(String root, List<Long> claims, int percent) {
        int count = (int) (((long) claims.size() * percent + WHOLE - 1) / WHOLE);
        return claims.stream().sorted(Comparator.comparing(claim -> lot(root, claim))).limit(count).toList();
    }
}
