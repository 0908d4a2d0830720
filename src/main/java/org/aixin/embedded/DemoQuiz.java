package org.aixin.embedded;

import jakarta.enterprise.context.ApplicationScoped;

/** The shipped safety questions and an open quiz. */
@ApplicationScoped
class DemoQuiz {
    void load() {
    }
}
