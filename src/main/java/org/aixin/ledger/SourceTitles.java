package org.aixin.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** A feature's words for the sources it made, so that a passbook can say what a transfer was for. One CDI bean a kind. */
public interface SourceTitles {
    /** The kind of sources this speaks for. */
    String kind();

    /** The title of each reference, in a person's language; a reference it does not know is left out. */
    Map<String, String> of(Collection<String> references, Locale language);

    /** The day on which each reference's deed was done; left out where that is the day of the transfer. */
    default Map<String, LocalDate> days(Collection<String> references) {
        return Map.of();
    }
}
