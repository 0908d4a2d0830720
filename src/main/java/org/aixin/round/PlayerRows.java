package org.aixin.round;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The players as the database keeps them. */
@ApplicationScoped
class PlayerRows {
    private static final int MOST_TRIES = 5, FURTHER = 50;
    private final Sql sql;

    PlayerRows(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a player; false where the name or the resident is in the round already. */
    boolean add(Player player, byte @Nullable [] token, Instant at) {
        return sql.update("INSERT IGNORE INTO live_player (id, round, token, back, name, phone, member, joined_at)"
                + " VALUES (?,?,?,?,?,?,?,?)", player.id(), player.round(), token, player.back(), player.name(), player.phone(),
                player.member(), at) == 1;
    }

    /** The phone with this token is the player's from now on; the one before is not. */
    void seat(long player, byte[] token) {
        sql.update("UPDATE live_player SET token = ?, wrong_back = 0 WHERE id = ?", token, player);
    }

    /** As {@link #seat}, for the resident who signed in. */
    void seatOwner(long player, byte[] token) {
        sql.update("UPDATE live_player SET token = ?, wrong_back = 0,"
                + " seat = CASE WHEN seat IN ('CARD', 'AFTER_CARD') THEN 'AFTER_CARD' ELSE 'OWN' END WHERE id = ?", token,
                player);
    }

    /** As {@link #seat}, for who knows the number of the resident's card; false where a phone sits there that knew more. */
    boolean seatByCard(long player, byte[] token) {
        return sql.update(
                "UPDATE live_player SET token = ?, wrong_back = 0, seat = 'CARD' WHERE id = ? AND (token IS NULL OR seat = 'CARD')",
                token, player) == 1;
    }

    Optional<Player> holding(byte[] token) {
        return sql.first(Player.SELECT + "WHERE token = ?", Player::read, (Object) token);
    }

    Optional<Player> ofMember(long round, long member) {
        return sql.first(Player.SELECT + "WHERE round = ? AND member = ?", Player::read, round, member);
    }

    Optional<Player> named(long round, String name) {
        return sql.first(Player.SELECT + "WHERE round = ? AND name = ?", Player::read, round, name);
    }

    /** The name, with a number behind it where others have it or all get one; one further on for whoever was overtaken. */
    String freeName(long round, String name, boolean numbered, int overtaken) {
        int others = sql.first("SELECT COUNT(*) FROM live_player WHERE round = ? AND (name = ? OR LEFT(name, CHAR_LENGTH(?) + 1)"
                + " = CONCAT(?, ' '))", row -> row.getInt(1), round, name, name, name).orElse(0);
        return !numbered && others + overtaken == 0
                ? name
                : name + " " + (others + 1 + ThreadLocalRandom.current().nextInt(1 + overtaken * overtaken * FURTHER));
    }

    /**
     * Whether these are the player's digits. Each try is taken before it is looked at: of any number at once no more than five are,
     * then the way back is closed until the host opens it. Whoever is seated has all tries again.
     */
    boolean mayComeBack(Player player, @Nullable String digits) {
        return sql.update("UPDATE live_player SET wrong_back = wrong_back + 1 WHERE id = ? AND wrong_back < " + MOST_TRIES,
                player.id()) == 1 && player.back().equals(digits);
    }

    int count(long round) {
        return sql.first("SELECT COUNT(*) FROM live_player WHERE round = ? AND removed_at IS NULL", row -> row.getInt(1), round)
                .orElse(0);
    }

    /** How many are nobody's who is known. */
    int guests(long round) {
        return sql.first("SELECT COUNT(*) FROM live_player WHERE round = ? AND member IS NULL AND removed_at IS NULL",
                row -> row.getInt(1), round).orElse(0);
    }

    List<Player> of(long round, long after, int limit) {
        return sql.rows(Player.SELECT + "WHERE round = ? AND id > ? AND removed_at IS NULL ORDER BY id LIMIT ?", Player::read,
                round,
                after, limit);
    }

    List<Player> newestOf(long round, long before, int limit) {
        return sql.rows(Player.SELECT + "WHERE round = ? AND id < ? AND removed_at IS NULL ORDER BY id DESC LIMIT ?",
                Player::read, round, before, limit);
    }

    /** The names of those who came last, the last first. */
    List<String> newest(long round, int most) {
        return sql.rows("SELECT name FROM live_player WHERE round = ? AND removed_at IS NULL ORDER BY id DESC LIMIT ?",
                row -> row.getString(1), round, most);
    }

    boolean remove(long round, long player, Instant at) {
        return sql.update("UPDATE live_player SET removed_at = ? WHERE round = ? AND id = ? AND removed_at IS NULL", at, round,
                player) == 1;
    }

    /** Lets a player come back again who gave five wrong digits. */
    void open(long round, long player) {
        sql.update("UPDATE live_player SET wrong_back = 0 WHERE round = ? AND id = ?", round, player);
    }

    /** Of guests who came before this and whom nobody claimed, no phone is kept. */
    void forgetPhones(Instant before) {
        sql.update("UPDATE live_player SET phone = NULL WHERE phone IS NOT NULL AND joined_at < ?", before);
    }

    boolean claim(long round, long player, long member, long by, Instant at) {
        return sql.updateOr(Problem.conflict("member_plays"),
                "UPDATE live_player SET member = ?, claimed_at = ?, claimed_by = ? WHERE round = ? AND id = ? AND member IS NULL"
                        + " AND removed_at IS NULL",
                member, at, by, round, player) == 1;
    }
}
