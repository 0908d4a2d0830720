package org.aixin.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** A key that signs seals (Ed25519), kept as a private and a public block, one after the other. */
record SealKey(PublicSealKey half, PrivateKey secret) {
    static SealKey made() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SealKey(PublicSealKey.of(pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** From its PKCS #8 form and its public half; throws where the two do not belong together. */
    static SealKey of(byte[] secret, PublicSealKey half) throws GeneralSecurityException {
        PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret));
        SealKey both = new SealKey(half, key);
        byte[] trial = {1};
        if (!half.verifies(trial, java.util.Base64.getEncoder().encodeToString(both.sign(trial)))) {
            throw new GeneralSecurityException("The private and the public key do not belong together");
        }
        return both;
    }

    String id() {
        return half.id();
    }

    byte[] sign(byte[] text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(secret);
            ed25519.update(text);
            return ed25519.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The seal's key cannot sign", broken);
        }
    }

    String pem() {
        return Pem.of(Pem.PRIVATE, secret.getEncoded()) + half.pem();
    }
}
