package org.aixin.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.path.json.JsonPath;

/** The packaged service as a process of its own, as a village runs it. */
public final class RunningService implements AutoCloseable {
    /** A lock: tests that start services share it; one that types as fast as a scanner needs a quiet machine, alone. */
    public static final String NOISE = "noise";
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:([0-9]+)");
    private static final Pattern ONE_TIME_CODE = Pattern.compile("One-time code\\s+([0-9]{8})");
    private static final Duration LONGEST = Duration.ofSeconds(240);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Process process;
    private final Path output;

    private RunningService(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** A data folder that nobody used before, with a space in its name. */
    public static Path newData(String name) throws IOException {
        Path data = TestServers.data("service " + name);
        TestServers.forgetFormerRun(data);
        return data;
    }

    /** Starts it and waits until its box stands on the console, or until it has ended. */
    public static RunningService start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        RunningService service = begin(data, settings);
        service.awaitBox();
        return service;
    }

    /** Starts it and waits for nothing. */
    static RunningService begin(Path data, Map<String, String> settings) throws IOException {
        Path output = Files.createTempFile(Files.createDirectories(Path.of("target/test-data")), "service", ".out");
        ProcessBuilder java = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
        java.environment().keySet().removeIf(name -> name.startsWith("AIXIN_") || name.startsWith("QUARKUS_"));
        java.environment().putAll(Map.of("AIXIN_DATA", data.toString(), "AIXIN_PROGRAMS", TestServers.PROGRAMS.toString(),
                "QUARKUS_HTTP_PORT", "0"));
        java.environment().putAll(settings);
        return new RunningService(java.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
    }

    void awaitBox() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (process.isAlive() && !output().contains("└")) {
            if (System.nanoTime() > end) {
                process.destroyForcibly();
                throw new AssertionError("The service did not come up:\n" + output());
            }
            Thread.sleep(100);
        }
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    public int port() throws IOException {
        Matcher address = ADDRESS.matcher(output());
        if (!address.find()) {
            throw new AssertionError(
                    "The service is not there" + (process.isAlive() ? "" : ", it ended with " + process.exitValue()) + ":\n"
                            + output());
        }
        return Integer.parseInt(address.group(1));
    }

    /** The code that its box prints for the first administrator. */
    String oneTimeCode() throws IOException {
        Matcher code = ONE_TIME_CODE.matcher(output());
        if (!code.find()) {
            throw new AssertionError("No code is printed:\n" + output());
        }
        return code.group(1);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What SIGTERM does. */
    void terminate() {
        process.destroy();
    }

    /** What SIGKILL does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The service does not end");
        }
        return process.exitValue();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String token, String json) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token).timeout(Duration.ofSeconds(60))
                .PUT(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> post(String path, String token, String json) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token).header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(Duration.ofSeconds(60)).POST(HttpRequest.BodyPublishers.ofString(json)).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What is said for as long as it is said, such as what happens in a round. */
    CompletableFuture<HttpResponse<String>> listen(String path) throws IOException {
        return http.sendAsync(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The token of somebody who signs in; fails where that is refused. */
    String signIn(String login, String secret) throws IOException {
        HttpResponse<String> answer = post("/api/sessions", "none",
                "{\"login\":\"%s\",\"secret\":\"%s\"}".formatted(login, secret)).join();
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JsonPath.from(answer.body()).getString("token");
    }

    /** Whether readiness says that Redis is missing. */
    public boolean isDegraded() throws IOException, InterruptedException {
        HttpResponse<String> ready = get("/q/health/ready");
        if (ready.statusCode() != 200) {
            throw new AssertionError(ready.body());
        }
        return JsonPath.from(ready.body()).getBoolean("checks.find { it.name == 'redis' }.data.degraded");
    }

    private URI address(String path) throws IOException {
        return URI.create("http://localhost:" + port() + path);
    }

    @Override
    public void close() throws InterruptedException {
        terminate();
        exitCode();
    }
}
