/** Orders, codes, the desk, and the stock gate before them. */
@NullMarked
package org.aixin.redemption;

import org.jspecify.annotations.NullMarked;
