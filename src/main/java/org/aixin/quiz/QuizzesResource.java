package org.aixin.quiz;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Body;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Quizzes as programs see them. */
@Path("/api/quizzes")
@Produces(MediaType.APPLICATION_JSON)
class QuizzesResource {
    private final Quizzes quizzes;
    private final Attempts attempts;
    private final Members members;
    private final SignedIn signedIn;
    private final BusinessTime time;

    QuizzesResource(Quizzes quizzes, Attempts attempts, Members members, SignedIn signedIn, BusinessTime time) {
        this.quizzes = quizzes;
        this.attempts = attempts;
        this.members = members;
        this.signedIn = signedIn;
        this.time = time;
    }

    /**
     * A quiz.
     *
     * @param parts what is drawn, topic by topic; empty where all come from the bank or the topic alike
     * @param open whether attempts can be begun now
     * @param triesLeft how often the person who asks may still begin today, null where there is no limit
     */
    record QuizView(String id, String title, String bank, @Nullable String topic, Quiz.Mode mode, int draw,
            int secondsPerQuestion, @Nullable Integer triesPerDay, @Nullable Integer triesLeft, @Nullable Integer pass,
            boolean open, @Nullable Instant opensAt, @Nullable Instant closesAt, List<PartView> parts, Instant createdAt) {
    }

    /** A part of what is drawn; the difficulty is from and to. */
    record PartView(@Nullable String topic, List<Integer> difficulty, int count) {
        static PartView of(Part part) {
            return new PartView(part.topic(), List.of(part.easiest(), part.hardest()), part.questions());
        }
    }

    record ResultView(String id, Taker member, Instant startedAt, @Nullable Instant answeredAt, int correct, int of, int points,
            boolean passed) {
    }

    record Taker(String id, String name) {
    }

    /** An organizer sees the quizzes of their units, everybody else what is open to them. */
    @GET
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_ORGANIZER})
    public Page<QuizView> list(@RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        Person person = signedIn.person();
        boolean organizes = person.reach(Role.ORGANIZER).findAny().isPresent();
        Page<Quiz> page = organizes
                ? quizzes.list(person, cursor, Page.limit(limit))
                : quizzes.openFor(person, cursor, Page.limit(limit));
        return page.map(this::view);
    }

    @POST
    @RolesAllowed(Role.IS_ORGANIZER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable NewQuiz quiz) {
        if (quiz == null) {
            throw Problem.of(400, "request_unreadable");
        }
        long id = quizzes.create(signedIn.person(), quiz);
        return Response.status(201).entity(view(quizzes.ofOrganizer(signedIn.person(), id))).build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_ORGANIZER})
    public QuizView quiz(@RestPath String id) {
        return view(quizzes.seenBy(signedIn.person(), Ids.parse(id)));
    }

    /** Changes title, window, tries a day and pass line; attempts that were begun keep their time and pass line. */
    @PUT
    @Path("{id}")
    @RolesAllowed(Role.IS_ORGANIZER)
    @Consumes(MediaType.APPLICATION_JSON)
    public QuizView change(@RestPath String id, @Nullable QuizChange asked) {
        return view(quizzes.change(signedIn.person(), Ids.parse(id), Body.said(asked)));
    }

    @POST
    @Path("{id}/opening")
    @RolesAllowed(Role.IS_ORGANIZER)
    public QuizView open(@RestPath String id) {
        return view(quizzes.open(signedIn.person(), Ids.parse(id), true));
    }

    @POST
    @Path("{id}/closing")
    @RolesAllowed(Role.IS_ORGANIZER)
    public QuizView close(@RestPath String id) {
        return view(quizzes.open(signedIn.person(), Ids.parse(id), false));
    }

    /** Who took part, and with what result. */
    @GET
    @Path("{id}/attempts")
    @RolesAllowed(Role.IS_ORGANIZER)
    public Page<ResultView> results(@RestPath String id, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        Quiz quiz = quizzes.ofOrganizer(signedIn.person(), Ids.parse(id));
        return attempts.results(signedIn.person(), quiz.id, cursor, Page.limit(limit)).map(attempt -> result(quiz, attempt));
    }

    @POST
    @Path("{id}/attempts")
    @RolesAllowed(Role.IS_RESIDENT)
    public Response start(@RestPath String id) {
        Paper paper = attempts.start(signedIn.person(), Ids.parse(id));
        return Response.status(201).entity(AttemptsResource.PaperView.of(paper)).build();
    }

    private QuizView view(Quiz quiz) {
        return new QuizView(Long.toString(quiz.id), quiz.title, Long.toString(quiz.bank), quiz.topic, quiz.mode, quiz.draw,
                quiz.secondsPerQuestion, quiz.triesPerDay, attempts.triesLeft(signedIn.person(), quiz).orElse(null), quiz.pass,
                quiz.phaseAt(time.now()) == Quiz.Phase.OPEN, quiz.opensAt, quiz.closesAt,
                quiz.parts.stream().map(PartView::of).toList(), quiz.createdAt);
    }

    private ResultView result(Quiz quiz, Attempt attempt) {
        Taker taker = new Taker(Long.toString(attempt.member()),
                Objects.requireNonNull(members.members(List.of(attempt.member())).get(attempt.member())).name());
        return new ResultView(Long.toString(attempt.id()), taker, attempt.startedAt(), attempt.answeredAt(), attempt.correct(),
                quiz.draw, attempt.points(), attempt.isPassed());
    }
}
