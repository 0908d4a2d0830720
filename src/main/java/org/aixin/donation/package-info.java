/** Donations of goods and money: donors, the public board, and where what was given went. */
@NullMarked
package org.aixin.donation;

import org.jspecify.annotations.NullMarked;
