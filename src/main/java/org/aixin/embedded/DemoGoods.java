package org.aixin.embedded;

import jakarta.enterprise.context.ApplicationScoped;

/** The demo village's shops, goods and first stock. */
@ApplicationScoped
class DemoGoods {
    void load() {
    }
}
