package org.aixin.embedded;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.restassured.path.json.JsonPath;
import org.jspecify.annotations.Nullable;

/** People who write without a pause while something breaks, and remember what was acknowledged. */
final class Writers implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable RunningService service;
    private volatile String token = "";
    private volatile String under = "";
    private volatile boolean ending;

    /** Begins to write to this service as an administrator, or goes on at another start of it. */
    void writeTo(RunningService running, String administrator) throws Exception {
        token = administrator;
        under = JsonPath.from(running.get("/api/units", administrator).body()).getString("items[0].id");
        service = running;
        while (threads.size() < AT_ONCE) {
            Thread thread = new Thread(this::write, "writer");
            threads.add(thread);
            thread.start();
        }
    }

    /** Writes no more for now. */
    void rest() {
        service = null;
    }

    private void write() {
        while (!ending) {
            RunningService asked = service;
            String name = "新村" + number.incrementAndGet();
            try {
                if (asked == null) {
                    Thread.sleep(50);
                    continue;
                }
                HttpResponse<String> answer = asked
                        .post("/api/units", token,
                                "{\"parent\":\"%s\",\"kind\":\"TOWN\",\"name\":\"%s\"}".formatted(under, name))
                        .join();
                if (answer.statusCode() == 201) {
                    acknowledged.add(name);
                }
                String said = answer.statusCode() < 400
                        ? String.valueOf(answer.statusCode())
                        : answer.statusCode() + " " + answer.body().replaceAll("(?s).*\"code\":\"([a-z_]+)\".*", "$1");
                answers.merge(said, 1, Integer::sum);
                Thread.sleep(answer.statusCode() < 400 ? 5 : 100);
            } catch (Exception gone) {
                answers.merge("no answer", 1, Integer::sum);
            }
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** How often which answer was given. */
    String answers() {
        return answers.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).collect(Collectors.joining(", "));
    }

    /** How many answers began like this. */
    int answers(String such) {
        return answers.entrySet().stream().filter(each -> each.getKey().startsWith(such)).mapToInt(Map.Entry::getValue).sum();
    }

    /** What was acknowledged and is not in the database of this data folder. */
    Set<String> lost(Path data) throws Exception {
        Set<String> lost = new TreeSet<>(acknowledged);
        Credentials credentials = Credentials.in(data);
        try (Connection connection = DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:%s/%s?sslMode=DISABLED".formatted(credentials.get("mariadb.port"),
                        credentials.get("mariadb.database")),
                credentials.get("mariadb.user"), credentials.get("mariadb.password"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM unit")) {
            while (row.next()) {
                lost.remove(row.getString(1));
            }
        }
        return lost;
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
