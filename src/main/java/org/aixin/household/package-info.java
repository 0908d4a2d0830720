/** Household accounts: where a unit says so, the members of a household may spend one another's points, each share staying visible. */
@NullMarked
package org.aixin.household;

import org.jspecify.annotations.NullMarked;
