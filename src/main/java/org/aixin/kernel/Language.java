package org.aixin.kernel;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;

import org.jspecify.annotations.Nullable;

/** Which of the two languages a request is answered in: Chinese unless English was asked for. */
public final class Language {
    /** The cookie that keeps a person's choice. */
    public static final String COOKIE = "lang";

    private Language() {
    }

    /** A page's language is what the person chose on the page; programs choose by Accept-Language. */
    public static Locale of(HttpHeaders headers) {
        Cookie chosen = headers.getCookies().get(COOKIE);
        if (chosen != null) {
            return named(chosen.getValue());
        }
        return wantsPage(headers) ? Locale.CHINESE : firstKnown(headers.getAcceptableLanguages());
    }

    /** Whether a browser asked for a page, rather than a program for a document. */
    public static boolean wantsPage(HttpHeaders headers) {
        String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    /** English for {@code en}, Chinese for everything else. */
    public static Locale named(@Nullable String language) {
        return "en".equals(language) ? Locale.ENGLISH : Locale.CHINESE;
    }

    private static Locale firstKnown(List<Locale> wanted) {
        return wanted.stream().map(Locale::getLanguage).filter(l -> l.equals("zh") || l.equals("en")).findFirst()
                .map(Language::named).orElse(Locale.CHINESE);
    }
}
