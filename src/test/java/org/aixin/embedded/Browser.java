package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser that runs no scripts: opens pages, fills the forms that stand there, reads what they say. */
final class Browser {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"[^>]*>([^<]*)");
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String service;
    private String page = "";

    Browser(RunningService service) throws IOException {
        this.service = "http://localhost:" + service.port();
    }

    Browser open(String path) throws IOException, InterruptedException {
        return load(request(path).GET().build());
    }

    /** Signs in. */
    Browser signIn(String login, String secret) throws IOException, InterruptedException {
        return open("/sign-in").send("/sign-in", "login", login, "secret", secret);
    }

    /** Fills the page's form that goes to this address, by names and values, and sends it. */
    Browser send(String action, String... filled) throws IOException, InterruptedException {
        int sent = page.indexOf("method=\"post\" action=\"" + action + "\"");
        int at = sent >= 0 ? sent : page.indexOf("action=\"" + action + "\"");
        assertThat(at).as("a form to %s on %s", action, page).isPositive();
        String form = page.substring(page.lastIndexOf("<form", at), page.indexOf("</form>", at));
        List<String> fields = new ArrayList<>();
        HIDDEN.matcher(form).results().filter(field -> !List.of(filled).contains(field.group(1)))
                .forEach(field -> fields.add(field(field.group(1), field.group(2))));
        for (int i = 0; i < filled.length; i += 2) {
            assertThat(form).contains("name=\"" + filled[i] + "\"");
            fields.add(field(filled[i], filled[i + 1]));
        }
        String path = action.replaceFirst("#.*", ""), body = String.join("&", fields);
        return form.contains("method=\"get\"")
                ? open(path + "?" + body)
                : load(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    Browser sees(String... texts) {
        assertThat(page).contains(texts);
        return this;
    }

    Browser seesNot(String... texts) {
        assertThat(page).doesNotContain(texts);
        return this;
    }

    /** The value of the choice whose words begin so. */
    String choice(String words) {
        return OPTION.matcher(page).results().filter(option -> option.group(2).startsWith(words)).map(option -> option.group(1))
                .findFirst().orElseThrow(() -> new AssertionError("no choice " + words + " on " + page));
    }

    /** What the first group of a pattern finds on the page. */
    String finds(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as("%s on %s", pattern, page).isTrue();
        return ((MatchResult) found).group(1);
    }

    private static String field(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + path)).header("Accept", "text/html");
    }

    private Browser load(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        page = answer.body();
        assertThat(answer.statusCode()).as("%s %s", request.uri(), page).isLessThan(500);
        return this;
    }
}
