package org.aixin.round;

import jakarta.enterprise.context.RequestScoped;

import org.aixin.kernel.OwnAddress;

/** Where the phones of a square find the round. */
@RequestScoped
class Venue {
    private final OwnAddress own;

    Venue(OwnAddress own) {
        this.own = own;
    }

    /** What the QR code says; empty once the round has ended. */
    String address(Round round) {
        return round.joinCode() == null ? "" : own.of("/join/" + round.joinCode() + "?v=" + round.venue());
    }

    /** What people type, without the scheme. */
    String host() {
        return own.of("/join").replaceFirst("^https?://", "");
    }
}
