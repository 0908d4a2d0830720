package org.aixin.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisWatchTest {
    private final List<Level> logged = new ArrayList<>();
    private long now;
    private final RedisWatch watch = new RedisWatch(() -> now);
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
        pass(4);
        watch.answered("admitted");
        assertThat(logged).isEmpty();
    }

    @Test
    void a_line_when_it_goes_and_a_line_when_it_comes_back() {
        watch.answered("admitted");
        assertThat(watch.isPausing()).isFalse();
        failsTwice();
        assertThat(logged.stream().map(Level::intValue)).containsExactly(Level.WARNING.intValue());
        pass(4);
        watch.answered("admitted");
        watch.answered("admitted");
        assertThat(logged.stream().map(Level::intValue)).containsExactly(Level.WARNING.intValue(), Level.INFO.intValue());
    }

    private void pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void after_a_pause_one_question_tries_alone_whether_it_is_back() {
        watch.answered("admitted");
        assertThat(watch.mayAsk()).isTrue();
        assertThat(watch.mayAsk()).isTrue();
        watch.failed(new IOException());
        assertThat(watch.mayAsk()).isFalse();
        pass(4);
        assertThat(watch.mayAsk()).isTrue();
        assertThat(watch.mayAsk()).isFalse();
        watch.failed(new IOException());
        pass(4);
        assertThat(watch.mayAsk()).isTrue();
        watch.answered("admitted");
        assertThat(watch.mayAsk()).isTrue();
        assertThat(watch.mayAsk()).isTrue();
    }

    @Test
    void an_answer_to_what_was_asked_before_it_failed_comes_too_late() {
        watch.answered("admitted");
        watch.failed(new IOException());
        watch.answered("admitted");
        assertThat(watch.mayAsk()).isFalse();
    }

    @Test
    void a_question_that_tries_and_is_never_heard_of_again_is_followed_by_another() {
        assertThat(watch.mayAsk()).isTrue();
        assertThat(watch.mayAsk()).isFalse();
        pass(4);
        assertThat(watch.mayAsk()).isTrue();
    }
}
