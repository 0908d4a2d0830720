package org.aixin.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Installation;
import org.aixin.kernel.Language;
import org.aixin.kernel.OwnPath;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** What every page's frame shows; templates know it as {@code inject:frame}. */
@Named
@RequestScoped
public class Frame {
    private static final int CODE = 12;
    private final RoutingContext request;
    private final SignedIn signedIn;
    private final Installation installation;
    private final ClockAnswers clock;

    Frame(RoutingContext request, SignedIn signedIn, Installation installation, ClockAnswers clock) {
        this.request = request;
        this.signedIn = signedIn;
        this.installation = installation;
        this.clock = clock;
    }

    /** Whether this is a demo database, which every page says. */
    public boolean isDemo() {
        return installation.isDemo();
    }

    /** Whether nobody knows if this machine's time is right, which every page says. */
    public boolean isClockInDoubt() {
        return clock.doubt() != null;
    }

    /** Whether this person is asked for the right time. */
    public boolean isAskedForTime() {
        return isClockInDoubt() && signedIn.ifAny().filter(clock::mayAnswer).isPresent();
    }

    /** What the clock shows, with its year. */
    public String getClock() {
        return clock.now(Language.of(request.request()));
    }

    /** Whether the person reads English. */
    public boolean isEnglish() {
        return Language.of(request.request()).getLanguage().equals("en");
    }

    /** The page's language as HTML names it. */
    public String getHtmlLanguage() {
        return isEnglish() ? "en" : "zh-CN";
    }

    /** Whether the person chose the large view. */
    public boolean isLarge() {
        return request.request().getCookie(ViewPages.LARGE) != null;
    }

    /** Who is signed in, null for nobody. */
    public @Nullable Person getPerson() {
        return signedIn.ifAny().orElse(null);
    }

    /** Whether the person has work to do here beside being a resident. */
    public boolean isStaff() {
        return !getWork().isEmpty();
    }

    /** The pages on which this person works, by role. */
    public List<Work> getWork() {
        return signedIn.ifAny().map(Work::of).orElse(List.of());
    }

    /** Whether the person holds this role anywhere. */
    public boolean has(Role role) {
        return signedIn.ifAny().stream().flatMap(Person::roles).anyMatch(role::equals);
    }

    /** Whether the person earns and spends points here. */
    public boolean isResident() {
        return has(Role.RESIDENT);
    }

    /** Whether the person only works here: the pages of residents are not theirs. */
    public boolean isWorkOnly() {
        return getPerson() != null && !isResident();
    }

    /** The path of this page. */
    public String getPath() {
        return request.normalizedPath();
    }

    /** Whether this page is the one at the path, or lies below it and below no other of the work menu; marks the place in a menu. */
    public boolean at(String path) {
        return isBelow(path) && getWork().stream().map(Work::path)
                .noneMatch(other -> other.length() > path.length() && other.startsWith(path) && isBelow(other));
    }

    private boolean isBelow(String path) {
        return path.equals("/") ? getPath().equals("/") : (getPath() + "/").startsWith(path + "/");
    }

    /** The link that changes the view, such as {@code large=1}, and comes back here. */
    public String view(String change) {
        return "/view?" + change + "&to=" + encoded(request.request().method() == HttpMethod.GET ? request.request().uri() : "/");
    }

    /** This page with the same filters, one page of its list further. */
    public String pageAfter(String cursor) {
        StringBuilder address = new StringBuilder(getPath()).append("?cursor=").append(encoded(cursor));
        request.queryParams().forEach(parameter -> {
            if (!parameter.getKey().equals("cursor")) {
                address.append('&').append(encoded(parameter.getKey())).append('=').append(encoded(parameter.getValue()));
            }
        });
        return address.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The page of ours from which this one was reached, for a way back; the home page where there is none. */
    public String getReferer() {
        String referer = request.request().getHeader(HttpHeaders.REFERER);
        String own = request.request().scheme() + "://" + request.request().authority() + "/";
        if (referer == null || !referer.startsWith(own)) {
            return "/";
        }
        URI page = OwnPath.of(referer.substring(own.length() - 1));
        return page.getPath().equals(getPath()) && request.request().method() == HttpMethod.GET ? "/" : page.toString();
    }

    /** A new key for a form that must not act twice. */
    public String getNewKey() {
        return UUID.randomUUID().toString();
    }

    /** A new code for something that programs will know by it and people by its name. */
    public String getNewCode() {
        return getNewKey().replace("-", "").substring(0, CODE);
    }
}
