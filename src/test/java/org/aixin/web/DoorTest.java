package org.aixin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who stays at a server's door and who does not, by sockets that say what they like. */
class DoorTest {
    private static final Duration PATIENCE = Duration.ofMillis(1_200);
    private static final int MOST = 4, OF_ALL = 5;
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
            STREAM = "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n", LONG_WORK = "GET /work HTTP/1.1\r\nHost: x\r\n\r\n",
            BODY = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n";
    private final Vertx vertx = Vertx.vertx();
    private final Door door = new Door(PATIENCE, MOST, OF_ALL);
    private final List<Socket> sockets = new ArrayList<>();
    private int port;

    @BeforeEach
    void a_server() throws Exception {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(DoorTest::answer);
        port = server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS).actualPort();
        Doors.hang(vertx, door);
        for (int tries = 0; tries < 100 && door.open() == 0; tries++) {
            says("");
            Thread.sleep(10);
        }
        for (Socket socket : sockets) {
            socket.close();
        }
        untilOpen(0);
    }

    @AfterEach
    void closed() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void answer(HttpServerRequest request) {
        if (request.path().equals("/stream")) {
            request.response().setChunked(true).write("there");
        } else if (!request.path().equals("/work")) {
            request.end().onSuccess(all -> request.response().end("done"));
        }
    }

    private Socket says(String text) throws IOException {
        return says(text, "127.0.0.1");
    }

    /** From another address of this machine, as if from another network. */
    private Socket says(String text, String from) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        sockets.add(socket);
        return socket;
    }

    private void untilOpen(int count) throws InterruptedException {
        for (int tries = 0; tries < 500 && door.open() != count; tries++) {
            Thread.sleep(10);
        }
        assertThat(door.open()).isEqualTo(count);
    }

    /** What the server says until this text has come. */
    private static String heard(Socket socket, String until) throws IOException {
        socket.setSoTimeout(5_000);
        StringBuilder said = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int one; said.indexOf(until) < 0 && (one = in.read()) >= 0;) {
            said.append((char) one);
        }
        return said.toString();
    }

    /** Whether it is hung up on while so much time goes by. */
    private static boolean isLetGo(Socket socket, Duration within) throws IOException {
        socket.setSoTimeout((int) within.toMillis());
        byte[] bytes = new byte[1000];
        try {
            for (int read = 0; read >= 0;) {
                read = socket.getInputStream().read(bytes);
            }
            return true;
        } catch (SocketTimeoutException still) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void whoever_says_nothing_or_half_of_it_is_let_go() throws Exception {
        Socket silent = says(""), half = says("GET / HTTP/1.1\r\nHost: x\r\nX-A: "), answered = says(GET),
                body = says(BODY + "abc");
        assertThat(heard(answered, "done")).contains("200 OK");
        for (Socket one : List.of(silent, half, answered, body)) {
            assertThat(isLetGo(one, PATIENCE.multipliedBy(2))).isTrue();
        }
        untilOpen(0);
    }

    @Test
    void whoever_drips_is_let_go_however_steadily() throws Exception {
        Socket head = says("GET / HTTP/1.1\r\nX-A: "), body = says(BODY);
        boolean gone = false;
        for (int i = 0; i < 40 && !gone; i++) {
            Thread.sleep(PATIENCE.toMillis() / 10);
            try {
                head.getOutputStream().write('a');
                body.getOutputStream().write('a');
            } catch (SocketException hungUp) {
                gone = true;
            }
        }
        assertThat(isLetGo(head, PATIENCE)).isTrue();
        assertThat(isLetGo(body, PATIENCE.multipliedBy(3))).isTrue();
    }

    @Test
    void streams_long_work_and_slow_photos_stay() throws Exception {
        Socket stream = says(STREAM), work = says(LONG_WORK), photo = says(BODY);
        for (int i = 0; i < 25; i++) {
            Thread.sleep(PATIENCE.toMillis() / 10);
            photo.getOutputStream().write(new byte[4_000]);
        }
        assertThat(heard(photo, "done")).contains("200 OK");
        assertThat(isLetGo(stream, Duration.ofMillis(100))).isFalse();
        assertThat(isLetGo(work, Duration.ofMillis(100))).isFalse();
    }

    @Test
    void in_a_crowd_the_silent_make_room_and_never_those_who_are_served() throws Exception {
        Socket stream = says(STREAM);
        heard(stream, "there");
        List<Socket> silent = List.of(says(""), says(""), says("GET /"));
        untilOpen(MOST);
        Socket other = says(STREAM);
        assertThat(heard(other, "there")).contains("200 OK");
        assertThat(isLetGo(silent.get(0), Duration.ofMillis(300))).as("the longest silent").isTrue();
        assertThat(heard(says(STREAM), "there")).contains("200 OK");
        assertThat(heard(says(STREAM), "there")).contains("200 OK");
        assertThat(isLetGo(says(GET), Duration.ofMillis(500))).as("where all are served").isTrue();
        assertThat(isLetGo(stream, Duration.ofMillis(100))).isFalse();
        stream.close();
        untilOpen(MOST - 1);
        assertThat(heard(says(GET), "done")).contains("200 OK");
    }

    @Test
    void in_a_full_house_the_network_that_has_most_makes_room_for_others() throws Exception {
        for (int i = 0; i < MOST; i++) {
            heard(says(STREAM), "there");
        }
        assertThat(heard(says(STREAM, "127.0.0.2"), "there")).contains("200 OK");
        assertThat(heard(says(GET, "127.0.0.3"), "done")).contains("200 OK");
        assertThat(isLetGo(sockets.get(sockets.size() - 6), Duration.ofMillis(500))).as("the first of the largest").isTrue();
        assertThat(isLetGo(sockets.get(sockets.size() - 2), Duration.ofMillis(100))).as("the only one of its network").isFalse();
        assertThat(door.open()).isLessThanOrEqualTo(OF_ALL);
    }

    @Test
    void nobody_speaks_http_2_without_tls() throws Exception {
        Socket upgrade = says("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                + "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n");
        assertThat(heard(upgrade, "done")).contains("200 OK").doesNotContain("101 ");
    }
}
