package org.aixin.identity;

import java.util.Locale;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** The way into a household that shares its points: with the yes of one of it, or of a second person. */
@ApplicationScoped
class HouseholdEntrance implements SecondPerson {
    static final String KIND = "join_household";
    private final Belongings belongings;
    private final Joinings joinings;
    private final Consents consents;
    private final SecondPersons secondPersons;
    private final Admissions admissions;
    private final Members members;
    private final Sql sql;
    private final ObjectMapper json;

    HouseholdEntrance(Belongings belongings, Joinings joinings, Consents consents, SecondPersons secondPersons,
            Admissions admissions,
            Members members, Sql sql, ObjectMapper json) {
        this.belongings = belongings;
        this.joinings = joinings;
        this.consents = consents;
        this.secondPersons = secondPersons;
        this.admissions = admissions;
        this.members = members;
        this.sql = sql;
        this.json = json;
    }

    /** With whose yes somebody may come in now, or what waits for a second person. */
    record Way(Joinings.Yes yes, @Nullable Asked asked) {
    }

    Way way(Person person, Admissions.Newcomer newcomer, @Nullable Consent consent) {
        Long household = newcomer.row().household();
        if (household == null || !belongings.isShared(household)) {
            return new Way(Joinings.Yes.NONE, null);
        }
        if (consent != null && consent.isGiven()) {
            return new Way(new Joinings.Yes(consents.of(consent, joinings.mayConsent(household)).id(), null), null);
        }
        return new Way(Joinings.Yes.NONE, ask(person, newcomer, household));
    }

    private Asked ask(Person person, Admissions.Newcomer newcomer, long household) {
        Admissions.Row row = newcomer.row();
        long unit = sql.first("SELECT unit FROM household WHERE id = ?", found -> found.getLong(1), household).orElseThrow();
        return secondPersons.ask(person, KIND, joinings.eldest(household).orElse(null), unit,
                household + "/" + row.name() + "/" + row.phone() + "/" + row.login(), written(newcomer));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Role[] deciders() {
        return new Role[]{Role.ORGANIZER, Role.SECRETARY, Role.REVIEWER, Role.ADMIN};
    }

    @Override
    public String words(Asked asked, Locale language) {
        String home = asked.member() == null ? "" : Words.name(members, asked.member());
        return asked.payload() == null
                ? Words.in(language).joinedAsk(home)
                : Words.in(language).joinAsk(read(asked.payload()).row().name(), home);
    }

    @Override
    public void carryOut(Asked asked, Person by) {
        admissions.admit(read(Objects.requireNonNull(asked.payload())), asked);
    }

    @Override
    public String next(Asked asked) {
        return "/people/slips/" + asked.id();
    }

    private String written(Admissions.Newcomer newcomer) {
        try {
            return json.writeValueAsString(newcomer);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    private Admissions.Newcomer read(String payload) {
        try {
            return json.readValue(payload, Admissions.Newcomer.class);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }
}
