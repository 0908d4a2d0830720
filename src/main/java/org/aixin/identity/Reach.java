package org.aixin.identity;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The parts of the tree of units in which a person holds one of some roles, for a condition in SQL. */
public record Reach(List<String> paths) {
    /** What these roles of the person reach; empty where none of them is held. */
    public static Reach of(Person person, Role... roles) {
        List<String> held = Stream.of(roles).flatMap(person::reach).distinct().sorted().toList();
        return new Reach(held.stream().filter(path -> held.stream().noneMatch(other -> isAbove(other, path))).toList());
    }

    /** Whether nothing is reached. */
    public boolean isEmpty() {
        return paths.isEmpty();
    }

    /** The condition that a column with the path of a unit lies within; takes {@link #values}. Of an empty reach nothing does. */
    public String within(String column) {
        return paths.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", Collections.nCopies(paths.size(), column + " LIKE ?")) + ")";
    }

    /** What fills the marks of {@link #within}. */
    public List<String> values() {
        return paths.stream().map(path -> path + "%").toList();
    }

    private static boolean isAbove(String other, String path) {
        return path.startsWith(other) && path.length() > other.length();
    }
}
