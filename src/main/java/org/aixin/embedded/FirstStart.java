package org.aixin.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.identity.Admissions;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

/**
 * Makes an empty database a demo village or an installation of one's own, once, before the first request is taken. A first start
 * that was cut short is found at the next one, and named.
 */
@ApplicationScoped
class FirstStart {
    private static final Duration ANOTHER_NODE_LOADS = Duration.ofMinutes(2);
    private final Sql sql;
    private final BusinessTime time;
    private final DemoVillage village;
    private final OwnInstallation own;
    private final Admissions admissions;
    private final Placement placement;
    private @Nullable String administratorsCode;

    FirstStart(Sql sql, BusinessTime time, DemoVillage village, OwnInstallation own, Admissions admissions,
            Placement placement) {
        this.sql = sql;
        this.time = time;
        this.village = village;
        this.own = own;
        this.admissions = admissions;
        this.placement = placement;
    }

    private record Row(boolean demo, boolean loaded) {
    }

    void prepare(@Observes @Priority(100) StartupEvent starting) throws InterruptedException {
        Row row = begin() ? load() : loaded();
        comeUp();
        if (row.demo() && !placement.demoWanted()) {
            throw placement.isADemo();
        }
        administratorsCode = row.demo() ? null : admissions.firstAdministratorsCode().orElse(null);
    }

    /** From here on people's requests are taken, and what was begun is for good. */
    private void comeUp() {
        if (placement.embedded()) {
            try {
                Upgrade.finish(placement.folder());
                Beginning.finish(placement.folder());
            } catch (IOException failed) {
                throw Unusable.folder(placement.folder(), failed);
            }
        }
    }

    /** The code with which the first administrator signs in, while nobody has used one. */
    Optional<String> administratorsCode() {
        return Optional.ofNullable(administratorsCode);
    }

    /** Whether the database was empty; of several nodes that start at once one is told so. */
    private boolean begin() {
        return sql.update("INSERT IGNORE INTO installation (id, demo, begun_at) VALUES (1, ?, ?)", placement.demoWanted(),
                time.now()) == 1;
    }

    private Row load() {
        if (placement.demoWanted()) {
            Console.say("正在装入演示村子… Loading the demo village");
            village.load();
        } else {
            own.load();
        }
        sql.update("UPDATE installation SET loaded_at = ? WHERE id = 1", time.now());
        return new Row(placement.demoWanted(), true);
    }

    private Row loaded() throws InterruptedException {
        long end = System.nanoTime() + (placement.embedded() ? Duration.ZERO : ANOTHER_NODE_LOADS).toNanos();
        Row row = row();
        while (!row.loaded() && System.nanoTime() < end) {
            Thread.sleep(500);
            row = row();
        }
        if (!row.loaded()) {
            throw placement.halfLoaded();
        }
        return row;
    }

    private Row row() {
        return sql
                .first("SELECT demo, loaded_at FROM installation", row -> new Row(row.getBoolean(1), Sql.instant(row, 2) != null))
                .orElseThrow();
    }
}
