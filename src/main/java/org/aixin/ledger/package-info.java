/** Double-entry, append-only accounts of points, merit, hours and money: every change is a transfer that names its source. */
@NullMarked
package org.aixin.ledger;

import org.jspecify.annotations.NullMarked;
