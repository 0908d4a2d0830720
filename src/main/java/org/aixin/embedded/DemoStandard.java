package org.aixin.embedded;

import jakarta.enterprise.context.ApplicationScoped;

/** The demo village's points standard, and the earlier deeds in its passbooks. */
@ApplicationScoped
class DemoStandard {
    void load() {
    }
}
