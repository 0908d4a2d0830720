package org.aixin.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tables of the {@link Textbook}.
 *
 * @param user whom it works as
 * @param ownerUser whom its tables are made as
 */
record TextbookTables(String url, String user, String ownerUser, String ownerPassword) {
    private static final Map<String, String> COLUMNS = Map.of("goods", "stock INT NOT NULL", "member", "points INT NOT NULL",
            "order", "member BIGINT NOT NULL, goods BIGINT NOT NULL, collected BOOLEAN NOT NULL",
            "departure", "of_order BIGINT NOT NULL");

    /** So many goods and members, counted from 1, and nothing taken yet. */
    void fill(int goods, int stock, int members, int points) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, ownerUser, ownerPassword);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : COLUMNS.entrySet()) {
                String name = "textbook_" + table.getKey();
                statement.execute("CREATE TABLE IF NOT EXISTS %s (id BIGINT PRIMARY KEY, %s)".formatted(name, table.getValue()));
                statement.execute("GRANT ALL ON %s TO '%s'@'127.0.0.1'".formatted(name, user));
                statement.execute("DELETE FROM " + name);
            }
            statement.execute("INSERT INTO textbook_goods VALUES " + rows(goods, stock));
            statement.execute("INSERT INTO textbook_member VALUES " + rows(members, points));
        }
    }

    private static String rows(int count, int value) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "(%d, %d)".formatted(i, value)).collect(Collectors.joining(","));
    }
}
