/** 积分到期: how long points stay good in a unit, the warning before, and the day on which they are gone. */
@NullMarked
package org.aixin.expiry;

import org.jspecify.annotations.NullMarked;
