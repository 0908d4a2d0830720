package org.aixin.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisWatchTest {
    private final List<Level> logged = new ArrayList<>();
    private final RedisWatch watch = new RedisWatch();
    private final Logger log = Logger.getLogger(RedisWatch.class.getName());
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getLevel());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        log.addHandler(listening);
    }

    @AfterEach
    void leave() {
        log.removeHandler(listening);
    }

    private void failsTwice() {
        watch.failed(new IOException());
        watch.failed(new IOException());
    }

    @Test
    void nothing_is_said_of_a_redis_that_was_never_reached() {
        failsTwice();
        assertThat(logged).isEmpty();
        assertThat(watch.isPausing()).isTrue();
        watch.answered("admitted");
        assertThat(logged).isEmpty();
    }

    @Test
    void a_line_when_it_goes_and_a_line_when_it_comes_back() {
        watch.answered("admitted");
        assertThat(watch.isPausing()).isFalse();
        failsTwice();
        assertThat(logged.stream().map(Level::intValue)).containsExactly(Level.WARNING.intValue());
        watch.answered("admitted");
        watch.answered("admitted");
        assertThat(logged.stream().map(Level::intValue)).containsExactly(Level.WARNING.intValue(), Level.INFO.intValue());
    }
}
