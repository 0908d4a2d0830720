/** The embedded MariaDB and Redis, and the demo village. */
@NullMarked
package org.aixin.embedded;

import org.jspecify.annotations.NullMarked;
