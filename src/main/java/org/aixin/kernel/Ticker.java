package org.aixin.kernel;

import java.util.OptionalLong;

/** How time goes by on this machine, whatever its clock is set to. */
interface Ticker {
    /** Nanoseconds since some moment. On some machines they stand still while it sleeps. */
    long nanos();

    /** The same with all sleep counted, from another moment; nothing where the machine does not tell. Costs more. */
    OptionalLong nanosWithSleep();
}
