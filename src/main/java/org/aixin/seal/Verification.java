package org.aixin.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.aixin.seal.Verified.Difference;
import org.aixin.seal.Verified.What;

import org.jspecify.annotations.Nullable;

/**
 * Checks every transfer, from its row alone, against the seals. The stored leaves only tell where to look: where a seal's root
 * agrees with them, the row that does not is the one that was changed.
 */
public final class Verification {
    /** A transfer as old as this before the last seal should be under it: it lasts longer than a database transaction may. */
    private static final Duration LATE = Duration.ofMinutes(2);
    private static final String LOG = "SELECT l.position, l.transfer, l.leaf, t.id, " + Leaf.COLUMNS
            + " FROM seal_log l LEFT JOIN transfer t ON t.id = l.transfer WHERE l.position >= ? AND l.position < ? ORDER BY l.position";
    private static final int AT_ONCE = 20_000;
    private final Connection connection;
    private final Map<String, PublicSealKey> trusted = new TreeMap<>();
    private final Map<Long, Seal> kept = new TreeMap<>();
    private final Frontier rows = new Frontier();
    private final Frontier leaves = new Frontier();
    private long good;
    private long goodSize;
    private Instant floor = Instant.MIN;
    private @Nullable Seal before;
    private @Nullable Difference suspect;

    /**
     * @param connection with autocommit off where all is to be seen at one moment
     * @param trusted the keys that may have signed
     * @param kept seals that were kept elsewhere, such as at the township
     */
    public Verification(Connection connection, List<PublicSealKey> trusted, List<Seal> kept) {
        this.connection = connection;
        trusted.forEach(key -> this.trusted.put(key.id(), key));
        kept.forEach(seal -> this.kept.put(seal.number(), seal));
    }

    /** Checks all of it, or up to the first difference. */
    public Verified run() throws SQLException {
        List<Seal> seals = seals();
        Difference difference = null;
        for (int i = 0; difference == null && i < seals.size(); i++) {
            difference = check(seals.get(i), i + 1L);
        }
        if (difference == null) {
            difference = keptButGone(seals.size());
        }
        if (difference == null) {
            difference = slippedIn(seals);
        }
        return new Verified(good, goodSize, Math.max(0, transfers() - goodSize), difference);
    }

    private @Nullable Difference check(Seal seal, long number) throws SQLException {
        if (seal.number() != number || seal.size() < goodSize) {
            return new Difference(What.SEAL_MISSING, number, goodSize, goodSize, null);
        }
        Seal elsewhere = kept.get(number);
        if (elsewhere != null && !elsewhere.equals(seal)) {
            return new Difference(What.OTHER_HISTORY, number, goodSize, seal.size() - 1, null);
        }
        PublicSealKey key = trusted.get(seal.key());
        if (key == null || !seal.isSignedBy(key)) {
            return new Difference(What.NOT_SIGNED, number, goodSize, seal.size() - 1, null);
        }
        floor = floor(seal);
        before = seal;
        Difference missing = readTo(seal);
        if (missing != null) {
            return missing;
        }
        return compare(seal);
    }

    /**
     * What a seal covers first is not older than the seal before it, less what a transaction lasts: a row that was slipped in with an
     * old date is told even after it was sealed. Where the clock was set back between the two, nothing can be said.
     */
    private Instant floor(Seal seal) {
        Instant earlier = before == null ? Instant.MIN : Instant.parse(before.at());
        return before == null || Instant.parse(seal.at()).isBefore(earlier) ? Instant.MIN : earlier.minus(LATE);
    }

    /** Reads the log on to the size of a seal; answers where it has a gap. */
    private @Nullable Difference readTo(Seal seal) throws SQLException {
        while (rows.size() < seal.size()) {
            long from = rows.size();
            Difference gap = read(from, Math.min(seal.size(), from + AT_ONCE), seal);
            if (gap != null) {
                return gap;
            }
        }
        return null;
    }

    private @Nullable Difference read(long from, long to, Seal seal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOG)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long position = rows.size();
                    if (row.getLong(1) != position) {
                        return new Difference(What.DELETED, seal.number(), position, position, null);
                    }
                    add(row, position, seal);
                }
            }
        }
        return rows.size() == to ? null : new Difference(What.DELETED, seal.number(), rows.size(), rows.size(), null);
    }

    private void add(ResultSet row, long position, Seal seal) throws SQLException {
        byte[] stored = row.getBytes(3);
        boolean there = row.getString(4) != null;
        byte[] found = there ? Merkle.leaf(Leaf.text(row, 5)) : stored;
        if (suspect == null && !there) {
            suspect = new Difference(What.DELETED, seal.number(), position, position, row.getLong(2));
        } else if (suspect == null && !Arrays.equals(stored, found)) {
            suspect = new Difference(What.CHANGED, seal.number(), position, position, row.getLong(2));
        } else if (suspect == null && at(row).isBefore(floor)) {
            suspect = new Difference(What.SLIPPED_IN, seal.number(), position, position, row.getLong(2));
        }
        rows.add(found);
        leaves.add(stored);
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject(4 + Leaf.AT, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private @Nullable Difference compare(Seal seal) {
        byte[] root = HexFormat.of().parseHex(seal.root());
        if (Arrays.equals(root, rows.root()) && suspect == null) {
            good = seal.number();
            goodSize = seal.size();
            return null;
        }
        boolean storedAreRight = Arrays.equals(root, leaves.root());
        return storedAreRight && suspect != null
                ? suspect
                : new Difference(What.REWRITTEN, seal.number(), goodSize, seal.size() - 1, null);
    }

    private @Nullable Difference keptButGone(long seals) {
        return kept.keySet().stream().filter(number -> number > seals).findFirst()
                .map(number -> new Difference(What.SEAL_MISSING, number, goodSize, goodSize, null)).orElse(null);
    }

    private @Nullable Difference slippedIn(List<Seal> seals) throws SQLException {
        if (seals.isEmpty()) {
            return null;
        }
        Instant before = Instant.parse(seals.get(seals.size() - 1).at()).minus(LATE);
        try (PreparedStatement statement = connection.prepareStatement("SELECT t.id FROM transfer t LEFT JOIN seal_log l"
                + " ON l.transfer = t.id AND l.position < ? WHERE l.transfer IS NULL AND t.at < ? ORDER BY t.id LIMIT 1")) {
            statement.setLong(1, goodSize);
            statement.setObject(2, LocalDateTime.ofInstant(before, ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Difference(What.SLIPPED_IN, 0, goodSize, goodSize, row.getLong(1)) : null;
            }
        }
    }

    private List<Seal> seals() throws SQLException {
        List<Seal> seals = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Seal.SELECT + "ORDER BY number")) {
            while (row.next()) {
                seals.add(Seal.read(row));
            }
        }
        return seals;
    }

    private long transfers() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM transfer")) {
            row.next();
            return row.getLong(1);
        }
    }
}
