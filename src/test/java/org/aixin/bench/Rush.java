package org.aixin.bench;

import java.util.Arrays;
import java.util.Map;

/**
 * How a rush went.
 *
 * @param answers how many were answered how: HTTP status codes; 0 for a connection that failed
 * @param seconds from the first call to the last answer
 * @param millis how long each answer took, ascending
 */
record Rush(Map<Integer, Integer> answers, double seconds, double[] millis) {
    static Rush of(Map<Integer, Integer> answers, double seconds, double[] millis) {
        Arrays.sort(millis);
        return new Rush(answers, seconds, millis);
    }

    int of(int status) {
        return answers.getOrDefault(status, 0);
    }

    /** Redemptions a second: answers 201. */
    double perSecond() {
        return of(201) / seconds;
    }

    /** What 99 of 100 answers took at most, in milliseconds. */
    double p99() {
        return millis.length == 0 ? 0 : millis[(int) Math.ceil(millis.length * 0.99) - 1];
    }
}
