package org.aixin.identity;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** How people come to be members. */
@ApplicationScoped
public class Admissions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FIRST = "admin";
    private final Sql sql;
    private final BusinessTime time;
    private final Units units;
    private final Members members;
    private final Grants grants;
    private final OneTimeCodes codes;

    Admissions(Sql sql, BusinessTime time, Units units, Members members, Grants grants, OneTimeCodes codes) {
        this.sql = sql;
        this.time = time;
        this.units = units;
        this.members = members;
        this.grants = grants;
        this.codes = codes;
    }

    /**
     * A person to be admitted.
     *
     * @param household id of a household; without one the person gets a household of their own, named after them
     * @param unit id of the unit to belong to
     * @param child whether this is a minor, who is never named in public
     * @param login for staff without a phone; only an administrator gives one
     */
    public record NewMember(@Nullable String name, @Nullable String phone, @Nullable String card, @Nullable String household,
            @Nullable String unit, @Nullable Boolean partyMember, @Nullable String login,
            @Nullable Boolean child) {
        /** With a new card where there is nothing else to know this person by. */
        NewMember knowable() {
            boolean known = Stream.of(phone, card, login).anyMatch(one -> one != null && !one.isBlank());
            return known ? this : new NewMember(name, phone, Cards.newNumber(), household, unit, partyMember, login, child);
        }

        /** Somebody who only has a name and a unit. */
        public static NewMember named(String name, Unit unit) {
            return new NewMember(name, null, null, null, Long.toString(unit.id()), false, null, false);
        }
    }

    /** Who was admitted, and the code with which they set their first secret. */
    public record Admitted(long id, String oneTimeCode) {
    }

    /** A member as the row that is written. */
    public record Row(String name, @Nullable String phone, @Nullable String card, @Nullable String login,
            @Nullable Long household, long unit, boolean partyMember) {
    }

    /**
     * Admits a resident of a unit within the organizer's or administrator's reach. Refused 403 {@code not_allowed}; 409
     * {@code phone_taken}, {@code card_taken}, {@code login_taken}; 422 {@code name_refused}, {@code phone_refused},
     * {@code card_refused}, {@code login_refused}, {@code unit_unknown}, {@code household_unknown}.
     */
    public Admitted admit(Person person, NewMember wanted) {
        return admit(person, wanted, null, codes.make());
    }

    /**
     * Admits whom a page's form names, with a card where the form has neither phone, card nor login. Sent twice it admits once and
     * answers the same, whatever became of the code meanwhile. Refusals as without a form, 400 {@code idempotency_key_required}, and
     * 409 {@code form_sent_already} where the form was sent for somebody else before.
     */
    public Admitted admitOnce(Person person, NewMember wanted, @Nullable String form) {
        String key = FormKeys.of(person, form);
        OneTimeCodes.Code code = codes.madeFrom(key);
        Optional<Admitted> earlier = earlier(wanted, key, code);
        try {
            return earlier.isPresent() ? earlier.get() : admit(person, wanted.knowable(), key, code);
        } catch (Problem taken) {
            return earlier(wanted, key, code).orElseThrow(() -> taken);
        }
    }

    private Optional<Admitted> earlier(NewMember wanted, String key, OneTimeCodes.Code code) {
        return sql.first("SELECT id FROM member WHERE entry_key = ?", row -> row.getLong(1), key).map(members::member)
                .map(admitted -> {
                    if (!Names.ofMember(wanted.name()).equals(admitted.name())
                            || !Objects.equals(Names.phone(wanted.phone()), admitted.phone())) {
                        throw Problem.conflict("form_sent_already", admitted.name());
                    }
                    return new Admitted(admitted.id(), code.digits());
                });
    }

    private Admitted admit(Person person, NewMember wanted, @Nullable String key, OneTimeCodes.Code code) {
        Unit unit = units.named(wanted.unit(), "unit");
        person.mustReach(unit.path(), Role.ORGANIZER, Role.ADMIN);
        if (wanted.login() != null) {
            person.mustReach(unit.path(), Role.ADMIN);
        }
        Row row = new Row(Names.ofMember(wanted.name()), Names.phone(wanted.phone()), Names.card(wanted.card()),
                Names.login(wanted.login()), household(person, wanted.household()), unit.id(),
                Boolean.TRUE.equals(wanted.partyMember()));
        mustBeFree(row);
        try {
            return Transactions.run(() -> admit(person, row, Boolean.TRUE.equals(wanted.child()), key, code));
        } catch (Problem taken) {
            mustBeFree(row);
            throw taken;
        }
    }

    private Admitted admit(Person person, Row row, boolean child, @Nullable String key, OneTimeCodes.Code code) {
        long id = admit(row.household() == null ? inOwnHousehold(row) : row);
        sql.updateOr(Problem.conflict("member_taken"), "UPDATE member SET entry_key = ?, child = ? WHERE id = ?", key,
                child, id);
        grants.write(id, Role.RESIDENT, row.unit(), person.id());
        codes.keep(id, code);
        return new Admitted(id, code.digits());
    }

    /** Writes a member as they are, for whoever sets up a village; takes part in the caller's transaction. */
    public long admit(Row row) {
        long id = Ids.next();
        Pinyin said = Pinyin.of(row.name());
        sql.updateOr(Problem.conflict("member_taken"),
                "INSERT INTO member (id, name, phone, card, login, household, unit, party_member, pinyin, initials, code_id, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, row.name(), row.phone(), row.card(), row.login(), row.household(), row.unit(), row.partyMember(),
                said.full(), said.initials(), freeCodeId(), time.now());
        return id;
    }

    /** Makes a household named after one of its people; takes part in the caller's transaction. */
    public long household(String name, long unit) {
        long id = Ids.next();
        sql.update("INSERT INTO household (id, name, unit, at) VALUES (?, ?, ?, ?)", id, name + "家", unit, time.now());
        return id;
    }

    private Row inOwnHousehold(Row row) {
        return new Row(row.name(), row.phone(), row.card(), row.login(), household(row.name(), row.unit()), row.unit(),
                row.partyMember());
    }

    private @Nullable Long household(Person person, @Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        Problem unknown = Problem.invalid("household_unknown", "household");
        long household = Ids.of(id.strip()).orElseThrow(() -> unknown);
        String path = sql.first("SELECT unit.path FROM household JOIN unit ON unit.id = household.unit WHERE household.id = ?",
                row -> row.getString(1), household).orElseThrow(() -> unknown);
        person.mustReach(path, Role.ORGANIZER, Role.ADMIN);
        return household;
    }

    private void mustBeFree(Row row) {
        mustBeFree("phone", row.phone());
        mustBeFree("card", row.card());
        mustBeFree("login", row.login());
    }

    private void mustBeFree(String column, @Nullable String value) {
        if (value != null && sql.first("SELECT 1 FROM member WHERE " + column + " = ?", row -> 1, value).isPresent()) {
            throw Problem.conflict(column + "_taken");
        }
    }

    /** Eight digits for live codes that nobody has. */
    String freeCodeId() {
        String digits;
        do {
            digits = "%08d".formatted(RANDOM.nextInt(100_000_000));
        } while (members.byCodeId(digits).isPresent());
        return digits;
    }

    /**
     * What an installation of one's own begins with: a unit above all others and its administrator, the member {@code admin}, who
     * has no secret yet. Answers the unit.
     */
    public Unit firstUnit() {
        return Transactions.run(() -> {
            Unit root = units.add(null, Unit.Kind.COUNTY, "本县");
            long id = admit(new Row("管理员", null, null, FIRST, null, root.id(), false));
            grants.write(id, Role.ADMIN, root.id(), null);
            return root;
        });
    }

    /** A new one-time code for the first administrator, in place of an earlier one; nothing where an administrator has a secret. */
    public Optional<String> firstAdministratorsCode() {
        OneTimeCodes.Code code = codes.make();
        return Transactions.run(() -> sql
                .first("SELECT id FROM member WHERE login = ? AND NOT EXISTS (SELECT 1 FROM role_grant"
                        + " JOIN secret ON secret.member = role_grant.member WHERE role_grant.role = 'ADMIN')",
                        row -> row.getLong(1),
                        FIRST)
                .map(id -> {
                    codes.keep(id, code);
                    return code.digits();
                }));
    }
}
