package org.aixin.embedded;

/** The service does not start, for a reason that the person at the console can do something about. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String chinese, String english) {
        super(chinese + System.lineSeparator() + english);
    }
}
