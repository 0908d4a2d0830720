package org.aixin.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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
import org.jspecify.annotations.Nullable;

/** Who is signed in, by an opaque token of 256 random bits of which only the hash is kept. */
@ApplicationScoped
class Sessions {
    private static final Duration A_SHIFT = Duration.ofHours(12), A_MONTH = Duration.ofDays(30);
    private static final int TOKEN = 43;
    private static final HexFormat HEX = HexFormat.of();
    private static final String COLUMNS = "SELECT member.id, member.name, home.path, member.household, role_grant.role, held.path";
    private static final String PERSON = " FROM member JOIN unit home ON home.id = member.unit LEFT JOIN role_grant ON role_grant.member = member.id"
            + " LEFT JOIN unit held ON held.id = role_grant.unit ";
    private final Sql sql;
    private final BusinessTime time;
    private final GroupCommit<String, Optional<Person>> lookups = new GroupCommit<>("sessions", 200, Duration.ZERO, 20_000,
            this::people);

    Sessions(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    void stop(@Observes ShutdownEvent stopping) {
        lookups.close();
    }

    /** A session that was just opened; nobody sees the token again. */
    record Opened(String token, Instant expiresAt, Person person) {
    }

    /** For a program: twelve hours. */
    Opened open(Person person) {
        return open(person, A_SHIFT);
    }

    /** For a browser: thirty days for residents, twelve hours for whoever works here. */
    Opened openInBrowser(Person person) {
        return open(person, person.isStaff() ? A_SHIFT : A_MONTH);
    }

    private Opened open(Person person, Duration lasts) {
        String token = Tokens.fresh(32);
        Instant now = time.now();
        sql.update("INSERT INTO session (token, member, at, expires_at) VALUES (?, ?, ?, ?)", Sha256.of(token), person.id(), now,
                now.plus(lasts));
        return new Opened(token, now.plus(lasts), person);
    }

    /**
     * Whose token this is, as long as the session lives; what cannot be a token is not looked up. Tokens that come together are looked up
     * together; nobody holds a thread.
     */
    Uni<Optional<Person>> person(String token) {
        return token.length() != TOKEN ? Uni.createFrom().item(Optional.empty()) : lookups.submit(token);
    }

    private List<Optional<Person>> people(List<String> tokens) {
        List<byte[]> hashes = tokens.stream().distinct().map(Sha256::of).toList();
        Map<String, List<Held>> found = sql
                .rows(COLUMNS + ", session.token" + PERSON + "JOIN session ON session.member = member.id WHERE session.token IN ("
                        + Sql.marks(hashes.size())
                        + ") AND session.expires_at > ?", row -> Map.entry(HEX.formatHex(row.getBytes(7)), Held.read(row)),
                        hashes,
                        time.now())
                .stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return tokens.stream().map(token -> person(found.getOrDefault(HEX.formatHex(Sha256.of(token)), List.of()))).toList();
    }

    /** The member as a person who could be signed in; refused 404 {@code not_found} where there is none. */
    Person person(long member) {
        return person(sql.rows(COLUMNS + PERSON + "WHERE member.id = ?", Held::read, member)).orElseThrow(Problem::notFound);
    }

    /** Ends a session at once. */
    void close(String token) {
        sql.update("DELETE FROM session WHERE token = ?", Sha256.of(token));
    }

    /** Ends every session of a member at once. */
    void closeAll(long member) {
        sql.update("DELETE FROM session WHERE member = ?", member);
    }

    /** Ends every session of a member but this one. */
    void closeOthers(long member, String token) {
        sql.update("DELETE FROM session WHERE member = ? AND token <> ?", member, Sha256.of(token));
    }

    private static Optional<Person> person(List<Held> rows) {
        List<Grant> grants = rows.stream().flatMap(row -> Stream.ofNullable(row.grant())).toList();
        return rows.stream().findFirst()
                .map(row -> new Person(row.member(), row.name(), row.path(), row.household(), grants));
    }

    private record Held(long member, String name, String path, @Nullable Long household, @Nullable Grant grant) {
        static Held read(ResultSet row) throws SQLException {
            String role = row.getString(5);
            Grant grant = role == null ? null : new Grant(Role.valueOf(role), row.getString(6));
            return new Held(row.getLong(1), row.getString(2), row.getString(3), Sql.id(row, 4), grant);
        }
    }
}
