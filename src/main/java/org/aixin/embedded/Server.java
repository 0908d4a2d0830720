package org.aixin.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A server that this service runs as a process of its own. */
interface Server {
    /** Such as {@code mariadb}; names its record, its log and its thread. */
    String name();

    /** What it alone is started with, beside its port. */
    Path home();

    /** How it is started on this port; called again for every start. */
    ProcessBuilder command(int port) throws IOException;

    /** Whether it answers on this port. */
    boolean answers(int port);
}
