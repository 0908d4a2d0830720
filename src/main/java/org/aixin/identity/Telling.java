package org.aixin.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a member has to be told of that others did with what is theirs; one CDI bean a subject. */
public interface Telling {
    /** The sentences for this member, of what was done since then; newest first. */
    List<String> of(Member member, Instant since, Locale language);
}
