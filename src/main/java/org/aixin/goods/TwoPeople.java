package org.aixin.goods;

import jakarta.inject.Singleton;

import org.aixin.identity.Person;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which slips one person alone may not book: those of more pieces than are set. What comes in is not among them, since whoever brings
 * it has a paper of their own and nothing leaves the shop, unless it is a gift that will stand on the public board.
 */
@Singleton
class TwoPeople {
    private final int most;

    TwoPeople(@ConfigProperty(name = "aixin.slip.two-people", defaultValue = "200") int most) {
        this.most = most;
    }

    /** Whether a slip of so many pieces waits for a second person; what the village is set up with never does. */
    boolean mustPass(@Nullable Person by, Slip.Kind kind, boolean gift, int pieces) {
        return by != null && (kind != Slip.Kind.IN || gift) && pieces > most;
    }
}
