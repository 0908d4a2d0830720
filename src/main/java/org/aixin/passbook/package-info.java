/** A person's balance and statement, in words. */
@NullMarked
package org.aixin.passbook;

import org.jspecify.annotations.NullMarked;
