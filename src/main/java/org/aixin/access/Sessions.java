package org.aixin.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.identity.Grant;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.GroupCommit;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sha256;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Tokens;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who is signed in, by an opaque token of 256 random bits of which only the hash is kept. */
@ApplicationScoped
class Sessions {
    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final Duration A_SHIFT = Duration.ofHours(12), A_MONTH = Duration.ofDays(30), HALFWAY = Duration.ofMinutes(30);
    private static final int TOKEN = 43, ID = 16;
    private static final HexFormat HEX = HexFormat.of();
    private static final String COLUMNS = "SELECT member.id, member.name, home.path, member.household, role_grant.role, held.path";
    private static final String PERSON = " FROM member JOIN unit home ON home.id = member.unit LEFT JOIN role_grant ON role_grant.member = member.id"
            + " LEFT JOIN unit held ON held.id = role_grant.unit ";
    private static final String SESSION = COLUMNS + ", session.token, session.stage, session.browser, session.locked, session.at,"
            + " COALESCE(session.last_at, session.at), session.screen" + PERSON
            + "JOIN session ON session.member = member.id WHERE session.expires_at > ? AND ";
    private final Sql sql;
    private final BusinessTime time;
    private final Duration idle;
    private final GroupCommit<String, Optional<Session>> lookups = new GroupCommit<>("sessions", 200, Duration.ZERO, 20_000,
            this::find);

    Sessions(Sql sql, BusinessTime time, @ConfigProperty(name = "aixin.lock.after") Duration idle) {
        this.sql = sql;
        this.time = time;
        this.idle = idle;
    }

    void stop(@Observes ShutdownEvent stopping) {
        lookups.close();
    }

    /** A session that was just opened; nobody sees the token again. */
    record Opened(String token, Instant expiresAt, Person person, Stage stage) {
    }

    /** How long a screen of staff may lie unused before it locks. */
    Duration idle() {
        return idle;
    }

    /** For a program: twelve hours. */
    Opened open(Person person) {
        return open(person, A_SHIFT, Stage.OPEN, null);
    }

    /** For a browser: thirty days for residents, twelve hours for whoever works here, half an hour for whoever still lacks something. */
    Opened openInBrowser(Person person, Stage stage, From from) {
        Duration lasts = stage != Stage.OPEN ? HALFWAY : person.isStaff() ? A_SHIFT : A_MONTH;
        return open(person, lasts, stage, from);
    }

    private Opened open(Person person, Duration lasts, Stage stage, @Nullable From browser) {
        String token = Tokens.fresh(32);
        Instant now = time.now();
        byte[] device = browser == null || browser.device() == null ? null : Sha256.of(browser.device());
        sql.update("INSERT INTO session (token, member, at, expires_at, stage, browser, last_at, device, screen)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", Sha256.of(token), person.id(), now, now.plus(lasts), stage.name(),
                browser != null, now, device, browser == null ? Screens.PROGRAM : browser.screen());
        return new Opened(token, now.plus(lasts), person, stage);
    }

    /**
     * The session of this token, as long as it lives; what cannot be a token is not looked up. Tokens that come together are looked up
     * together; nobody holds a thread.
     */
    Uni<Optional<Session>> session(String token) {
        return token.length() != TOKEN ? Uni.createFrom().item(Optional.empty()) : lookups.submit(token);
    }

    /** The same at once, for whoever has a thread. */
    Optional<Session> now(@Nullable String token) {
        return token == null || token.length() != TOKEN ? Optional.empty() : find(List.of(token)).get(0);
    }

    private List<Optional<Session>> find(List<String> tokens) {
        List<byte[]> hashes = tokens.stream().distinct().map(Sha256::of).toList();
        Instant now = time.now();
        Map<String, List<Held>> found = sql
                .rows(SESSION + "session.token IN (" + Sql.marks(hashes.size()) + ")", Held::read, now, hashes).stream()
                .collect(groupingBy(Held::token));
        note(found.values().stream().map(Sessions::session).toList(), hashes, now);
        return tokens.stream()
                .map(token -> Optional.ofNullable(found.get(HEX.formatHex(Sha256.of(token)))).map(Sessions::session))
                .toList();
    }

    /** Writes down that they are used, now and then; it can wait where the database takes nothing. */
    private void note(List<Session> sessions, List<byte[]> hashes, Instant now) {
        List<String> used = sessions.stream()
                .filter(one -> one.isWorthNoting(now) && one.stage(now, idle) == Stage.OPEN).map(Session::id).toList();
        if (used.isEmpty()) {
            return;
        }
        try {
            List<byte[]> tokens = hashes.stream().filter(hash -> used.contains(id(hash))).toList();
            sql.update("UPDATE session SET last_at = ? WHERE token IN (" + Sql.marks(tokens.size()) + ")", now, tokens);
        } catch (RuntimeException later) {
            LOG.debugf("The use of %d sessions was not noted: %s", used.size(), later);
        }
    }

    /** What stands between a session and being signed in. */
    Stage stage(Session session) {
        return session.stage(time.now(), idle);
    }

    /** The living sessions of a member, the last opened first. */
    List<Session> of(long member) {
        return sql.rows(SESSION + "session.member = ? ORDER BY session.at DESC, session.token", Held::read, time.now(), member)
                .stream().collect(groupingBy(Held::token, LinkedHashMap::new, mapping(held -> held, toList()))).values()
                .stream().map(Sessions::session).toList();
    }

    /** The member as a person who could be signed in; refused 404 {@code not_found} where there is none. */
    Person person(long member) {
        return person(sql.rows(COLUMNS + PERSON + "WHERE member.id = ?", Granted::read, member)).orElseThrow(Problem::notFound);
    }

    /** By what the owner of this token's session knows it. */
    static String id(String token) {
        return id(Sha256.of(token));
    }

    private static String id(byte[] hash) {
        return HEX.formatHex(hash).substring(0, ID);
    }

    /** Locks the screen of this session. */
    void lock(String token) {
        sql.update("UPDATE session SET locked = TRUE WHERE token = ? AND browser", Sha256.of(token));
    }

    /** Counts a try to unlock; false where there were too many, and the session has ended. */
    boolean mayTry(String token) {
        if (sql.update("UPDATE session SET wrong_pins = wrong_pins + 1 WHERE token = ? AND wrong_pins < 5",
                Sha256.of(token)) == 1) {
            return true;
        }
        close(token);
        return false;
    }

    /** How many tries to unlock are left. */
    int triesLeft(String token) {
        return sql.first("SELECT 5 - wrong_pins FROM session WHERE token = ?", row -> row.getInt(1), Sha256.of(token)).orElse(0);
    }

    /** Unlocks the screen of this session. */
    void unlock(String token) {
        sql.update("UPDATE session SET locked = FALSE, wrong_pins = 0, last_at = ? WHERE token = ?", time.now(),
                Sha256.of(token));
    }

    /** Ends a session at once. */
    void close(String token) {
        sql.update("DELETE FROM session WHERE token = ?", Sha256.of(token));
    }

    /** Ends one of a member's sessions and forgets the device it was opened on; refused 404 {@code not_found} where there is none. */
    void close(long member, String id) {
        List<byte[]> found = sql.rows("SELECT token, device FROM session WHERE member = ?",
                row -> new byte[][]{row.getBytes(1), row.getBytes(2)}, member).stream().filter(one -> id(one[0]).equals(id))
                .flatMap(one -> {
                    sql.update("DELETE FROM session WHERE token = ?", one[0]);
                    return Stream.of(one[1] == null ? new byte[0] : one[1]);
                }).toList();
        if (found.isEmpty()) {
            throw Problem.notFound();
        }
        found.forEach(device -> sql.update("DELETE FROM device WHERE member = ? AND token = ?", member, device));
    }

    /** Ends every session of a member at once. */
    void closeAll(long member) {
        sql.update("DELETE FROM session WHERE member = ?", member);
    }

    /** Ends every session of a member but this one. */
    void closeOthers(long member, String token) {
        sql.update("DELETE FROM session WHERE member = ? AND token <> ?", member, Sha256.of(token));
    }

    private static Session session(List<Held> rows) {
        Held first = rows.get(0);
        Person person = person(rows.stream().map(Held::of).toList()).orElseThrow();
        return new Session(first.token().substring(0, ID), person, first.stage(), first.browser(), first.locked(), first.at(),
                first.lastAt(), first.screen());
    }

    private static Optional<Person> person(List<Granted> rows) {
        List<Grant> grants = rows.stream().flatMap(row -> Stream.ofNullable(row.grant())).toList();
        return rows.stream().findFirst()
                .map(row -> new Person(row.member(), row.name(), row.path(), row.household(), grants));
    }

    private record Granted(long member, String name, String path, @Nullable Long household, @Nullable Grant grant) {
        static Granted read(ResultSet row) throws SQLException {
            String role = row.getString(5);
            Grant grant = role == null ? null : new Grant(Role.valueOf(role), row.getString(6));
            return new Granted(row.getLong(1), row.getString(2), row.getString(3), Sql.id(row, 4), grant);
        }
    }

    private record Held(Granted of, String token, Stage stage, boolean browser, boolean locked, Instant at, Instant lastAt,
            String screen) {
        static Held read(ResultSet row) throws SQLException {
            return new Held(Granted.read(row), HEX.formatHex(row.getBytes(7)), Stage.valueOf(row.getString(8)), row.getBoolean(9),
                    row.getBoolean(10), row.getTimestamp(11).toInstant(), row.getTimestamp(12).toInstant(), row.getString(13));
        }
    }
}
