/** Reads the codes in photos. */
@NullMarked
package org.aixin.scan;

import org.jspecify.annotations.NullMarked;
