package org.aixin.identity;

/** What members sign in with, as far as it concerns those who look after them; kept by the package that signs people in. */
public interface Credentials {
    /** Whether a member has set a secret. */
    boolean isSet(long member);

    /** Takes the secret and every session from a member, at once; takes part in the caller's transaction. */
    void revoke(long member);
}
