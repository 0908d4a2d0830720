package org.aixin.identity;

/**
 * A role held at a unit.
 *
 * @param path of the unit in the tree, such as {@code /12/40/}; the role reaches every unit whose path begins with it
 */
public record Grant(Role role, String path) {
}
