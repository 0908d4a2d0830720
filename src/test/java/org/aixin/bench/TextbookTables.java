package org.aixin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.aixin.kernel.TestDatabase;

/**
 * The tables of the {@link Textbook}.
 *
 * @param database whose owner makes its tables, and whose user works with them
 */
record TextbookTables(TestDatabase database) {
    private static final Map<String, String> COLUMNS = Map.of("goods", "stock INT NOT NULL", "member", "points INT NOT NULL",
            "order", "member BIGINT NOT NULL, goods BIGINT NOT NULL, collected BOOLEAN NOT NULL",
            "departure", "of_order BIGINT NOT NULL");

    /**
     * Goods and members, counted from 1, and nothing taken yet.
     *
     * @param stocks how many there are of each goods
     */
    void fill(List<Integer> stocks, int members, int points) throws SQLException {
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : COLUMNS.entrySet()) {
                String name = "textbook_" + table.getKey();
                statement.execute("CREATE TABLE IF NOT EXISTS %s (id BIGINT PRIMARY KEY, %s)".formatted(name, table.getValue()));
                statement.execute("GRANT ALL ON %s TO '%s'@'127.0.0.1'".formatted(name, database.user()));
                statement.execute("DELETE FROM " + name);
            }
            statement.execute("INSERT INTO textbook_goods VALUES " + rows(stocks));
            statement.execute("INSERT INTO textbook_member VALUES " + rows(Collections.nCopies(members, points)));
        }
    }

    private static String rows(List<Integer> values) {
        return IntStream.range(0, values.size()).mapToObj(i -> "(%d, %d)".formatted(i + 1, values.get(i)))
                .collect(Collectors.joining(","));
    }
}
