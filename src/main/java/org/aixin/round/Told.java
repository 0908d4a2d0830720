package org.aixin.round;

/**
 * Something that those who watch a round are told.
 *
 * @param name of the event: state, players or answered; or beat, which only keeps the connection
 * @param said JSON
 */
record Told(String name, String said) {
    static final Told BEAT = new Told("beat", "1");
}
