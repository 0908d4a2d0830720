package org.aixin.household;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Asked;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SecondPerson;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.Language;

/** That a unit's households begin to pool their points, which one administrator asks for and another person decides. */
@ApplicationScoped
class PoolingBegins implements SecondPerson {
    static final String KIND = "pooling";
    private final PoolingSettings settings;
    private final Units units;

    PoolingBegins(PoolingSettings settings, Units units) {
        this.settings = settings;
        this.units = units;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Role[] deciders() {
        return new Role[]{Role.SECRETARY, Role.REVIEWER, Role.ADMIN};
    }

    @Override
    public String words(Asked asked, Locale language) {
        HouseholdTexts texts = in(language);
        if (asked.payload() == null) {
            return texts.begunAsk(asked.unit());
        }
        String setting = Pooling.of(asked.payload()) == Pooling.POOLED ? texts.POOLED() : texts.INHERITED();
        return texts.beginsAsk(asked.unit(), setting, settings.households(unit(asked)));
    }

    @Override
    public void carryOut(Asked asked, Person by) {
        settings.write(unit(asked).id(), Pooling.of(asked.payload()), asked.askedBy());
    }

    private Unit unit(Asked asked) {
        return units.unit(Unit.idOf(asked.path()));
    }

    static HouseholdTexts in(Locale language) {
        return Language.texts(HouseholdTexts.class, language);
    }
}
