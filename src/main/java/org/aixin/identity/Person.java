package org.aixin.identity;

import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/**
 * Who is signed in. Features take it as a parameter; its principal name is the member's id.
 *
 * @param path of the unit the person belongs to
 * @param household the person's household, null for those without one
 */
public record Person(long id, String name, String path, @Nullable Long household, List<Grant> grants) implements Principal {
    @Override
    public String getName() {
        return Long.toString(id);
    }

    /** Whether one of these roles reaches the unit with this path. */
    public boolean may(String path, Role... roles) {
        List<Role> wanted = List.of(roles);
        return grants.stream().anyMatch(grant -> wanted.contains(grant.role()) && path.startsWith(grant.path()));
    }

    /** Refused 403 {@code not_allowed} unless one of these roles reaches the unit with this path. */
    public void mustReach(String path, Role... roles) {
        if (!may(path, roles)) {
            throw Problem.forbidden("not_allowed");
        }
    }

    /** Refused 403 {@code own_household}: nobody awards, hands over to, or takes back from themselves or their own household. */
    public void mustNotBeHouseholdOf(Member member) {
        if (member.id() == id || (household != null && household.equals(member.household()))) {
            throw Problem.forbidden("own_household");
        }
    }

    /** The paths at which this person holds a role. */
    public Stream<String> reach(Role role) {
        return grants.stream().filter(grant -> grant.role() == role).map(Grant::path);
    }

    /** The paths at which this person holds one of these roles, the shortest first, without those that lie below another of them. */
    public List<String> widest(Role... roles) {
        List<String> paths = Stream.of(roles).flatMap(this::reach).distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())).toList();
        return paths.stream().filter(path -> paths.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
                .toList();
    }

    /** The roles this person holds anywhere. */
    public Stream<Role> roles() {
        return grants.stream().map(Grant::role).distinct();
    }

    /** Whether this person works here anywhere, rather than only being a resident. */
    public boolean isStaff() {
        return roles().anyMatch(role -> role != Role.RESIDENT);
    }
}
