package org.aixin.access;

import java.util.HexFormat;

import org.aixin.kernel.Sha256;

/**
 * Where wrong secrets are counted.
 *
 * @param name of the place
 * @param apart whether what others guess elsewhere says nothing here: a device that was used before, or a sender who holds a one-time
 *        code. It has its own count of a day.
 */
record Place(String name, boolean apart) {
    private static final int ENOUGH = 15;

    /** The sender's network, which whoever guesses shares with nobody or with few. */
    static Place network(From from) {
        return new Place(from.network(), false);
    }

    /** The sender's network, for guesses that have a bound of their own. */
    static Place networkApart(From from) {
        return new Place(from.network(), true);
    }

    /** A device, by its token. */
    static Place device(String token) {
        return new Place("device " + HexFormat.of().formatHex(Sha256.of(token), 0, ENOUGH), true);
    }

    /** Under whom the wrong secrets of a day are counted. */
    byte[] ofTheDay(byte[] subject) {
        return apart ? Sha256.of(HexFormat.of().formatHex(subject) + "/" + name) : subject;
    }
}
