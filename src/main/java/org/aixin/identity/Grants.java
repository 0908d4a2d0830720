package org.aixin.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** Who holds which role where. A change counts from the person's next request on, and stays on record ({@link RoleChanges}). */
@ApplicationScoped
public class Grants {
    private final Sql sql;
    private final BusinessTime time;
    private final Units units;
    private final Members members;
    private final RoleChanges changes;

    Grants(Sql sql, BusinessTime time, Units units, Members members, RoleChanges changes) {
        this.sql = sql;
        this.time = time;
        this.units = units;
        this.members = members;
        this.changes = changes;
    }

    /** A role and the unit at which it is held. */
    public record Held(Role role, Unit unit) {
    }

    /** What a member holds, in the order of the roles. */
    public List<Held> of(long member) {
        return sql.rows("SELECT " + Unit.COLUMNS + ", role_grant.role FROM role_grant JOIN unit ON unit.id = role_grant.unit"
                + " WHERE role_grant.member = ? ORDER BY role_grant.role, unit.path",
                row -> new Held(Role.valueOf(row.getString(6)), Unit.read(row)), member);
    }

    /** The roles that anybody but this person holds, wherever it is. */
    public Set<Role> ofOthers(Person person) {
        return Set.copyOf(sql.rows("SELECT DISTINCT role FROM role_grant WHERE member <> ?",
                row -> Role.valueOf(row.getString(1)), person.id()));
    }

    /**
     * Gives a member a role at a unit; nothing happens where it is held already. Refused 403 {@code own_role} for oneself,
     * {@code own_household} for one's household, {@code not_allowed} where member or unit are out of the administrator's reach; 409
     * {@code roles_kept_apart} beside work that {@link Duties} keeps apart, unless the administrator stands above both; 422
     * {@code role_unknown}, {@code unit_unknown}.
     */
    public Held give(Person person, long memberId, @Nullable String role, @Nullable String unitId) {
        return Transactions.joined(() -> {
            Held held = allowed(person, memberId, role, unitId);
            if (held.role() != Role.RESIDENT) {
                person.mustNotBeHouseholdOf(members.member(memberId));
            }
            sql.first("SELECT id FROM member WHERE id = ? FOR UPDATE", row -> 1, memberId); // two who give at once see each other
            write(memberId, held, person.id(), besideWork(person, memberId, held));
            return held;
        });
    }

    /** Takes a role from a member; refusals as in {@link #give} but for what is kept apart, and 404 {@code not_found} where it is not held. */
    public void take(Person person, long memberId, @Nullable String role, @Nullable String unitId) {
        Transactions.joined(() -> {
            Held held = allowed(person, memberId, role, unitId);
            if (!delete(memberId, held, person.id())) {
                throw Problem.notFound();
            }
            return held;
        });
    }

    /** Takes all roles of a member whose data is removed; takes part in the caller's transaction. */
    void takeAll(Person person, long member) {
        of(member).forEach(held -> delete(member, held, person.id()));
    }

    /** For whoever sets up a village; takes part in the caller's transaction. */
    public void write(long member, Role role, long unit, @Nullable Long by) {
        write(member, new Held(role, units.unit(unit)), by, false);
    }

    private void write(long member, Held held, @Nullable Long by, boolean apart) {
        boolean there = sql.first("SELECT 1 FROM role_grant WHERE member = ? AND role = ? AND unit = ?", row -> 1, member,
                held.role().name(), held.unit().id()).isPresent();
        if (!there) {
            sql.update("INSERT INTO role_grant (member, role, unit, granted_by, at) VALUES (?, ?, ?, ?, ?)", member,
                    held.role().name(), held.unit().id(), by, time.now());
            changes.given(member, held, by, apart);
        }
    }

    private boolean delete(long member, Held held, long by) {
        boolean was = sql.update("DELETE FROM role_grant WHERE member = ? AND role = ? AND unit = ?", member, held.role().name(),
                held.unit().id()) == 1;
        if (was) {
            changes.taken(member, held, by);
        }
        return was;
    }

    /** Whether the member holds work that is kept apart from this one; refused unless the administrator stands above both places. */
    private boolean besideWork(Person person, long member, Held wanted) {
        Optional<Held> other = of(member).stream()
                .filter(held -> Duties.apart(held.role(), wanted.role()) && meet(place(held), place(wanted))).findFirst();
        other.filter(held -> !isAbove(person, held) || !isAbove(person, wanted)).ifPresent(held -> {
            throw Problem.conflict("roles_kept_apart").with("role", held.role().code());
        });
        return other.isPresent();
    }

    /** Whether the same people and goods are in reach of both, so that what one person does by one the other should check. */
    private static boolean meet(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /** The path of the village, where work in any part of it is of one village. */
    private String place(Held held) {
        return units.village(held.unit().path()).path();
    }

    private boolean isAbove(Person person, Held held) {
        String path = place(held);
        return person.reach(Role.ADMIN).anyMatch(reach -> path.startsWith(reach) && path.length() > reach.length());
    }

    private Held allowed(Person person, long memberId, @Nullable String role, @Nullable String unitId) {
        Member member = members.member(memberId);
        if (memberId == person.id()) {
            throw Problem.forbidden("own_role");
        }
        person.mustReach(member.path(), Role.ADMIN);
        Held held = new Held(Role.named(role), units.named(unitId, "unit"));
        person.mustReach(held.unit().path(), Role.ADMIN);
        return held;
    }
}
