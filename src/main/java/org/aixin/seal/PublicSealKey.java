package org.aixin.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The half of a key that everybody may have.
 *
 * @param id the first 16 hexadecimal digits of the SHA-256 of its X.509 form
 */
public record PublicSealKey(String id, PublicKey key) {
    private static final int ID_BYTES = 8;

    static PublicSealKey of(PublicKey key) {
        byte[] hash = Merkle.sha256().digest(key.getEncoded());
        return new PublicSealKey(HexFormat.of().formatHex(hash, 0, ID_BYTES), key);
    }

    /** From its X.509 form; throws where that is no Ed25519 key. */
    static PublicSealKey of(byte[] encoded) throws GeneralSecurityException {
        return of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    }

    /** From its X.509 form in the database, whose rows never change. */
    static PublicSealKey stored(byte[] encoded) {
        try {
            return of(encoded);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Not the key of a seal", broken);
        }
    }

    /** Its X.509 form as text. */
    public String pem() {
        return Pem.of(Pem.PUBLIC, key.getEncoded());
    }

    boolean verifies(byte[] text, String signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }
}
