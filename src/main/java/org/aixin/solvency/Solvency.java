package org.aixin.solvency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Goods;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

/** Adds up what a unit's people hold and what covers it: three sums made by the database, of one and the same moment. */
@ApplicationScoped
class Solvency {
    private static final String POINTS = "SELECT COALESCE(SUM(CASE WHEN a.side = 'OWN' THEN b.balance ELSE 0 END), 0),"
            + " COALESCE(SUM(b.held), 0), COALESCE(SUM(CASE WHEN a.side = 'OWED' THEN -b.balance ELSE 0 END), 0),"
            + " COUNT(CASE WHEN a.side = 'OWN' AND b.balance > 0 THEN 1 END) FROM unit u JOIN member m ON m.unit = u.id"
            + " JOIN account a ON a.owner = CONVERT(CONCAT('member:', m.id) USING ascii) COLLATE ascii_bin AND a.asset = 'POINTS'"
            + " JOIN account_balance b ON b.account_id = a.id WHERE u.path LIKE ?";
    private static final String GOODS = "SELECT g.code, g.name, g.unit, SUM(s.on_hand), SUM(s.held), " + Goods.priceAt("u.path")
            + " AS price FROM unit u"
            + " JOIN shop p ON p.unit_id = u.id JOIN stock s ON s.shop_id = p.id JOIN goods g ON g.id = s.goods_id"
            + " WHERE u.path LIKE ? AND g.status <> 'PROPOSED' GROUP BY g.id, g.code, g.name, g.unit, price HAVING SUM(s.on_hand) > 0 ORDER BY g.id, price";
    private static final String FUND = "SELECT COALESCE(SUM(CASE WHEN t.credit = a.id THEN t.amount ELSE -t.amount END), 0)"
            + " FROM unit u JOIN account a ON a.owner = CONVERT(CONCAT('system:fund:', u.id) USING ascii) COLLATE ascii_bin"
            + " AND a.asset = 'CNY' JOIN transfer t ON t.%s = a.id WHERE u.path LIKE ?";
    private final AgroalDataSource database;
    private final Units units;
    private final PointWorths worths;
    private final BusinessTime time;

    Solvency(AgroalDataSource database, Units units, PointWorths worths, BusinessTime time) {
        this.database = database;
        this.units = units;
        this.worths = worths;
        this.time = time;
    }

    /** The units that a person may look at. */
    List<Unit> units(Person person) {
        return units.reachedBy(person, Role.ADMIN, Role.AUDITOR);
    }

    /** Where a unit stands, by its id, the person's widest without one. Refused 403 {@code not_allowed}, 422 {@code unit_unknown}. */
    Standing of(Person person, @Nullable String unitId) {
        Unit unit = unitId == null || unitId.isBlank()
                ? units(person).stream().findFirst().orElseThrow(() -> Problem.forbidden("not_allowed"))
                : units.named(unitId, "unit");
        person.mustReach(unit.path(), Role.ADMIN, Role.AUDITOR);
        int worth = worths.of(unit);
        return QuarkusTransaction.suspendingExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                return atOneMoment(connection, unit, worth);
            }
        });
    }

    private Standing atOneMoment(Connection connection, Unit unit, int worth) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            return standing(connection, unit, worth);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }

    private Standing standing(Connection connection, Unit unit, int worth) throws SQLException {
        String path = unit.path() + "%";
        long[] points = rows(connection, POINTS, path,
                row -> new long[]{row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)}).get(0);
        List<Standing.OnShelf> goods = rows(connection, GOODS, path, row -> new Standing.OnShelf(row.getString(1),
                row.getString(2), row.getString(3), row.getLong(4), row.getLong(5), row.getLong(6), worth));
        long fund = 0;
        for (String side : List.of("credit", "debit")) {
            fund += rows(connection, FUND.formatted(side), path, row -> row.getLong(1)).get(0);
        }
        return new Standing(unit, time.now(), worth, points[0], points[1], points[2], points[3], goods, fund);
    }

    private interface Read<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection connection, String query, String path, Read<T> read) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, path);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(read.of(row));
                }
            }
            return rows;
        }
    }
}
