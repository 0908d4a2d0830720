package org.aixin.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aixin.identity.Person;
import org.aixin.identity.Role;

/**
 * A page on which staff work, as the menus show it.
 *
 * @param text key of its name in the web texts; its description has the same key with {@code About} behind
 * @param icon name of its drawing
 * @param roles who works there
 */
public record Work(String path, String text, String icon, Set<Role> roles) {
    private static final List<Work> ALL = List.of(
            work("/desk", "desk", "scan", Role.CLERK),
            work("/desk/day", "daySheet", "list", Role.CLERK, Role.ADMIN, Role.AUDITOR),
            work("/stock", "stock", "boxes", Role.CLERK, Role.ADMIN),
            work("/donations/donors", "donations", "heart", Role.CLERK, Role.ORGANIZER, Role.ADMIN, Role.AUDITOR),
            work("/organizer/quizzes", "quizzes", "question", Role.ORGANIZER),
            work("/organizer/events", "events", "calendar", Role.ORGANIZER),
            work("/organizer/drills", "drills", "shield", Role.ORGANIZER),
            work("/organizer/rounds", "rounds", "star", Role.ORGANIZER),
            work("/organizer/roll-call", "rollCall", "list", Role.ORGANIZER),
            work("/organizer/awards", "awards", "pen", Role.ORGANIZER, Role.SECRETARY, Role.ADMIN, Role.AUDITOR),
            work("/organizer/people", "residents", "people", Role.ORGANIZER),
            work("/organizer/claims", "claimFor", "heart", Role.ORGANIZER, Role.SECRETARY),
            work("/proposals", "proposals", "yes", Role.ORGANIZER, Role.SECRETARY, Role.REVIEWER),
            work("/second-person", "secondPerson", "people", Role.ORGANIZER, Role.SECRETARY, Role.REVIEWER, Role.ADMIN),
            work("/reviews", "reviews", "yes", Role.REVIEWER),
            work("/meetings", "meetings", "people", Role.ORGANIZER, Role.REVIEWER),
            work("/rechecks", "rechecks", "find", Role.REVIEWER),
            work("/objections", "objections", "stop", Role.REVIEWER),
            work("/secretary", "pledges", "star", Role.SECRETARY),
            work("/admin/goods", "goods", "bag", Role.ADMIN, Role.CLERK),
            work("/admin/shops", "shops", "shop", Role.ADMIN),
            work("/admin/redemption-rules", "redemptionRules", "calendar", Role.ADMIN),
            work("/admin/clerks", "clerks", "people", Role.ADMIN),
            work("/standard/edit", "standard", "list", Role.ADMIN),
            work("/admin/people", "people", "people", Role.ADMIN),
            work("/admin/units", "units", "tree", Role.ADMIN),
            work("/fund", "fund", "heart", Role.ORGANIZER),
            work("/solvency", "solvency", "shield", Role.AUDITOR, Role.ADMIN),
            work("/audit/watch", "watch", "find", Role.AUDITOR, Role.ADMIN),
            work("/audit/clerks", "clerkAudit", "find", Role.AUDITOR, Role.ADMIN),
            work("/audit", "audit", "shield", Role.AUDITOR, Role.ADMIN));

    /** What this person may do, in the order of a day's work. */
    static List<Work> of(Person person) {
        Set<Role> held = person.roles().collect(Collectors.toSet());
        return ALL.stream().filter(work -> work.roles.stream().anyMatch(held::contains)).toList();
    }

    private static Work work(String path, String text, String icon, Role... roles) {
        return new Work(path, text, icon, Stream.of(roles).collect(Collectors.toUnmodifiableSet()));
    }

    /** Key of the sentence that says what the page is for. */
    public String about() {
        return text + "About";
    }
}
