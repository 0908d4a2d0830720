package org.aixin.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** How much waits for the person who is signed in as the second; templates know it as {@code inject:secondPersonAlert}. */
@Named
@RequestScoped
public class SecondPersonAlert {
    private final SecondPersons secondPersons;
    private final SignedIn signedIn;

    SecondPersonAlert(SecondPersons secondPersons, SignedIn signedIn) {
        this.secondPersons = secondPersons;
        this.signedIn = signedIn;
    }

    /** How much waits. */
    public int getWaiting() {
        return signedIn.ifAny().map(secondPersons::count).orElse(0);
    }
}
