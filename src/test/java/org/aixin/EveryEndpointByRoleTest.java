package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks every endpoint that is there with every role and with none, against the table in who-may.txt. */
@QuarkusTest
class EveryEndpointByRoleTest {
    private static final String BROWSER = "a-token-of-a-browser22";
    private static final Set<String> SIGNING_IN = Set.of("POST /sign-in", "POST /first-secret", "POST /api/sessions",
            "POST /api/secrets");
    private static final String PART = "--x\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n--x--\r\n";
    /** All that are there, read once. */
    private static final List<Endpoint> ENDPOINTS = endpoints();
    @Inject
    TestPeople people;

    private final Map<Role, Long> persons = new TreeMap<>();
    private final Map<Role, String> tokens = new ConcurrentHashMap<>();

    /** An endpoint as it is written, and what to send it. */
    private record Endpoint(String verb, String path, String type) {
        @Override
        public String toString() {
            return verb + " " + path.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
        }

        String address() {
            return path.replaceAll("\\{\\w+:(\\w+)[^}]*}", "$1").replace("{role}", "clerk").replaceAll("\\{\\w+}", "1");
        }
    }

    @BeforeEach
    void one_person_of_every_role() {
        Unit village = people.village();
        for (Role role : Role.values()) {
            persons.put(role, role == Role.RESIDENT ? people.resident(village, "王秀英").id() : people.staff(village, role).id());
        }
    }

    @Test
    void every_endpoint_has_its_line_in_the_table() throws Exception {
        assertThat(ENDPOINTS.stream().map(Endpoint::toString).distinct()).containsExactlyInAnyOrderElementsOf(table().keySet());
    }

    @Test
    void every_page_that_takes_something_takes_a_form_and_says_so() {
        assertThat(ENDPOINTS.stream().filter(one -> one.verb().equals("POST") && !one.path().startsWith("/api/")))
                .allMatch(one -> one.type().equals("application/x-www-form-urlencoded")
                        || one.type().equals("multipart/form-data"));
    }

    @Test
    void nobody_gets_further_than_the_table_says() throws Exception {
        Map<String, String> table = table();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        Role[] roles = Role.values();
        AtOnce.count(roles.length + 1, i -> {
            for (Endpoint endpoint : ENDPOINTS) {
                String who = table.getOrDefault(endpoint.toString(), "nobody");
                wrong.addAll(i == roles.length ? byNobodyKnown(endpoint, who) : by(roles[i], endpoint, who));
            }
            return true;
        });
        assertThat(wrong).isEmpty();
    }

    private List<String> byNobodyKnown(Endpoint endpoint, String who) {
        Wire.Answer answer = send(endpoint, null);
        boolean right = who.equals("anyone") ? isServed(endpoint, answer) : said(answer).equals("401 sign_in_required");
        return right ? List.of() : List.of(endpoint + " by somebody unknown: " + said(answer));
    }

    private List<String> by(Role role, Endpoint endpoint, String who) {
        Wire.Answer answer = signedIn(endpoint, role);
        boolean right = allowed(who).contains(role) ? isServed(endpoint, answer) : said(answer).equals("403 not_allowed");
        return right ? List.of() : List.of(endpoint + " by " + role + ": " + said(answer));
    }

    /** Whether it was let in: done, or refused for what it says, in words. Only who signs in may be told that this is not them. */
    private static boolean isServed(Endpoint endpoint, Wire.Answer answer) {
        int status = answer.status();
        boolean inWords = answer.type().startsWith("application/problem+json")
                || answer.type().startsWith("text/html");
        boolean notThem = status == 401 && SIGNING_IN.contains(endpoint.toString()) && !said(answer).contains("sign_in_required");
        boolean forAll = said(answer).equals("403 standard_of_all"); // the standard is of all villages, and this administrator of one
        return status == 200 || status == 201 || status == 204 || status == 303 || forAll
                || inWords && (notThem || Set.of(400, 404, 409, 422, 429).contains(status));
    }

    private static String said(Wire.Answer answer) {
        boolean problem = answer.type().startsWith("application/problem+json");
        return answer.status() + " " + (problem ? answer.json().path("code").asText() : answer.type());
    }

    /** Some endpoints end the session: the next one begins another. */
    private Wire.Answer signedIn(Endpoint endpoint, Role role) {
        Wire.Answer answer = send(endpoint, role);
        if (answer.status() == 401) {
            tokens.remove(role);
        }
        return answer.status() == 401 ? send(endpoint, role) : answer;
    }

    private Wire.Answer send(Endpoint endpoint, @Nullable Role role) {
        Wire request = new Wire(endpoint.verb(), endpoint.address(), Map.of("Accept", "*/*"), null);
        Wire from = role == null
                ? request.with("Cookie", "csrf-token=" + BROWSER).with("X-CSRF-TOKEN", BROWSER)
                : request.with("Authorization", "Bearer "
                        + tokens.computeIfAbsent(role, any -> people.token(Objects.requireNonNull(persons.get(role)))));
        return (endpoint.verb().equals("GET") ? from : filled(from, endpoint.type())).send();
    }

    private static Wire filled(Wire request, String type) {
        return type.startsWith("multipart")
                ? request.body(type + "; boundary=x", PART)
                : request.body(type, type.contains("form") ? "x=y" : "{}");
    }

    private static Set<Role> allowed(String who) {
        return switch (who) {
            case "nobody" -> EnumSet.noneOf(Role.class);
            case "anyone", "signed-in" -> EnumSet.allOf(Role.class);
            case "staff" -> EnumSet.complementOf(EnumSet.of(Role.RESIDENT));
            default ->
                EnumSet.copyOf(Stream.of(who.split(" ")).map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT))).toList());
        };
    }

    private static Map<String, String> table() throws Exception {
        Map<String, String> table = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(
                EveryEndpointByRoleTest.class.getResourceAsStream("/who-may.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.contains(" = "))
                    .forEach(line -> table.put(line.split(" = ")[0], line.split(" = ")[1]));
        }
        return table;
    }

    private static List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (JavaClass one : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.aixin")) {
            if (one.isAnnotatedWith(Path.class)) {
                Class<?> resource = one.reflect();
                Stream.of(resource.getDeclaredMethods()).forEach(method -> verbs(method)
                        .forEach(verb -> endpoints.add(new Endpoint(verb, path(resource, method), type(resource, method)))));
            }
        }
        return endpoints;
    }

    private static Stream<String> verbs(Method method) {
        return Stream.of(method.getAnnotations()).map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class))).map(HttpMethod::value);
    }

    private static String path(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        String whole = "/" + resource.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
        String single = whole.replaceAll("/+", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    private static String type(Class<?> resource, Method method) {
        Consumes own = method.getAnnotation(Consumes.class), all = resource.getAnnotation(Consumes.class);
        String type = own != null ? own.value()[0] : all != null ? all.value()[0] : "application/json";
        return type.equals("*/*") ? "application/json" : type;
    }
}
