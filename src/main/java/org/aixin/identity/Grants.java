package org.aixin.identity;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** Who holds which role where. A change counts from the person's next request on. */
@ApplicationScoped
public class Grants {
    private final Sql sql;
    private final BusinessTime time;
    private final Units units;
    private final Members members;

    Grants(Sql sql, BusinessTime time, Units units, Members members) {
        this.sql = sql;
        this.time = time;
        this.units = units;
        this.members = members;
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
     * {@code not_allowed} where member or unit are out of the administrator's reach; 422 {@code role_unknown}, {@code unit_unknown}.
     */
    public Held give(Person person, long memberId, @Nullable String role, @Nullable String unitId) {
        return Transactions.joined(() -> {
            Held held = allowed(person, memberId, role, unitId);
            write(memberId, held.role(), held.unit().id(), person.id());
            return held;
        });
    }

    /** Takes a role from a member; refusals as in {@link #give}, and 404 {@code not_found} where it is not held. */
    public void take(Person person, long memberId, @Nullable String role, @Nullable String unitId) {
        Held held = allowed(person, memberId, role, unitId);
        if (sql.update("DELETE FROM role_grant WHERE member = ? AND role = ? AND unit = ?", memberId, held.role().name(),
                held.unit().id()) == 0) {
            throw Problem.notFound();
        }
    }

    /** For whoever sets up a village; takes part in the caller's transaction. */
    public void write(long member, Role role, long unit, @Nullable Long by) {
        sql.update("INSERT INTO role_grant (member, role, unit, granted_by, at) VALUES (?, ?, ?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE member = VALUES(member)", member, role.name(), unit, by, time.now());
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
