package org.aixin.seal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aixin.kernel.Sql;

/**
 * The tree's nodes as the database keeps them: leaves in the log, and one node for 256 of the level below. What lies between is
 * reckoned from a run of up to 256, which is read once.
 */
final class StoredNodes implements Merkle.Nodes {
    static final int STEP = 8;
    static final int RUN = 1 << STEP;
    private final Sql sql;
    private final Map<Run, List<byte[]>> read = new HashMap<>();

    StoredNodes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public byte[] hash(int level, long index) {
        int base = level / STEP * STEP;
        int width = 1 << (level - base);
        long first = index * width;
        List<byte[]> run = run(base, first / RUN);
        int from = (int) (first % RUN);
        return Merkle.over(run.subList(from, from + width));
    }

    /** The hashes of a level from {@code number * 256} on, as many of 256 as there are. */
    List<byte[]> run(int level, long number) {
        return read.computeIfAbsent(new Run(level, number), this::read);
    }

    private List<byte[]> read(Run run) {
        long from = run.number * RUN;
        return run.level == 0
                ? sql.rows("SELECT leaf FROM seal_log WHERE position >= ? AND position < ? ORDER BY position",
                        row -> row.getBytes(1), from, from + RUN)
                : sql.rows("SELECT hash FROM seal_node WHERE level = ? AND position >= ? AND position < ? ORDER BY position",
                        row -> row.getBytes(1), run.level, from, from + RUN);
    }

    private record Run(int level, long number) {
    }
}
