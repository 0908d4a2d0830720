package org.aixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.round.Played;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** How long somebody waits for an answer while thousands of connections say nothing. */
@QuarkusTest
@TestProfile(BenchServers.class)
class EdgeBench {
    private static final int STREAMS = 4_000, HALF = 1_000, NETWORKS = 8, ASKED = 200, TURNS = 3, WARM = 2_000;
    private static final long ASKED_EVERY_MILLIS = 10;

    @Inject
    TestPeople village;

    @TestHTTPResource
    URL service;

    private String round = "";
    private final Figures figures = new Figures("edge",
            STREAMS + " event streams of a live round that say nothing more and " + HALF
                    + " requests whose head never ends, from " + NETWORKS + " addresses; from another address somebody asks "
                    + ASKED
                    + " times, each on a new connection, for how the round stands. " + TURNS
                    + " turns without and with them in one run. All share one machine and one process.");

    @Test
    void thousands_who_say_nothing_slow_nobody() throws Exception {
        round = new Played(village, village.staff(village.village(), Role.ORGANIZER), 1, 20).id;
        ask(WARM, 0);
        double[] alone = new double[TURNS], streams = new double[TURNS], half = new double[TURNS], worst = new double[TURNS],
                first = new double[TURNS], square = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            alone[turn] = Figures.median(ask(ASKED, ASKED_EVERY_MILLIS));
            List<Socket> silent = new ArrayList<>();
            open(silent, STREAMS, "/api/rounds/" + round + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n", "127.0.0.1%d");
            first[turn] = ask(1, 0)[0];
            assertThat(told(silent)).isEqualTo(STREAMS);
            streams[turn] = Figures.median(ask(ASKED, ASKED_EVERY_MILLIS));
            open(silent, HALF, "/ HTTP/1.1\r\nHost: lo", "127.0.0.2%d");
            double[] took = ask(ASKED, ASKED_EVERY_MILLIS);
            half[turn] = Figures.median(took);
            worst[turn] = Arrays.stream(took).max().orElseThrow();
            for (Socket one : silent) {
                one.close();
            }
            Thread.sleep(2_000);
            square[turn] = besideThemselves();
            System.out.printf("turn %d: alone %.2f ms, streams %.2f, and half %.2f, worst %.0f, first %.0f, one address %.2f%n",
                    turn,
                    alone[turn], streams[turn], half[turn], worst[turn], first[turn], square[turn]);
        }
        figures.saw("median alone", Figures.median(alone), "ms");
        figures.atMost("median with " + STREAMS + " streams", Figures.median(streams), "ms", 200);
        figures.atMost("median with " + STREAMS + " streams and " + HALF + " half requests", Figures.median(half), "ms", 200);
        figures.saw("the same, to alone", Figures.median(half) / Figures.median(alone), "times");
        figures.saw("the same, worst of " + ASKED, Figures.median(worst), "ms");
        figures.atMost("median of who shares the address of " + (STREAMS + HALF) + " half requests", Figures.median(square), "ms",
                200);
        figures.saw("the first answer at once after the streams were asked for, all together", Figures.median(first), "ms");
        figures.write();
    }

    /** More than one network may have, all of them idle: they make room for who works. */
    private double besideThemselves() throws Exception {
        List<Socket> silent = new ArrayList<>();
        open(silent, STREAMS + HALF, "/ HTTP/1.1\r\nHost: lo", "127.0.0.1");
        double median = Figures.median(ask(ASKED, ASKED_EVERY_MILLIS));
        for (Socket one : silent) {
            one.close();
        }
        Thread.sleep(2_000);
        return median;
    }

    private void open(List<Socket> silent, int count, String said, String from) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), service.getPort(),
                    InetAddress.getByName(from.formatted(i % NETWORKS)), 0);
            socket.getOutputStream().write(("GET " + said).getBytes(StandardCharsets.ISO_8859_1));
            silent.add(socket);
        }
    }

    /** How many were told how things stand. */
    private static long told(List<Socket> streams) throws IOException {
        long told = 0;
        for (Socket one : streams) {
            one.setSoTimeout(20_000);
            told += one.getInputStream().read() == 'H' ? 1 : 0;
        }
        return told;
    }

    /** The milliseconds that each of so many questions took. */
    private double[] ask(int times, long every) throws Exception {
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            try (Socket socket = new Socket("127.0.0.1", service.getPort())) {
                socket.setSoTimeout(250_000);
                socket.getOutputStream().write(("GET /api/rounds/" + round
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
            }
            took[i] = (System.nanoTime() - begun) / 1e6;
            Thread.sleep(every);
        }
        return took;
    }
}
