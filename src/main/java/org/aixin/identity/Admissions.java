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
    private final HouseholdEntrance entrance;
    private final Joinings joinings;

    Admissions(Sql sql, BusinessTime time, Units units, Members members, Grants grants, OneTimeCodes codes,
            HouseholdEntrance entrance,
            Joinings joinings) {
        this.sql = sql;
        this.time = time;
        this.units = units;
        this.members = members;
        this.grants = grants;
        this.codes = codes;
        this.entrance = entrance;
        this.joinings = joinings;
    }

    /**
     * A person to be admitted.
     *
     * @param household id of a household; without one the person gets a household of their own, named after them
     * @param unit id of the unit to belong to
     * @param child whether this is a minor, who is never named in public
     * @param login for staff without a phone; only an administrator gives one
     * @param consent the yes of one of the household, where it shares its points; without it a second person is asked
     */
    public record NewMember(@Nullable String name, @Nullable String phone, @Nullable String card, @Nullable String household,
            @Nullable String unit, @Nullable Boolean partyMember, @Nullable String login,
            @Nullable Boolean child, @Nullable Consent consent) {
        /** With a new card where there is nothing else to know this person by. */
        NewMember knowable() {
            boolean known = Stream.of(phone, card, login).anyMatch(one -> one != null && !one.isBlank());
            return known
                    ? this
                    : new NewMember(name, phone, Cards.newNumber(), household, unit, partyMember, login, child, consent);
        }
    }

    /** Who was admitted, and the code with which they set their first secret. */
    public record Admitted(long id, String oneTimeCode) {
    }

    /** Who was admitted, or what waits for a second person before anybody is: one of the two. */
    public record Entry(@Nullable Admitted admitted, @Nullable Asked asked) {
    }

    /** A member as the row that is written. */
    public record Row(String name, @Nullable String phone, @Nullable String card, @Nullable String login,
            @Nullable Long household, long unit, boolean partyMember) {
    }

    /** A member and what stands beside the row. */
    record Newcomer(Row row, boolean child) {
    }

    /**
     * Admits a resident of a unit within the organizer's or administrator's reach; into a household that shares its points only with
     * the yes of one of it, else a second person is asked. Refused 403 {@code not_allowed}; 409
     * {@code phone_taken}, {@code card_taken}, {@code login_taken}, {@code second_person_waits}; 422 {@code name_refused}, {@code phone_refused},
     * {@code card_refused}, {@code login_refused}, {@code unit_unknown}, {@code household_unknown}, and as {@link Consents#of}.
     */
    public Entry admit(Person person, NewMember wanted) {
        return admit(person, wanted, null, codes.make());
    }

    /**
     * Admits whom a page's form names, with a card where the form has neither phone, card nor login. Sent twice it admits once and
     * answers the same, whatever became of the code meanwhile. Refusals as without a form, 400 {@code idempotency_key_required}, and
     * 409 {@code form_sent_already} where the form was sent for somebody else before.
     */
    public Entry admitOnce(Person person, NewMember wanted, @Nullable String form) {
        String key = FormKeys.of(person, form);
        OneTimeCodes.Code code = codes.madeFrom(key);
        Optional<Admitted> earlier = earlier(wanted, key, code);
        try {
            return earlier.isPresent() ? new Entry(earlier.get(), null) : admit(person, wanted.knowable(), key, code);
        } catch (Problem taken) {
            return new Entry(earlier(wanted, key, code).orElseThrow(() -> taken), null);
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

    private Entry admit(Person person, NewMember wanted, @Nullable String key, OneTimeCodes.Code code) {
        Unit unit = units.named(wanted.unit(), "unit");
        person.mustReach(unit.path(), Role.ORGANIZER, Role.ADMIN);
        if (wanted.login() != null) {
            person.mustReach(unit.path(), Role.ADMIN);
        }
        Newcomer newcomer = new Newcomer(new Row(Names.ofMember(wanted.name()), Names.phone(wanted.phone()),
                Names.card(wanted.card()), Names.login(wanted.login()), household(person, wanted.household()), unit.id(),
                Boolean.TRUE.equals(wanted.partyMember())), Boolean.TRUE.equals(wanted.child()));
        mustBeFree(newcomer.row);
        HouseholdEntrance.Way way = entrance.way(person, newcomer, wanted.consent());
        return way.asked() != null
                ? new Entry(null, way.asked())
                : new Entry(admit(person.id(), newcomer, key, code, way.yes()), null);
    }

    /** Admits whom a second person said yes to; takes part in the caller's transaction. */
    void admit(Newcomer newcomer, Asked asked) {
        mustBeFree(newcomer.row);
        String key = asked.slipKey();
        admitted(asked.askedBy(), newcomer, key, codes.madeFrom(key), new Joinings.Yes(null, asked.id()));
    }

    private Admitted admit(long by, Newcomer newcomer, @Nullable String key, OneTimeCodes.Code code, Joinings.Yes yes) {
        try {
            return Transactions.run(() -> admitted(by, newcomer, key, code, yes));
        } catch (Problem taken) {
            mustBeFree(newcomer.row);
            throw taken;
        }
    }

    private Admitted admitted(long by, Newcomer newcomer, @Nullable String key, OneTimeCodes.Code code, Joinings.Yes yes) {
        Row row = newcomer.row;
        long id = admit(row.household() == null ? inOwnHousehold(row) : row);
        sql.updateOr(Problem.conflict("member_taken"), "UPDATE member SET entry_key = ?, child = ? WHERE id = ?", key,
                newcomer.child, id);
        grants.write(id, Role.RESIDENT, row.unit(), by);
        codes.keep(id, code);
        if (row.household() != null) {
            joinings.joined(row.household(), id, by, yes);
        }
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
        if (row.card() != null
                && sql.first("SELECT 1 FROM card_given WHERE card = ? LIMIT 1", found -> 1, row.card()).isPresent()) {
            throw Problem.conflict("card_taken");
        }
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
