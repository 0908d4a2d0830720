package org.aixin.redemption;

/** Somebody else was faster between reading and a guarded update: the transaction is rolled back and all is decided again. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Overtaken() {
        super("overtaken", null, false, false);
    }
}
