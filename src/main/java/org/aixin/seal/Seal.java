package org.aixin.seal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A signed statement that the first {@code size} transfers of the log were these and no others.
 *
 * @param number from 1, without gaps
 * @param size how many transfers it covers
 * @param root of the tree over them, 32 bytes in hexadecimal
 * @param at when it was made, exactly the text that was signed (RFC 3339, UTC)
 * @param key the id of the key that signed
 * @param signature Ed25519 over {@link #text}, in base64
 */
public record Seal(long number, long size, String root, String at, String key, String signature) {
    static final String SELECT = "SELECT number, size, HEX(root), at, key_id, signature FROM seal ";

    static Seal read(ResultSet row) throws SQLException {
        return new Seal(row.getLong(1), row.getLong(2), row.getString(3).toLowerCase(Locale.ROOT), row.getString(4),
                row.getString(5), row.getString(6));
    }

    /** What is signed: each value followed by a newline. */
    static byte[] text(String key, long number, long size, String root, String at) {
        return "aixin-seal\n%s\n%d\n%d\n%s\n%s\n".formatted(key, number, size, root, at).getBytes(StandardCharsets.UTF_8);
    }

    static Seal sign(SealKey key, long number, long size, byte[] root, Instant at) {
        String hex = HexFormat.of().formatHex(root);
        byte[] signature = key.sign(text(key.id(), number, size, hex, at.toString()));
        return new Seal(number, size, hex, at.toString(), key.id(), Base64.getEncoder().encodeToString(signature));
    }

    /** Whether this key signed it as it stands. */
    boolean isSignedBy(PublicSealKey by) {
        return by.id().equals(key) && by.verifies(text(key, number, size, root, at), signature);
    }

    /**
     * What a printed QR code carries, on one line: {@code aixin-seal}, key, number, size, root, at and signature, each but the last
     * followed by a space. With a newline for each space it is the signed text, so that the paper alone can be checked, and
     * {@code verify --against} reads it.
     */
    public String printed() {
        return "aixin-seal %s %d %d %s %s %s".formatted(key, number, size, root, at, signature);
    }
}
