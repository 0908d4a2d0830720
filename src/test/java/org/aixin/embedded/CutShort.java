package org.aixin.embedded;

import java.nio.file.Path;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/** Migrations that end before their n-th statement. */
final class CutShort implements Callback {
    private final int at;
    private final @Nullable Path killed;
    private int statements;

    /**
     * @param at before which statement they end, from 1
     * @param killed the data folder whose database is killed there; without one it lives, and only the migration fails
     */
    CutShort(int at, @Nullable Path killed) {
        this.at = at;
        this.killed = killed;
    }

    /** Whether it came to pass; else all ran. */
    boolean cameToPass() {
        return statements >= at;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE_STATEMENT;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        statements++;
        if (statements == at) {
            kill();
            throw new IllegalStateException("cut short before statement " + at);
        }
    }

    private void kill() {
        if (killed != null) {
            ProcessHandle database = new PidRecord(killed.resolve("mariadb.pid")).orphan().orElseThrow();
            database.destroyForcibly();
            database.onExit().join();
        }
    }

    @Override
    public String getCallbackName() {
        return "cut short";
    }
}
