package org.aixin.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.jboss.logging.Logger;

/**
 * The last seal that this node made, in a file beside its key, where an administrator of the database does not reach: a ledger that
 * was cut short together with its seals, or rewritten, does not have it any more.
 */
final class LastSeal {
    private static final Logger LOG = Logger.getLogger(LastSeal.class);
    private final Path file;

    LastSeal(Path key) {
        this.file = beside(key);
    }

    static Path beside(Path key) {
        return key.resolveSibling(key.getFileName() + ".last");
    }

    Optional<Seal> read() {
        try {
            return Files.exists(file) ? KeptSeals.in(file).stream().findFirst() : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("The last seal cannot be read from " + file, failed);
        }
    }

    /** Where the folder cannot be written to, sealing goes on without. */
    void keep(Seal seal) {
        try {
            Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), seal.printed() + "\n");
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            LOG.warnf("The last seal is not kept beside its key: %s", failed);
        }
    }
}
