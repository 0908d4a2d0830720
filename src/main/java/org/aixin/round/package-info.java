/** The live quiz: rounds that an organizer leads, their players, answers and points. */
@NullMarked
package org.aixin.round;

import org.jspecify.annotations.NullMarked;
