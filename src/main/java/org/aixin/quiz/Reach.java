package org.aixin.quiz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Units;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/**
 * The units at which a person organizes, as conditions of a query.
 *
 * @param paths of those units; never empty
 */
record Reach(List<String> paths) {
    /** Where this person organizes; refused 403 {@code not_allowed} for whoever does so nowhere. */
    static Reach of(Person person) {
        List<String> paths = person.reach(Role.ORGANIZER).toList();
        if (paths.isEmpty()) {
            throw Problem.forbidden("not_allowed");
        }
        return new Reach(paths);
    }

    /** The path of the unit that was named, or of the first of these; refused 422 {@code unit_unknown}, 403 {@code not_allowed}. */
    static String place(Person organizer, Units units, @Nullable String unit) {
        if (unit == null || unit.isBlank()) {
            return of(organizer).paths.get(0);
        }
        String path = units.named(unit, "unit").path();
        organizer.mustReach(path, Role.ORGANIZER);
        return path;
    }

    /** Whether the unit with this path is one of these or stands above one of them. */
    boolean isBelow(String path) {
        return paths.stream().anyMatch(reached -> reached.startsWith(path));
    }

    /** A condition: the column's unit is one of these or stands below one of them. */
    String within(String column) {
        return any("%1$s like concat(:reach%2$d, '%%')", column);
    }

    /** A condition: the column's unit stands above one of these. */
    String above(String column) {
        return any(":reach%2$d like concat(%1$s, '%%')", column);
    }

    /** The conditions' parameters and one more. */
    Map<String, Object> with(String name, Object value) {
        Map<String, Object> parameters = new HashMap<>();
        IntStream.range(0, paths.size()).forEach(i -> parameters.put("reach" + i, paths.get(i)));
        parameters.put(name, value);
        return parameters;
    }

    private String any(String condition, String column) {
        return IntStream.range(0, paths.size()).mapToObj(i -> condition.formatted(column, i))
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
