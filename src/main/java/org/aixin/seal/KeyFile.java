package org.aixin.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of seals in one file that only its owner may read: pairs of a private and a public block, the newest last. The last
 * pair signs; all public blocks are trusted, so that what an earlier key sealed can still be checked. A file of public blocks
 * alone is what an auditor keeps.
 */
public final class KeyFile {
    private final Path file;

    /** @param file where the keys are or will be */
    public KeyFile(Path file) {
        this.file = file;
    }

    boolean isThere() {
        return Files.isRegularFile(file);
    }

    /** Makes a key that signs from now on; the earlier ones stay in the file. Answers its id. */
    public String add() {
        SealKey key = SealKey.made();
        try {
            if (!isThere()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file, ownerOnly());
            }
            Files.writeString(file, key.pem(), StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException("The seal's key cannot be written to " + file, failed);
        }
        return key.id();
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /** The key that signs now, if the file has one. */
    Optional<SealKey> current() {
        if (!isThere()) {
            return Optional.empty();
        }
        String text = read();
        List<byte[]> secrets = Pem.blocks(Pem.PRIVATE, text);
        List<PublicSealKey> halves = halves(text);
        if (secrets.isEmpty() || halves.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SealKey.of(secrets.get(secrets.size() - 1), halves.get(halves.size() - 1)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Not the key of a seal: " + file, broken);
        }
    }

    /** All keys that the file vouches for, oldest first. */
    public List<PublicSealKey> trusted() {
        return isThere() ? halves(read()) : List.of();
    }

    private List<PublicSealKey> halves(String text) {
        List<PublicSealKey> halves = new ArrayList<>();
        try {
            for (byte[] encoded : Pem.blocks(Pem.PUBLIC, text)) {
                halves.add(PublicSealKey.of(encoded));
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Not the key of a seal: " + file, broken);
        }
        return halves;
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("The seal's key cannot be read from " + file, failed);
        }
    }
}
