package org.aixin.access;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What whoever runs the service may read of signing in, so that guesses are seen: what happened, the member's id and whether they come from
 * this machine, from near by or from afar. No name, no phone, no address.
 */
final class SignInLog {
    private static final Logger LOG = Logger.getLogger("org.aixin.access");

    private SignInLog() {
    }

    /** One event; the member is null where nobody is known by what was typed. */
    static void say(String kind, @Nullable Long member, From from) {
        LOG.infof("%s: member %s, from %s, %s", kind, member == null ? "unknown" : member, from.kind(),
                from.device() == null ? "no device" : "a browser");
    }
}
