package org.aixin.ledger;

/**
 * Whom an account belongs to: a reference that the ledger does not interpret. An owner whose reference begins with
 * {@code system:} has no hot balance row and may go below zero; every other owner never does.
 *
 * @param reference at most 64 ASCII characters
 */
public record Owner(String reference) {
    /** Where points come from. */
    public static final Owner ISSUER = new Owner("system:issuer");
    /** Where spent points go. */
    public static final Owner REDEEMED = new Owner("system:redeemed");
    /** Where expired points go. */
    public static final Owner EXPIRED = new Owner("system:expired");

    /** A reference that is longer, empty or not printable ASCII is a fault of the program. */
    public Owner {
        Ascii.key(reference, 64);
    }

    /** The owner that stands for a member. */
    public static Owner member(long id) {
        return new Owner("member:" + id);
    }

    /** Whether this stands for a member. */
    public boolean isMember() {
        return reference.matches("member:[0-9]{1,19}");
    }

    /** The id of the member that this stands for; there must be one. */
    public long memberId() {
        return Long.parseLong(reference.substring(reference.indexOf(':') + 1));
    }

    /** Whether this is one of the system's own accounts. */
    public boolean isSystem() {
        return reference.startsWith("system:");
    }
}
