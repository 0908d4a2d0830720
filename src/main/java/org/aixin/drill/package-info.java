/** Emergency drills: roles, steps in order with their times, and a roll-call whose points are given when it is closed. */
@NullMarked
package org.aixin.drill;

import org.jspecify.annotations.NullMarked;
