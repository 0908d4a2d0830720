package org.aixin.embedded;

import jakarta.enterprise.context.ApplicationScoped;

/** The units, households, staff and residents of the demo village. */
@ApplicationScoped
class DemoPeople {
    void load() {
    }
}
