package org.aixin.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which work one person must not hold beside which, at the same place. Whoever gives points hands out no goods and checks no claims;
 * an auditor does nothing that is audited; an administrator, who gives the roles and sets the prices, does none of it. Otherwise one
 * person could make points out of nothing and carry the rice home. Organizing and the branch secretary's work go together: both give
 * points, and small villages have one person for both.
 */
final class Duties {
    private static final Set<Role> GIVING = EnumSet.of(Role.ORGANIZER, Role.SECRETARY);

    private Duties() {
    }

    /** Whether these two are kept apart; a resident may hold any one of them. */
    static boolean apart(Role one, Role other) {
        return one != other && one != Role.RESIDENT && other != Role.RESIDENT
                && !(GIVING.contains(one) && GIVING.contains(other));
    }
}
