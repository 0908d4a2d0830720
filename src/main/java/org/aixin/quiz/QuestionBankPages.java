package org.aixin.quiz;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
import org.aixin.identity.Refusals;
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
    private final Refusals refusals;

    QuestionBankPages(QuestionBanks banks, SignedIn signedIn, Refusals refusals) {
        this.banks = banks;
        this.signedIn = signedIn;
        this.refusals = refusals;
    }

    @CheckedTemplate(basePath = "quiz")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance bank(long id, String title, boolean mine, List<Topic> topics, Page<Line> page,
                List<QuestionBanks.Pair> alike, @Nullable String done, List<String> letters, Refused refused);

        static native TemplateInstance imported(long id, String title, Imported report);
    }

    /** Why nothing was imported, and what had been pasted; both empty where nothing was refused. */
    public record Refused(String sentence, String pasted) {
        static final Refused NOTHING = new Refused("", "");
    }

    /** A question with its answers; {@code number} is its place in the bank. */
    public record Line(long id, long number, String text, Kind kind, List<Option> options, @Nullable String explanation,
            @Nullable String source, @Nullable String topic, int difficulty, @Nullable String picture) {
        static List<Line> of(List<Question> questions, long first) {
            return IntStream.range(0, questions.size()).mapToObj(i -> of(questions.get(i), first + i)).toList();
        }

        private static Line of(Question one, long number) {
            return new Line(one.id, number, one.text, one.kind,
                    one.options.stream().map(o -> new Option(o.text, o.correct)).toList(), one.explanation, one.source, one.topic,
                    one.difficulty, QuestionPictures.address(one.picture));
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
    public TemplateInstance bank(@RestPath String id, @RestQuery @Nullable String cursor, @RestQuery @Nullable String done) {
        return bank(Ids.parse(id), cursor, done, Refused.NOTHING);
    }

    private TemplateInstance bank(long id, @Nullable String cursor, @Nullable String done, Refused refused) {
        Person person = signedIn.person();
        QuestionBank bank = banks.bank(person, id);
        Page<Question> page = banks.questions(person, bank.id, cursor, Page.DEFAULT);
        List<Line> lines = Line.of(page.items(), banks.firstOn(page));
        return Templates.bank(bank.id, bank.title, person.may(bank.path, Role.ORGANIZER), banks.topics(bank),
                new Page<>(lines, page.next()), cursor == null ? banks.alike(person, bank.id) : List.of(), done, LETTERS,
                refused);
    }

    /** Adds one question; the options are {@code option} six times, the right ones {@code right} with their places from 0. */
    @POST
    @Path("{id}/questions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@RestPath String id, @RestForm @Nullable String text, @RestForm @Nullable String kind,
            @RestForm List<String> option, @RestForm List<String> right, @RestForm @Nullable String explanation,
            @RestForm @Nullable String source, @RestForm @Nullable String topic, @RestForm @Nullable String difficulty,
            @RestForm @Nullable FileUpload picture) throws IOException {
        List<Draft.Option> options = new ArrayList<>();
        for (int i = 0; i < option.size(); i++) {
            boolean correct = right.contains(Integer.toString(i));
            if (!option.get(i).isBlank() || correct) {
                options.add(new Draft.Option(option.get(i), correct));
            }
        }
        banks.add(signedIn.person(), Ids.parse(id), Draft.of(text, Kind.named(kind), options, explanation, source, topic,
                QuestionSheet.difficulty(difficulty == null ? "" : difficulty.strip())), sent(picture));
        return to(Ids.parse(id), "?done=added");
    }

    /** Imports a file, or what was pasted into {@code text}. */
    @POST
    @Path("{id}/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response fill(@RestPath String id, @RestForm @Nullable FileUpload file, @RestForm @Nullable String text,
            @Context HttpHeaders headers) throws IOException {
        byte[] sent = sent(file);
        String pasted = text == null ? "" : text;
        try {
            Imported report = banks.fill(signedIn.person(), Ids.parse(id),
                    sent == null ? pasted.getBytes(StandardCharsets.UTF_8) : sent, Language.of(headers));
            QuestionBank bank = banks.bank(signedIn.person(), Ids.parse(id));
            return Response.ok(Templates.imported(bank.id, bank.title, report)).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> bank(Ids.parse(id), null, null, new Refused(sentence, pasted)));
        }
    }

    /** Puts a picture to a question that has none. */
    @POST
    @Path("{id}/questions/{question}/picture")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response picture(@RestPath String id, @RestPath String question, @RestForm @Nullable FileUpload picture)
            throws IOException {
        byte[] photo = sent(picture);
        if (photo == null) {
            throw Problem.invalid("photo_required", "picture");
        }
        banks.picture(signedIn.person(), Ids.parse(id), Ids.parse(question), photo);
        return to(Ids.parse(id), "?done=pictured");
    }

    @POST
    @Path("{id}/questions/{question}/retirement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retire(@RestPath String id, @RestPath String question) {
        banks.retire(signedIn.person(), Ids.parse(id), Ids.parse(question));
        return to(Ids.parse(id), "?done=retired");
    }

    private static byte @Nullable [] sent(@Nullable FileUpload file) throws IOException {
        return file == null || file.size() == 0 ? null : Files.readAllBytes(file.uploadedFile());
    }

    private static Response to(long bank, String query) {
        return Response.seeOther(URI.create("/organizer/question-banks/" + bank + query)).build();
    }
}
