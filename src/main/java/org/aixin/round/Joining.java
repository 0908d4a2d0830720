package org.aixin.round;

import org.jspecify.annotations.Nullable;

/**
 * How somebody asks to play, not checked yet.
 *
 * @param name as the wall will show it; needed unless signed in or with a card
 * @param phone of a guest, by which an organizer finds the resident whose points they are
 * @param card number of the printed card, in place of signing in
 * @param back the four digits that this player got when they first came: the same player on another phone
 * @param venue what the QR code on the wall says beside the join code
 */
record Joining(@Nullable String name, @Nullable String phone, @Nullable String card, @Nullable String back,
        @Nullable String venue) {
    static final Joining PLAIN = new Joining(null, null, null, null, null);
}
