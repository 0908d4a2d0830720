package org.aixin.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** The people that others work with. */
@ApplicationScoped
public class Members {
    /** The member with this id; refused 404 {@code not_found} where there is none. */
    public Member member(long id) {
        throw new IllegalStateException("being built " + id);
    }

    /** The member with this printed card. */
    public Optional<Member> byCard(String card) {
        throw new IllegalStateException("being built " + card);
    }
}
