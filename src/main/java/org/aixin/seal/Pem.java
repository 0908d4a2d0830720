package org.aixin.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Keys as text (RFC 7468); a file may hold several, one after the other. */
final class Pem {
    static final String PUBLIC = "PUBLIC KEY", PRIVATE = "PRIVATE KEY";
    private static final int WIDTH = 64;

    private Pem() {
    }

    static String of(String label, byte[] encoded) {
        String text = Base64.getMimeEncoder(WIDTH, new byte[]{'\n'}).encodeToString(encoded);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, text);
    }

    /** The contents of all blocks with this label, in the order of the file; nothing where a block is broken. */
    static List<byte[]> blocks(String label, String file) {
        Pattern block = Pattern.compile("-----BEGIN %1$s-----([A-Za-z0-9+/=\\s]*)-----END %1$s-----".formatted(label));
        return block.matcher(file).results()
                .map(found -> Base64.getMimeDecoder().decode(found.group(1).getBytes(StandardCharsets.US_ASCII))).toList();
    }
}
