package org.aixin.notice;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.aixin.identity.Member;

/** Tells people whose masked names are alike apart on one notice: by their places, and by a number within a place. Children are not told apart. */
final class Names {
    private Names() {
    }

    /** Somebody on a notice. */
    record Who(long member, String name, String place) {
        /** A child. */
        Who unnamed() {
            return new Who(member, Member.UNNAMED, place);
        }
    }

    /** What each member is called there. */
    static Map<Long, String> told(List<Who> all) {
        Map<String, Set<Who>> alike = all.stream().collect(
                Collectors.groupingBy(Who::name, LinkedHashMap::new, Collectors.toCollection(LinkedHashSet::new)));
        Map<Long, String> told = new LinkedHashMap<>();
        alike.values().forEach(same -> told.putAll(apart(List.copyOf(same))));
        return told;
    }

    private static Map<Long, String> apart(List<Who> same) {
        Map<Long, String> told = new LinkedHashMap<>();
        for (Who who : same) {
            List<Who> there = same.stream().filter(other -> other.place().equals(who.place())).toList();
            String which = there.size() > 1 ? " " + (there.indexOf(who) + 1) : "";
            told.put(who.member(),
                    same.size() == 1 || who.name().equals(Member.UNNAMED)
                            ? who.name()
                            : who.name() + "（" + who.place() + which + "）");
        }
        return told;
    }
}
