package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.aixin.Operations.Operation;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that get no form, a broken one, or one filled with nonsense. */
@QuarkusTest
class BadFormTest {
    private static final String FORM = "application/x-www-form-urlencoded", PARTS = "multipart/form-data";
    @Inject
    TriedVillage village;
    private List<Operation> operations = List.of();

    @BeforeEach
    void as_things_stand() {
        operations = Operations.served();
        village.remember();
    }

    @AfterEach
    void nothing_has_changed() {
        village.mustBeAsItWas();
    }

    @Test
    void pages_that_get_something_else() {
        AtOnce.each(pages(), page -> {
            for (Wire request : List.of(to(page), to(page).json("{}"), to(page).body("text/plain", "x"),
                    to(page).body("nonsense", "x"),
                    to(page).body("", "login=x"))) {
                Wire.Answer answer = Refused.document(request, page);
                assertThat(answer.status()).as(page + " " + request).isEqualTo(415);
                Refused.page(request.with("Accept", "text/html").send(), "in a browser: " + page);
            }
        });
    }

    @Test
    void pages_that_get_a_form_that_nobody_can_read() {
        AtOnce.each(pages(), page -> {
            boolean file = page.takes(PARTS);
            for (Wire request : List.of(to(page).body(FORM, "%&=&&%zz=%ff&n_=&n_x=%zz&n_rice"), to(page).body(FORM, "x=%"))) {
                assertThat(Refused.document(request, page).status()).as(page + " " + request).isEqualTo(file ? 415 : 400);
            }
            for (Wire request : List.of(to(page).body(PARTS, "x"), to(page).body(PARTS + "; boundary=x", "--x\r\nnonsense"),
                    to(page).body(PARTS + "; boundary=x", ""), to(page).body(PARTS + "; boundary=", "--\r\n"),
                    to(page).body(PARTS + "; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny"))) {
                assertThat(Refused.document(request, page).status()).as(page + " " + request).isEqualTo(file ? 400 : 415);
            }
        });
    }

    @Test
    void pages_that_get_an_empty_form() {
        AtOnce.each(pages(), page -> {
            if (!takesAnything(page) && !isTitle(page)) {
                Refused.documentOrPage(page.takes(PARTS)
                        ? to(page).body(PARTS + "; boundary=x", "--x--\r\n")
                        : to(page).body(FORM, ""), page);
            }
        });
    }

    @Test
    void forms_filled_with_what_nobody_can_mean() {
        filled(List.of("%00", "x%07y", "%ED%A0%80", "%ff", "%EF%BF%BD", "x".repeat(5000)), false);
    }

    @Test
    void forms_filled_with_words_and_numbers_from_elsewhere() {
        filled(List.of("", "abc", "-1", "1.5", "99999999999999999999", "%F0%9F%98%80", "%E7%8E%8B", "%2B999999999-12-31",
                "9999-12-31",
                "-999999999-01-01"), true);
    }

    private void filled(List<String> values, boolean mayBeTitles) {
        AtOnce.each(pages(), page -> {
            if (page.formFields().isEmpty() || takesAnything(page) || mayBeTitles && isTitle(page)) {
                return;
            }
            for (String value : values) {
                String form = page.formFields().stream().map(field -> field + "=" + value).collect(Collectors.joining("&"));
                Refused.documentOrPage(to(page).body(FORM, form), page + " " + value.substring(0, Math.min(20, value.length())));
            }
        });
    }

    private List<Operation> pages() {
        return operations.stream().filter(operation -> !operation.isApi() && operation.method().equals("POST")).toList();
    }

    /**
     * Nothing can be wrong with it: who signs out says no more than that, this clerk has but one shop to choose from, and a screen that
     * is not locked goes where it should be.
     */
    private static boolean takesAnything(Operation page) {
        return page.path().contains("sign-out") || page.path().equals("/desk/shop") || page.path().equals("/sign-in/unlock");
    }

    /** Any words will do, or none. */
    private static boolean isTitle(Operation page) {
        return page.path().equals("/organizer/question-banks");
    }

    /** Where anybody may come, as a program of nobody's: a browser would be asked for its token first. */
    private Wire to(Operation page) {
        Wire request = village.to(page, page.at("999999999999999999"));
        return page.roles().isEmpty() ? request.with("Authorization", "Bearer nobody") : request;
    }
}
