/** The ground floor: clock, ids, problems, paging, idempotent answers and group commit, known to all and knowing nobody. */
@NullMarked
package org.aixin.kernel;

import org.jspecify.annotations.NullMarked;
