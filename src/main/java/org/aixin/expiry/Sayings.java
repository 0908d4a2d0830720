package org.aixin.expiry;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Unit;
import org.aixin.identity.Units;

import org.jspecify.annotations.Nullable;

/** What holds for units, and which of them says so, as pages show it. */
@ApplicationScoped
class Sayings {
    /**
     * A unit and what holds for it.
     *
     * @param by name of the unit that says so
     */
    record Said(Unit unit, @Nullable Setting setting, String by) {
    }

    private final Settings settings;
    private final Units units;

    Sayings(Settings settings, Units units) {
        this.settings = settings;
        this.units = units;
    }

    Said of(Unit unit) {
        Optional<Setting> setting = settings.of(unit.path());
        return new Said(unit, setting.orElse(null), setting.map(one -> units.unit(one.unit()).name()).orElse(""));
    }
}
