package org.aixin.redemption;

import java.util.Optional;
import java.util.stream.Stream;

import org.aixin.kernel.CheckDigit;

/**
 * What a clerk can say by scanning a printed sheet, without a keyboard: five digits, fewer than any card, order or label has, that
 * begin with two noughts and end with a check digit. Digits pass every input method.
 */
enum CommandCode {
    /** Does what Enter does. */
    CONFIRM(1, 0),
    /** Leaves what is on the screen. */
    CANCEL(2, 0),
    /** The next person, please. */
    NEXT(3, 0),
    /** Two of what was scanned last. */
    TWO(12, 2), THREE(13, 3), FOUR(14, 4), FIVE(15, 5);

    private final int number;
    private final int times;

    CommandCode(int number, int times) {
        this.number = number;
        this.times = times;
    }

    /** The command in these digits, if they are one. */
    static Optional<CommandCode> of(String digits) {
        return Stream.of(values()).filter(command -> command.digits().equals(digits)).findFirst();
    }

    /** What stands on the sheet. */
    public String digits() {
        return CheckDigit.append("%04d".formatted(number));
    }

    /** How many of the goods that were scanned last, 0 where it says nothing of that. */
    public int times() {
        return times;
    }
}
