package org.aixin.kernel;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.HttpServerRequest;
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

    /** As {@link #of(HttpHeaders)}, for what is answered before or beside the resources. */
    public static Locale of(HttpServerRequest request) {
        io.vertx.core.http.Cookie chosen = request.getCookie(COOKIE);
        if (chosen != null) {
            return named(chosen.getValue());
        }
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wantsPage(request) || wanted == null ? Locale.CHINESE : firstKnown(ranges(wanted));
    }

    /** As {@link #wantsPage(HttpHeaders)}. */
    public static boolean wantsPage(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
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

    /** A feature's words in a language that {@link #named} answers. */
    public static <T> T texts(Class<T> bundle, Locale language) {
        return MessageBundles.get(bundle, Localized.Literal.of(language.getLanguage()));
    }

    private static List<Locale> ranges(String wanted) {
        try {
            return Locale.LanguageRange.parse(wanted).stream().map(range -> Locale.forLanguageTag(range.getRange())).toList();
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return List.of();
        }
    }

    private static Locale firstKnown(List<Locale> wanted) {
        return wanted.stream().map(Locale::getLanguage).filter(l -> l.equals("zh") || l.equals("en")).findFirst()
                .map(Language::named).orElse(Locale.CHINESE);
    }
}
