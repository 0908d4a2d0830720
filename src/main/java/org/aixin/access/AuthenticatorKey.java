package org.aixin.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.aixin.kernel.QrSvg;

import io.quarkus.qute.RawString;

/** The key of a second factor, as a person brings it to their phone: a code to scan, or letters to type. */
record AuthenticatorKey(byte[] key, String person) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    /** The key in Base32 (RFC 4648), for twenty bytes without padding. */
    String letters() {
        StringBuilder letters = new StringBuilder();
        int bits = 0, held = 0;
        for (byte one : key) {
            held = held << Byte.SIZE | one & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                letters.append(LETTERS.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return letters.toString();
    }

    /** The letters in groups of four. */
    public String getGrouped() {
        return letters().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the code says. */
    String uri() {
        String name = URLEncoder.encode(person, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Aixin:" + name + "?secret=" + letters() + "&issuer=Aixin";
    }

    /** The code to scan. */
    public RawString getQr() {
        return new RawString(QrSvg.of(uri()));
    }
}
