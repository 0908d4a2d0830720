package org.aixin.kernel;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Turns a problem into its document: code, title and the sentence for the person at the screen, in Chinese or English. */
public final class Sentences {
    private static final ResourceBundle.Control ROOT_IS_CHINESE = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Sentences() {
    }

    /** The members of the problem document (RFC 9457), in order. */
    public static Map<String, Object> document(Problem problem, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("status", problem.status());
        document.put("code", problem.code());
        document.put("title", title(problem, locale));
        document.put("detail", detail(problem, locale));
        document.putAll(problem.members());
        return document;
    }

    /** The few words above the sentence. */
    public static String title(Problem problem, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        String own = problem.code() + ".title";
        String byStatus = "status." + problem.status();
        return bundle.getString(bundle.containsKey(own) ? own : bundle.containsKey(byStatus) ? byStatus : "status.other");
    }

    /** What happened and what to do next. */
    public static String detail(Problem problem, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        String pattern = bundle.getString(bundle.containsKey(problem.code()) ? problem.code() : "status.other");
        Object[] said = problem.arguments().stream().map(one -> one instanceof LocalDate day ? Said.saidDay(day, locale) : one)
                .toArray();
        return new MessageFormat(pattern, locale).format(said);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("problems", locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT,
                ROOT_IS_CHINESE);
    }
}
