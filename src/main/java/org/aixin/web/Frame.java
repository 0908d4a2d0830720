package org.aixin.web;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;

import org.aixin.identity.Person;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Language;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What every page's frame shows; templates know it as {@code inject:frame}. */
@Named
@RequestScoped
public class Frame {
    private final HttpHeaders headers;
    private final SignedIn signedIn;
    private final boolean demo;

    Frame(HttpHeaders headers, SignedIn signedIn,
            @ConfigProperty(name = "aixin.demo.active", defaultValue = "false") boolean demo) {
        this.headers = headers;
        this.signedIn = signedIn;
        this.demo = demo;
    }

    /** Whether this is a demo database, which every page says. */
    public boolean isDemo() {
        return demo;
    }

    /** The page's language as HTML names it. */
    public String getHtmlLanguage() {
        return Language.of(headers).getLanguage().equals("en") ? "en" : "zh-CN";
    }

    /** Whether the person chose the large view. */
    public boolean isLarge() {
        return headers.getCookies().containsKey("large");
    }

    /** Who is signed in, null for nobody. */
    public @Nullable Person getPerson() {
        Optional<Person> person = signedIn.ifAny();
        return person.orElse(null);
    }

    /** A new key for a form that must not act twice. */
    public String getNewKey() {
        return UUID.randomUUID().toString();
    }
}
