/** Whether the points that people hold are covered by goods on the shelves and money in the fund, and the fund itself. */
@NullMarked
package org.aixin.solvency;

import org.jspecify.annotations.NullMarked;
