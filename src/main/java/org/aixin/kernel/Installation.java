package org.aixin.kernel;

import jakarta.enterprise.context.ApplicationScoped;

/** What this database was set up as. */
@ApplicationScoped
public class Installation {
    private final Sql sql;
    private volatile boolean known;
    private volatile boolean demo;

    Installation(Sql sql) {
        this.sql = sql;
    }

    /** Whether it holds a demo village, which it then does for good. False until the first start has begun to load one. */
    public boolean isDemo() {
        if (!known) {
            sql.first("SELECT demo FROM installation", row -> row.getBoolean(1)).ifPresent(loaded -> {
                demo = loaded;
                known = true;
            });
        }
        return demo;
    }
}
