package org.aixin.identity;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A kind of act that one of the staff only asks for: it is done when another person says yes, in the transaction of that decision. One
 * CDI bean a kind, in the feature whose act it is. Two things go ways of their own, because they do not wait for anybody's yes alone: a slip
 * over many pieces changes its shelf's count at the moment it is booked ({@code goods}), and a proposal is told to its member first,
 * who has days to answer ({@code standard}).
 */
public interface SecondPerson {
    /** The name of the kind, at most 24 characters; kept in the database. */
    String kind();

    /** Who decides: people of these roles whose reach the act's unit is in. */
    Role[] deciders();

    /** What would be done, as one sentence for whoever decides; once it is decided, without what only the payload said. */
    String words(Asked asked, Locale language);

    /** Refuses a person whom the roles alone would let decide; nobody, unless a kind says so. */
    default void mustBeFor(Person person, Asked asked) {
    }

    /** Does it, in the transaction that decides; a {@link org.aixin.kernel.Problem} leaves it waiting. */
    void carryOut(Asked asked, Person by);

    /** The page on which the one who asked goes on after the yes, below {@code /organizer} or {@code /admin}; null where nothing is left to do. */
    default @Nullable String next(Asked asked) {
        return null;
    }
}
