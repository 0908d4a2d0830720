package org.aixin.counter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Shop;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.Sql;

/** Who hands goods over. */
@ApplicationScoped
class Clerks {
    private final Sql sql;

    Clerks(Sql sql) {
        this.sql = sql;
    }

    /**
     * A clerk.
     *
     * @param paths of the units that the clerk's role reaches
     */
    record Clerk(long id, String name, String unit, List<String> paths) {
        boolean reaches(Shop shop) {
            return paths.stream().anyMatch(shop.path()::startsWith);
        }

        private Clerk with(Clerk other) {
            return new Clerk(id, name, unit, Stream.concat(paths.stream(), other.paths.stream()).toList());
        }
    }

    /** The clerks of the units that one of these roles of the person reaches, in the order of their names. */
    List<Clerk> reachedBy(Person person, Role... roles) {
        Map<Long, Clerk> clerks = new LinkedHashMap<>();
        sql.rows(
                "SELECT m.id, m.name, u.name, u.path FROM role_grant g JOIN member m ON m.id = g.member JOIN unit u ON u.id = g.unit"
                        + " WHERE g.role = 'CLERK' AND NOT EXISTS (SELECT 1 FROM member_removal r WHERE r.member = m.id)"
                        + " ORDER BY m.name, m.id, u.path",
                row -> new Clerk(row.getLong(1), row.getString(2), row.getString(3), List.of(row.getString(4)))).stream()
                .filter(clerk -> person.may(clerk.paths().get(0), roles))
                .forEach(clerk -> clerks.merge(clerk.id(), clerk, Clerk::with));
        return List.copyOf(clerks.values());
    }
}
