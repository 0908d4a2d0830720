package org.aixin.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.aixin.identity.SignedIn;

import io.quarkus.security.identity.CurrentIdentityAssociation;

/** What a page knows of its lock; templates know it as {@code inject:lock}. */
@Named("lock")
@RequestScoped
public class Lock {
    private final SignedIn signedIn;
    private final CurrentIdentityAssociation identity;
    private final Sessions sessions;

    Lock(SignedIn signedIn, CurrentIdentityAssociation identity, Sessions sessions) {
        this.signedIn = signedIn;
        this.identity = identity;
        this.sessions = sessions;
    }

    /** Whether this page locks when nobody uses it: staff in a browser, unless the setting says never. */
    public boolean isOn() {
        return signedIn.ifAny().isPresent() && !sessions.idle().isZero()
                && Boolean.TRUE.equals(identity.getIdentity().getAttribute(TokenIdentity.LOCKS));
    }

    /** After how many seconds. */
    public long getSeconds() {
        return sessions.idle().toSeconds();
    }
}
