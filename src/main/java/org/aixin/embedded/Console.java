package org.aixin.embedded;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the service says in plain words to whoever started it. */
final class Console {
    /** Outside Windows in UTF-8 whatever the locale says: a service has often none, and would print Chinese as question marks. */
    private static final PrintStream OUT = Binaries.onWindows()
            ? System.out
            : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Console() {
    }

    static void say(String line) {
        OUT.println(line);
        OUT.flush();
    }
}
