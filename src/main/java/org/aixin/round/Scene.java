package org.aixin.round;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What everybody in a round sees at this moment; before the reveal nothing in it tells what is right.
 *
 * @param state lobby, question, reveal, standings, podium or ended
 * @param position of the present question, 0 in the lobby
 * @param of how many there are
 * @param now of the server, against which a phone counts the seconds that are left
 * @param leftMillis what is left of a paused question's time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Scene(String id, String title, String state, int version, int position, int of, Instant now, int players, int answered,
        @Nullable Question question, @Nullable Integer leftMillis, @Nullable Reveal reveal, @Nullable List<Standing> standings) {
    /** The same, at another instant. */
    Scene at(Instant other, int came, int gave) {
        return new Scene(id, title, state, version, position, of, other, came, gave, question, leftMillis, reveal, standings);
    }

    /**
     * What is asked.
     *
     * @param deadline null while it is paused or over
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(String id, String text, String kind, @Nullable String picture, List<Option> options,
            @Nullable Instant deadline) {
    }

    record Option(String id, String text) {
    }

    /**
     * What was right.
     *
     * @param counts how many chose each option
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reveal(List<String> right, Map<String, Integer> counts, int rightPlayers, @Nullable String explanation,
            @Nullable String source) {
    }

    /**
     * A player's place; who has the same number of right answers has the same place.
     *
     * @param right answers
     * @param sharing how many have this place
     */
    record Standing(int place, String player, String name, int right, int sharing) {
    }
}
