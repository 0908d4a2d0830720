package org.aixin.quiz;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Where an organizer keeps question banks: import a file, add a question, read what is there. */
@Path("/organizer/question-banks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ORGANIZER)
class QuestionBankPages {
    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F");
    private final QuestionBanks banks;
    private final SignedIn signedIn;

    QuestionBankPages(QuestionBanks banks, SignedIn signedIn) {
        this.banks = banks;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "quiz")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance bank(long id, String title, boolean mine, List<Topic> topics, Page<Line> page,
                boolean added, List<String> letters);

        static native TemplateInstance imported(long id, String title, Imported report);
    }

    /** A question with its answers. */
    public record Line(String text, Kind kind, List<Option> options, @Nullable String explanation, @Nullable String source,
            @Nullable String topic) {
        static Line of(Question one) {
            return new Line(one.text, one.kind, one.options.stream().map(o -> new Option(o.text, o.correct)).toList(),
                    one.explanation, one.source, one.topic);
        }
    }

    /** An option and whether it is right. */
    public record Option(String text, boolean correct) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@RestForm @Nullable String title) {
        return to(banks.create(signedIn.person(), title, null), "");
    }

    @GET
    @Path("{id}")
    public TemplateInstance bank(@RestPath String id, @RestQuery @Nullable String cursor, @RestQuery @Nullable String added) {
        Person person = signedIn.person();
        QuestionBank bank = banks.bank(person, Ids.parse(id));
        return Templates.bank(bank.id, bank.title, person.may(bank.path, Role.ORGANIZER), banks.topics(bank),
                banks.questions(person, bank.id, cursor, Page.DEFAULT).map(Line::of), added != null, LETTERS);
    }

    /** Adds one question; the options are {@code option} six times, the right ones {@code right} with their places from 0. */
    @POST
    @Path("{id}/questions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@RestPath String id, @RestForm @Nullable String text, @RestForm @Nullable String kind,
            @RestForm List<String> option, @RestForm List<String> right, @RestForm @Nullable String explanation,
            @RestForm @Nullable String source, @RestForm @Nullable String topic) {
        List<Draft.Option> options = new ArrayList<>();
        for (int i = 0; i < option.size(); i++) {
            boolean correct = right.contains(Integer.toString(i));
            if (!option.get(i).isBlank() || correct) {
                options.add(new Draft.Option(option.get(i), correct));
            }
        }
        banks.add(signedIn.person(), Ids.parse(id),
                Draft.of(text, Kind.named(kind), options, explanation, source, topic, null));
        return to(Ids.parse(id), "?added=1");
    }

    @POST
    @Path("{id}/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TemplateInstance fill(@RestPath String id, @RestForm @Nullable FileUpload file, @Context HttpHeaders headers)
            throws IOException {
        if (file == null || file.size() == 0) {
            throw Problem.invalid("sheet_empty", "file");
        }
        Imported report = banks.fill(signedIn.person(), Ids.parse(id), Files.readAllBytes(file.uploadedFile()),
                Language.of(headers));
        QuestionBank bank = banks.bank(signedIn.person(), Ids.parse(id));
        return Templates.imported(bank.id, bank.title, report);
    }

    private static Response to(long bank, String query) {
        return Response.seeOther(URI.create("/organizer/question-banks/" + bank + query)).build();
    }
}
