package org.aixin.quiz;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Words for right answers of live rounds, whose references begin with the round's id and a colon. */
public interface LiveTitles {
    /** The words for those of these references that are known, by reference. */
    Map<String, String> of(Collection<String> references, Locale language);
}
