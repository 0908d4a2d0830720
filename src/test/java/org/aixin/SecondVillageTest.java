package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import jakarta.inject.Inject;

import org.aixin.Gaps.Source;
import org.aixin.Operations.Operation;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A village with one thing of everything, and a second one beside it whose people try every call that there is on what the first has. The
 * calls are those of the served document; what may be done or seen all the same stands in second-village.txt, each with its reason.
 */
@QuarkusTest
class SecondVillageTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    @Inject
    TestPeople people;
    @Inject
    Units units;
    @Inject
    OneOfEverything furnisher;
    @Inject
    TriedVillage tables;
    private final Gaps gaps = new Gaps();
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    private record Said(int status, String text, String asked) {
    }

    @Test
    void nobody_of_another_village_changes_or_reads_what_this_one_has() throws Exception {
        Unit first = people.village();
        Unit second = units.add(units.unit(Objects.requireNonNull(first.parent())), Unit.Kind.VILLAGE, "邻村");
        Things here = furnisher.in(first), there = furnisher.in(second);
        Map<String, String> excused = excused();
        List<Operation> all = Operations.served();
        assertThat(all.stream().map(Operation::toString)).containsAll(excused.keySet());
        List<Operation> tried = all.stream().filter(one -> !excused.getOrDefault(one.toString(), "").startsWith("own")).toList();
        tables.remember();
        Map<String, String> before = tables.everything();
        List<@Nullable Role> actors = new ArrayList<>(List.of(Role.values()));
        actors.add(null);
        long began = System.nanoTime();
        AtOnce.count(actors.size(), i -> {
            Role role = actors.get(i);
            String token = role == null ? null : there.tokens.get(role);
            for (Operation one : tried) {
                String excuse = excused.getOrDefault(one.toString(), "");
                judge(one, role, send(one, new Source(here, null, null), token), here.marks, excuse, false);
                for (String gap : role != null && one.roles().contains(role.name()) ? Gaps.mixed(one) : List.<String>of()) {
                    judge(one, role, send(one, new Source(here, gap, there), token), here.marks, excuse, true);
                }
            }
            return true;
        });
        System.out.printf("A second village: %d actors, %d operations, %d calls, %.1f s%n", actors.size(), tried.size(),
                calls.get(),
                (System.nanoTime() - began) / 1e9);
        elsewhereInTheVillage(tried, excused, here);
        Map<String, String> after = tables.everything();
        before.forEach((table, mark) -> {
            if (!mark.equals(after.get(table))) {
                wrong.add("changed " + table);
            }
        });
        Files.write(Path.of("target", "second-village.txt"), wrong);
        assertThat(gaps.unknown).as("gaps that nothing is known for").isEmpty();
        assertThat(wrong).isEmpty();
    }

    /** A clerk who works in the van learns nothing of what is of the shop alone. */
    private void elsewhereInTheVillage(List<Operation> tried, Map<String, String> excused, Things here) {
        Things van = new Things(here.unit).put(here.text("van"), "shop", "shops/code", "stock/shop")
                .put("shop:" + here.text("van"), "where");
        for (Operation one : tried) {
            String excuse = excused.getOrDefault(one.toString(), "");
            if (one.roles().contains(Role.CLERK.name()) && (Gaps.isOfShop(one) || one.method().equals("GET"))) {
                Said said = send(one, new Source(here, null, null), here.bound);
                judge(one, null, Gaps.isOfShop(one) ? said : new Said(404, said.text, said.asked), here.ofShop, excuse, false);
                if (Gaps.isOfShopByMore(one)) {
                    String shop = one.path().contains("/shops/{code}") ? "code" : "shop";
                    judge(one, null, send(one, new Source(here, shop, van), here.bound), here.ofShop, excuse, true);
                }
            }
        }
    }

    /**
     * A call that is all about what is another's is refused; one that is about both is not done. Pages of the counter and the roll-call
     * say what is wrong as they say everything. Whatever is said names nobody whom the caller did not name.
     */
    private void judge(Operation one, @Nullable Role role, Said said, Set<String> marks, String excuse, boolean mixed) {
        calls.incrementAndGet();
        boolean read = one.method().equals("GET"), told = excuse.startsWith("told") && said.status < 500;
        boolean refused = mixed ? said.status >= 400 : Set.of(401, 403, 404).contains(said.status);
        String who = one + (mixed ? " mixed" : "") + " by " + role;
        if (said.status >= 500 || !read && !refused && !told) {
            wrong.add(who + ": " + said.status + " " + beginning(said.text));
        }
        marks.stream().filter(mark -> said.text.contains(mark) && !said.asked.contains(mark)).findFirst()
                .ifPresent(mark -> wrong.add(who + " reads " + mark + ": " + around(said.text, mark)));
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(160, text.length())).replaceAll("\\s+", " ");
    }

    private static String around(String text, String mark) {
        int at = text.indexOf(mark);
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 60)).replaceAll("\\s+", " ");
    }

    private Said send(Operation one, Source source, @Nullable String token) {
        String address = gaps.address(one, source);
        address += (address.contains("?") ? "&" : "?") + (one.method().equals("GET") ? gaps.unwritten(one, source) : "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                .timeout(Duration.ofSeconds(30)).header("Idempotency-Key", UUID.randomUUID().toString());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        } else {
            request.header("Cookie", "csrf-token=a-token-of-a-browser22").header("X-CSRF-TOKEN", "a-token-of-a-browser22");
        }
        byte[] body = body(one, source, request);
        request.method(one.method(), body.length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String asked = URLDecoder.decode(address, StandardCharsets.UTF_8) + " " + new String(body, StandardCharsets.UTF_8);
            String typed = asked.contains("%")
                    ? URLDecoder.decode(asked.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8)
                    : asked;
            return new Said(answer.statusCode(), text(answer.body()), typed);
        } catch (IOException failed) {
            throw new AssertionError(one.toString(), failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private byte[] body(Operation one, Source source, HttpRequest.Builder request) {
        try {
            if (one.method().equals("GET")) {
                return new byte[0];
            } else if (one.takes("application/json")) {
                request.header("Content-Type", "application/json");
                return JSON.writeValueAsBytes(gaps.json(one, source));
            } else if (one.takes("multipart/form-data")) {
                request.header("Content-Type", "multipart/form-data; boundary=x");
                return multipart(gaps.parts(one, source));
            } else if (one.takes("*/*")) {
                request.header("Content-Type", "image/png");
                return Things.PICTURE;
            } else if (one.takes("text/csv")) {
                request.header("Content-Type", "text/csv");
                return "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
            } else if (one.path().startsWith("/api/")) {
                return new byte[0];
            }
            request.header("Content-Type", "application/x-www-form-urlencoded");
            return (gaps.form(one, source, one.formFields()) + "&key=" + UUID.randomUUID() + "&" + gaps.unwritten(one, source))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static byte[] multipart(List<Object> parts) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Object each : parts) {
            Map<?, ?> part = (Map<?, ?>) each;
            boolean file = part.containsKey("file");
            body.write(("--x\r\nContent-Disposition: form-data; name=\"" + part.get("name") + "\""
                    + (file ? "; filename=\"x.png\"\r\nContent-Type: image/png" : "") + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(file ? (byte[]) part.get("file") : String.valueOf(part.get("text")).getBytes(StandardCharsets.UTF_8));
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.write("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** What a person reads in it, a workbook too. */
    private static String text(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        Path kept = Files.createTempFile("aixin-book", ".zip");
        try {
            Files.write(kept, body);
            try (ZipFile book = new ZipFile(kept.toFile())) {
                for (ZipEntry entry : Collections.list(book.entries())) {
                    text.append(new String(book.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(kept);
        }
        return text.toString();
    }

    private static Map<String, String> excused() throws IOException {
        Map<String, String> excused = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(SecondVillageTest.class.getResourceAsStream("/second-village.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.contains(" = "))
                    .forEach(line -> excused.put(line.split(" = ")[0], line.split(" = ")[1]));
        }
        return excused;
    }
}
