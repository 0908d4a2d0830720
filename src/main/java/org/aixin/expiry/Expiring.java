package org.aixin.expiry;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.aixin.identity.SignedIn;

/** What the person who is signed in will lose within 30 days; templates know it as {@code inject:expiring}. */
@Named
@RequestScoped
public class Expiring {
    private final SignedIn signedIn;
    private final Forecasts forecasts;

    Expiring(SignedIn signedIn, Forecasts forecasts) {
        this.signedIn = signedIn;
        this.forecasts = forecasts;
    }

    /** Points and the last day on which they are good, soonest first. */
    public List<Forecasts.Soon> getSoon() {
        return signedIn.ifAny().map(person -> forecasts.soon(person.id(), person.path())).orElse(List.of());
    }
}
