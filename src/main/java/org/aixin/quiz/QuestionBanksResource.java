package org.aixin.quiz;

import java.time.Instant;
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

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.WrittenSheet;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Question banks as programs see them. */
@Path("/api/question-banks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.IS_ORGANIZER)
class QuestionBanksResource {
    private final QuestionBanks banks;
    private final SignedIn signedIn;

    QuestionBanksResource(QuestionBanks banks, SignedIn signedIn) {
        this.banks = banks;
        this.signedIn = signedIn;
    }

    /** A bank to be made; its unit is the organizer's own unless another in reach is named. */
    record NewBank(@Nullable String title, @Nullable String unit) {
    }

    record BankView(String id, String title, Instant createdAt, long questions, List<Topic> topics) {
    }

    /** A question as it is sent in; see {@link Draft} for what is refused. */
    record NewQuestion(@Nullable String text, @Nullable String kind, @Nullable List<@Nullable NewOption> options,
            @Nullable String explanation, @Nullable String source, @Nullable String topic, @Nullable Integer difficulty,
            @Nullable String picture) {
        Draft draft() {
            List<@Nullable NewOption> given = options == null ? List.of() : options;
            return Draft.of(text, Kind.named(kind), given.stream().map(NewOption::option).toList(), explanation, source, topic,
                    difficulty).pictured(picture);
        }
    }

    record NewOption(@Nullable String text, @Nullable Boolean correct) {
        static Draft.Option option(@Nullable NewOption option) {
            return option == null
                    ? new Draft.Option(null, false)
                    : new Draft.Option(option.text, Boolean.TRUE.equals(option.correct));
        }
    }

    record QuestionView(String id, String text, Kind kind, List<OptionView> options, @Nullable String explanation,
            @Nullable String source, @Nullable String topic, int difficulty, @Nullable String picture) {
        static QuestionView of(Question one) {
            return new QuestionView(Long.toString(one.id), one.text, one.kind,
                    one.options.stream().map(o -> new OptionView(Long.toString(o.id), o.text, o.correct)).toList(),
                    one.explanation, one.source, one.topic, one.difficulty, QuestionPictures.address(one.picture));
        }
    }

    record OptionView(String id, String text, boolean correct) {
    }

    record Made(String id) {
    }

    record Pictured(String picture) {
    }

    record Pairs(List<QuestionBanks.Pair> items) {
    }

    @GET
    public Page<BankView> list(@RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        return banks.list(signedIn.person(), cursor, Page.limit(limit)).map(this::view);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable NewBank bank) {
        if (bank == null) {
            throw Problem.of(400, "request_unreadable");
        }
        long id = banks.create(signedIn.person(), bank.title(), bank.unit());
        return Response.status(201).entity(view(banks.bank(signedIn.person(), id))).build();
    }

    @GET
    @Path("{id}")
    public BankView bank(@RestPath String id) {
        return view(banks.bank(signedIn.person(), Ids.parse(id)));
    }

    @GET
    @Path("{id}/questions")
    public Page<QuestionView> questions(@RestPath String id, @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        return banks.questions(signedIn.person(), Ids.parse(id), cursor, Page.limit(limit)).map(QuestionView::of);
    }

    @POST
    @Path("{id}/questions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@RestPath String id, @Nullable NewQuestion question) {
        if (question == null) {
            throw Problem.of(400, "request_unreadable");
        }
        long made = banks.add(signedIn.person(), Ids.parse(id), question.draft(), null);
        return Response.status(201).entity(new Made(Long.toString(made))).build();
    }

    /** Imports a file or a text: our own sheet, Kahoot's template, Aiken; what it is, is seen from the file itself. */
    @POST
    @Path("{id}/questions")
    @Consumes({"text/csv", "text/plain", "application/vnd.ms-excel", "application/octet-stream",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    public Imported fill(@RestPath String id, byte[] file, @Context HttpHeaders headers) {
        return banks.fill(signedIn.person(), Ids.parse(id), file, Language.of(headers));
    }

    /** Puts a picture to a question that has none; the photo is the body. */
    @POST
    @Path("{id}/questions/{question}/picture")
    @Consumes(MediaType.WILDCARD)
    public Response picture(@RestPath String id, @RestPath String question, byte @Nullable [] photo) {
        String address = banks.picture(signedIn.person(), Ids.parse(id), Ids.parse(question),
                photo == null ? new byte[0] : photo);
        return Response.status(201).entity(new Pictured(address)).build();
    }

    /** Takes a question out of use; what was asked stays. */
    @POST
    @Path("{id}/questions/{question}/retirement")
    public void retire(@RestPath String id, @RestPath String question) {
        banks.retire(signedIn.person(), Ids.parse(id), Ids.parse(question));
    }

    /** Pairs of questions that are nearly the same, the most alike first; at most twenty. */
    @GET
    @Path("{id}/alike")
    public Pairs alike(@RestPath String id) {
        return new Pairs(banks.alike(signedIn.person(), Ids.parse(id)));
    }

    /** The bank as a workbook that can be imported again. */
    @GET
    @Path("{id}/questions.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    public Response xlsx(@RestPath String id) {
        return file(WrittenSheet.xlsx("题库", QuestionTable.of(banks.everything(signedIn.person(), Ids.parse(id)))), "xlsx");
    }

    /** The bank as CSV that can be imported again. */
    @GET
    @Path("{id}/questions.csv")
    @Produces("text/csv")
    public Response csv(@RestPath String id) {
        return file(WrittenSheet.csv(QuestionTable.of(banks.everything(signedIn.person(), Ids.parse(id)))), "csv");
    }

    private static Response file(byte[] file, String kind) {
        return Response.ok(file).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"questions." + kind + "\"")
                .build();
    }

    private BankView view(QuestionBank bank) {
        List<Topic> topics = banks.topics(bank);
        return new BankView(Long.toString(bank.id), bank.title, bank.createdAt,
                topics.stream().mapToLong(Topic::questions).sum(), topics);
    }
}
