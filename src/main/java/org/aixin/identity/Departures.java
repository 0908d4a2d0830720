package org.aixin.identity;

import java.util.List;
import java.util.Locale;

/**
 * What a feature does when a person's data is removed; one CDI bean a feature. All of them are called in one transaction: first each
 * ends what is open, the one that takes what is left last; then each erases what says who it was. Append-only rows stay.
 */
public interface Departures {
    /** What will happen, in sentences for whoever decides; none where the feature has nothing of the member that anybody would miss. */
    default List<String> announced(Member member, Locale language) {
        return List.of();
    }

    /** Ends what is open, such as reservations; nothing where nothing of the feature can be open. */
    default void end(Member member, Person by) {
    }

    /** Removes or blanks what the feature keeps of the person: names, notes, pictures. */
    void erase(Member member, Person by);

    /** Whether this is the one that takes what is left, after all others have let go. */
    default boolean isLast() {
        return false;
    }
}
