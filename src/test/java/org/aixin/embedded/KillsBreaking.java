package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of the service or of its database at any moment of a first start, of an upgrade and of work, a third each
 * ({@code -Dkills=300}; {@code -Dseed=…} plays the same moments again): the next start comes up by itself with all that was acknowledged.
 */
class KillsBreaking {
    private static final int KILLS = Integer.getInteger("kills", 300), IN_A_ROW = 5;
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final Map<String, String> DEMO = Map.of(), OWN = Map.of("AIXIN_DEMO", "false");
    private static final List<String> OLD_ROWS = List.of(
            "INSERT INTO installation (id, demo, begun_at, loaded_at) VALUES (1, FALSE, '2026-01-01', '2026-01-01')",
            "INSERT INTO unit (id, parent, kind, name, path, at) VALUES (1, NULL, 'COUNTY', '旧县', '/1/', '2026-01-01')",
            "INSERT INTO member (id, name, login, unit, party_member, pinyin, initials, code_id, at) VALUES (2, '旧站长', 'admin', 1, FALSE, 'jiuzhanzhang', 'jzz', '12345678', '2026-01-01')",
            "INSERT INTO role_grant (member, role, unit, granted_by, at) VALUES (2, 'ADMIN', 1, NULL, '2026-01-01')");
    private final Random random = new Random(SEED);
    private int ofService, ofDatabase;

    @BeforeAll
    static void say() {
        System.out.println("seed " + SEED);
    }

    /** Starts it over and over and kills it within so many milliseconds, then lets it come up. */
    private RunningService killed(Path data, Map<String, String> settings, int within) throws Exception {
        for (int i = 0; i < IN_A_ROW; i++) {
            RunningService service = RunningService.begin(data, settings);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(within));
            killOne(service, data);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
            service.kill();
        }
        RunningService service = RunningService.start(data, settings);
        assertThat(service.isAlive()).as(service.output()).isTrue();
        return service;
    }

    private void killOne(RunningService service, Path data) throws Exception {
        PidRecord record = new PidRecord(data.resolve("mariadb.pid"));
        if (random.nextBoolean() && record.orphan().isPresent()) {
            record.orphan().ifPresent(ProcessHandle::destroyForcibly);
            ofDatabase++;
        } else {
            service.kill();
            ofService++;
        }
    }

    private static int comesUpWithin(Path data, Map<String, String> settings) throws Exception {
        long begun = System.nanoTime();
        try (RunningService service = RunningService.start(data, settings)) {
            assertThat(service.isAlive()).as(service.output()).isTrue();
            return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        }
    }

    private void report(String what) {
        System.out.printf("%s: %d kills of the service, %d of its database; it came up each time%n", what, ofService, ofDatabase);
    }

    @Test
    void of_a_first_start() throws Exception {
        int within = comesUpWithin(RunningService.newData("killed-first"), DEMO);
        while (ofService + ofDatabase < KILLS / 3) {
            Path data = RunningService.newData("killed-first");
            try (RunningService service = killed(data, DEMO, within)) {
                assertThat(service.signIn("13800000001", "aixin2026")).isNotEmpty();
            }
        }
        report("first start");
    }

    @Test
    void of_an_upgrade() throws Exception {
        Path old = RunningService.newData("old");
        try (EmbeddedServers servers = EmbeddedServers.start(old, TestServers.PROGRAMS, said -> {
        })) {
            servers.migrate("20");
            try (Connection owner = DriverManager.getConnection(servers.access().url(), servers.access().owner(),
                    servers.access().ownerPassword()); Statement statement = owner.createStatement()) {
                for (String row : OLD_ROWS) {
                    statement.execute(row);
                }
            }
            Beginning.finish(old);
        }
        int within = comesUpWithin(copy(old), OWN);
        while (ofService + ofDatabase < KILLS / 3) {
            Path data = copy(old);
            Writers writers = new Writers();
            try (RunningService service = killed(data, OWN, within); writers) {
                writers.writeTo(service, administrator(service));
                TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(1500));
                service.kill();
                ofService++;
            }
            try (RunningService service = RunningService.start(data, OWN)) {
                assertThat(service.isAlive()).as(service.output()).isTrue();
                assertThat(writers.lost(data)).isEmpty();
                assertThat(service.get("/api/units", service.signIn("admin", SECRET)).body()).contains("旧县");
            }
        }
        report("upgrade");
    }

    private static final String SECRET = "tengwanli77";

    private static String administrator(RunningService service) throws Exception {
        assertThat(service.post("/api/secrets", "none",
                "{\"login\":\"admin\",\"oneTimeCode\":\"%s\",\"secret\":\"%s\"}".formatted(service.oneTimeCode(), SECRET)).join()
                .statusCode()).isEqualTo(204);
        return service.signIn("admin", SECRET);
    }

    private static Path copy(Path old) throws Exception {
        Path data = RunningService.newData("killed-upgrade");
        FolderCopy.copy(old, data);
        return data;
    }

    @Test
    void of_work() throws Exception {
        Path data = RunningService.newData("killed-work");
        RunningService service = RunningService.start(data, DEMO);
        try (Writers writers = new Writers()) {
            while (ofService + ofDatabase < KILLS / 3) {
                writers.writeTo(service, service.signIn("admin", "aixin2026"));
                int before = writers.acknowledged();
                TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(2500));
                killOne(service, data);
                if (!service.isAlive()) {
                    writers.rest();
                    service = RunningService.start(data, DEMO);
                    assertThat(service.isAlive()).as(service.output()).isTrue();
                    writers.writeTo(service, service.signIn("admin", "aixin2026"));
                }
                for (int waited = 0; writers.acknowledged() <= before; waited++) {
                    assertThat(waited).as("it takes writes again").isLessThan(600);
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                assertThat(writers.lost(data)).isEmpty();
            }
            report("work (%d writes acknowledged, none lost; %s)".formatted(writers.acknowledged(), writers.answers()));
        } finally {
            service.close();
        }
    }
}
