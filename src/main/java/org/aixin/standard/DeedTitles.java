package org.aixin.standard;

import org.aixin.ledger.SourceTitles;

/** The words of a feature for the deeds that it watched and had awarded, one CDI bean a kind; the ledger stays out of its sight. */
public interface DeedTitles extends SourceTitles {
}
