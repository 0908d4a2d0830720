package org.aixin.embedded;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Admissions;
import org.aixin.identity.Grant;
import org.aixin.identity.Person;
import org.aixin.identity.Role;

/**
 * What real use begins with, loaded once into an empty database: one unit, its administrator and the shipped questions, from which
 * every unit below may draw. The standard to begin with comes with its tables.
 */
@ApplicationScoped
class OwnInstallation {
    private final Admissions admissions;
    private final SafetyQuestions questions;

    OwnInstallation(Admissions admissions, SafetyQuestions questions) {
        this.admissions = admissions;
        this.questions = questions;
    }

    void load() {
        String everywhere = admissions.firstUnit().path();
        questions.load(new Person(0, "organizer", everywhere, null, List.of(new Grant(Role.ORGANIZER, everywhere))));
    }
}
