package org.aixin.expiry;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;

/** The rows that say how far the expiry of a day has come, whichever node did it. */
@ApplicationScoped
class Runs {
    /**
     * The expiry of one day by one setting.
     *
     * @param lastMember all members up to this one are done
     * @param mark all that was given back up to this transfer is done
     */
    record Run(Setting setting, LocalDate due, long lastMember, boolean finished, long mark) {
    }

    private static final String ONE = " WHERE unit = ? AND version = ? AND due = ?";
    private final Sql sql;

    Runs(Sql sql) {
        this.sql = sql;
    }

    /** The run as it stands; begun where nobody has. */
    Run run(Setting setting, LocalDate due, long mark) {
        return sql.first("SELECT last_member, finished, mark FROM expiry_run" + ONE,
                row -> new Run(setting, due, row.getLong(1), row.getBoolean(2), row.getLong(3)), setting.unit(),
                setting.version(), due).orElseGet(() -> begun(setting, due, mark));
    }

    private Run begun(Setting setting, LocalDate due, long mark) {
        sql.update(
                "INSERT IGNORE INTO expiry_run (unit, version, due, last_member, finished, mark) VALUES (?, ?, ?, 0, FALSE, ?)",
                setting.unit(), setting.version(), due, mark);
        return new Run(setting, due, 0, false, mark);
    }

    /** All up to this member are done. */
    void came(Run run, long member) {
        sql.update("UPDATE expiry_run SET last_member = ?" + ONE + " AND last_member < ?", member, run.setting.unit(),
                run.setting.version(), run.due, member);
    }

    void finished(Run run) {
        sql.update("UPDATE expiry_run SET finished = TRUE" + ONE, run.setting.unit(), run.setting.version(), run.due);
    }

    /** All that was given back up to this transfer is done. */
    void looked(Run run, long mark) {
        if (mark > run.mark) {
            sql.update("UPDATE expiry_run SET mark = ?" + ONE + " AND mark < ?", mark, run.setting.unit(),
                    run.setting.version(), run.due, mark);
        }
    }
}
