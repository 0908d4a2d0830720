package org.aixin.access;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;

/** Sessions that tests open without a secret. */
@ApplicationScoped
public class TestSessions {
    private final Sessions sessions;

    TestSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The member as a person who could be signed in. */
    public Person person(long member) {
        return sessions.person(member);
    }

    /** The token of a session that was just opened for this member. */
    public String token(long member) {
        return sessions.open(person(member)).token();
    }
}
