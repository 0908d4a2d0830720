package org.aixin.identity;

import java.util.regex.Pattern;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** The hidden keys of forms, by which one that is sent twice is known. */
final class FormKeys {
    private static final Pattern FORM = Pattern.compile("[ -~]{1,40}");

    private FormKeys() {
    }

    /** What tells this person's form from all others; refused 400 {@code idempotency_key_required}. */
    static String of(Person person, @Nullable String form) {
        if (form == null || !FORM.matcher(form).matches()) {
            throw Problem.of(400, "idempotency_key_required");
        }
        return person.id() + "/" + form;
    }
}
